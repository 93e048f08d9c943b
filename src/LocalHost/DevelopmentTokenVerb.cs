namespace Hsvo.LocalHost;

/// <summary><c>token --role ROLE [--department ID]</c>: prints a development token and nothing else.</summary>
public sealed class DevelopmentTokenVerb(TimeProvider time) : ILocalVerb
{
    private const int Done = 0;
    private const int Misused = 2;

    /// <inheritdoc/>
    public string Name => "token";

    /// <inheritdoc/>
    public string Usage => $"token --role {string.Join('|', DevelopmentIdentities.Roles)} [--department ID]    prints a development token";

    /// <summary>Prints the token, or one line about what is wrong with the arguments.</summary>
    public async Task<int> RunAsync(
        string[] args, string dataFolder, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!TryRead(args, out var identity, out var problem))
        {
            await error.WriteLineAsync($"token: {problem}.".AsMemory(), cancellationToken).ConfigureAwait(false);
            return Misused;
        }

        var token = new DevelopmentTokens(DevelopmentKey.Open(dataFolder), time).Create(identity);
        await output.WriteLineAsync(token.AsMemory(), cancellationToken).ConfigureAwait(false);
        return Done;
    }

    private static bool TryRead(string[] args, out DevelopmentIdentity identity, out string problem)
    {
        string? role = null;
        string? department = null;
        identity = null!;
        for (var at = 0; at < args.Length; at += 2)
        {
            if (args[at] is not ("--role" or "--department"))
            {
                problem = $"unknown option '{args[at]}': it takes --role and --department";
                return false;
            }

            if (at + 1 == args.Length)
            {
                problem = $"{args[at]} needs a value";
                return false;
            }

            if (args[at] == "--role")
            {
                role = args[at + 1];
            }
            else
            {
                department = args[at + 1];
            }
        }

        if (role is null)
        {
            problem = $"--role is needed: one of {string.Join(", ", DevelopmentIdentities.Roles)}";
            return false;
        }

        return DevelopmentIdentities.TryFind(role, department, out identity, out problem);
    }
}
