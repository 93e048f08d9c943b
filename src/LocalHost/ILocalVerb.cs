namespace Hsvo.LocalHost;

/// <summary>Something that a local run does in place of serving the app: <c>dotnet run --project src/Functions -- NAME …</c>.</summary>
public interface ILocalVerb
{
    /// <summary>The word that asks for it.</summary>
    string Name { get; }

    /// <summary>The word with its options, as the help shows it.</summary>
    string Usage { get; }

    /// <summary>Does it, with neither server nor storage; <paramref name="args"/> is what follows the word.</summary>
    /// <returns>The exit code.</returns>
    Task<int> RunAsync(string[] args, string dataFolder, TextWriter output, TextWriter error, CancellationToken cancellationToken);
}
