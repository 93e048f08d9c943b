using Hsvo.LocalHost.Azurite;

namespace Hsvo.Functions.Tests;

/// <summary>Texts that a person has read and approved; they lie beside the tests. What differs is written under artifacts/tests/received/.</summary>
internal static class Approved
{
    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static void Matches(string file, string text)
    {
        var approved = File.Exists(PathOf(file)) ? Read(file) : "";
        if (approved == text)
        {
            return;
        }

        var received = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", "received", Path.GetFileName(file));
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, text);
        Assert.Fail($"Not as approved: compare {received} with tests/Functions.Tests/{file}, and copy it there if it is right.");
    }

    private static string PathOf(string file) => Path.Combine(RepositoryFolder.Root, "tests", "Functions.Tests", file);
}
