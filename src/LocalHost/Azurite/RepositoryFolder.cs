namespace Hsvo.LocalHost.Azurite;

/// <summary>Where the working copy is that this build came from; a local run and the tests keep everything under its artifacts/.</summary>
public static class RepositoryFolder
{
    /// <summary>The folder with functions.sln, looked for from the running assembly's folder upwards.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where Azurite is installed, once for all local runs and tests of this working copy.</summary>
    public static string Azurite => Path.Combine(Root, "artifacts", "azurite");

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "functions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder from {start} upwards holds functions.sln: a local run needs its working copy.");
    }
}
