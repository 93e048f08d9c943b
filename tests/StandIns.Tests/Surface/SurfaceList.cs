using System.Reflection;

namespace Hsvo.StandIns.Tests.Surface;

/// <summary>
/// A list of what a stand-in offers, written from the real package's own documentation of its API.
/// Its first line is "assemblies: A, B": where the real package has it. Then one line per claim; # begins a comment.
/// </summary>
internal sealed record SurfaceList(string Name, IReadOnlyList<Assembly> Assemblies, IReadOnlyList<string> Lines)
{
    private const string Heading = "assemblies: ";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Surface");

    public static IReadOnlyList<SurfaceList> All { get; } = [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    private static SurfaceList Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || !lines[0].StartsWith(Heading, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} does not begin with '{Heading}'.");
        }

        // One stand-in may cover several packages, so not every assembly is there in every flavour; one has to be.
        var assemblies = lines[0][Heading.Length..].Split(',', StringSplitOptions.TrimEntries).Select(Load).OfType<Assembly>().ToList();
        return assemblies.Count == 0
            ? throw new InvalidDataException($"{path}: none of its assemblies is there.")
            : new SurfaceList(Path.GetFileName(path), assemblies, [.. lines.Skip(1).Where(line => line.Length > 0 && line[0] != '#')]);
    }

    private static Assembly? Load(string name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
