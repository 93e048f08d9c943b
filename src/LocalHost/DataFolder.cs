using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost;

/// <summary>Where a local run keeps its data; one run at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    /// <summary>Azurite's part of it.</summary>
    public string Storage => System.IO.Path.Combine(Path, "storage");

    public static DataFolder Take(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            // The system gives the lock back when its holder dies, however it dies.
            var @lock = new FileStream(System.IO.Path.Combine(path, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, @lock);
        }
        catch (IOException exception)
        {
            throw new LocalRunException($"Another local run uses {path}: stop it, or give this one a folder of its own with --data DIR.", innerException: exception);
        }
    }

    public void Empty()
    {
        if (Directory.Exists(Storage))
        {
            Directory.Delete(Storage, recursive: true);
        }
    }

    public void Dispose() => _lock.Dispose();
}
