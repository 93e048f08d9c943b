namespace Hsvo.LocalHost.Tests;

/// <summary>A data folder that is gone after the test.</summary>
internal sealed class DevelopmentFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hsvo-").FullName;

    public string KeyFile => System.IO.Path.Combine(Path, DevelopmentKey.FileName);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
