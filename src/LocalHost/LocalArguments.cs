using System.Globalization;
using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost;

/// <summary>What was asked for on the command line.</summary>
internal sealed record LocalArguments
{
    public const string Valid = "--port N, --data DIR, --at DAY, --fresh, --own-storage, --no-example, --help";

    private const int Misused = 2;

    public int? Port { get; private set; }

    public string? DataFolder { get; private set; }

    /// <summary>The instant that the clock is to begin at, instead of now.</summary>
    public DateTimeOffset? At { get; private set; }

    public bool Fresh { get; private set; }

    /// <summary>Not the Azurite that may be running already.</summary>
    public bool OwnStorage { get; private set; }

    public bool NoExample { get; private set; }

    public bool Help { get; private set; }

    public string? Verb { get; private set; }

    /// <summary>What belongs to the verb.</summary>
    public string[] VerbArguments { get; private set; } = [];

    public static LocalArguments Parse(string[] args)
    {
        var arguments = new LocalArguments();
        var rest = new Queue<string>(args);
        if (rest.TryPeek(out var first) && !first.StartsWith("--", StringComparison.Ordinal))
        {
            arguments.ReadVerb(rest);
            return arguments;
        }

        while (rest.TryDequeue(out var option))
        {
            arguments.ReadOption(option, rest);
        }

        return arguments;
    }

    public static LocalRunException Mistake(string message) => new(message, Misused);

    private static string Value(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw Mistake($"{option} needs a value. Options: {Valid}");

    /// <summary>A verb has its own options, but works in the same data folder as the run it belongs to.</summary>
    private void ReadVerb(Queue<string> rest)
    {
        Verb = rest.Dequeue();
        var own = new List<string>();
        while (rest.TryDequeue(out var argument))
        {
            if (argument == "--data")
            {
                DataFolder = Value(argument, rest);
            }
            else
            {
                own.Add(argument);
            }
        }

        VerbArguments = [.. own];
    }

    private void ReadOption(string option, Queue<string> rest)
    {
        switch (option)
        {
            case "--port":
                Port = int.TryParse(Value(option, rest), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= ushort.MaxValue
                    ? port
                    : throw Mistake("--port needs a number from 0 (any free port) to 65535.");
                break;
            case "--data":
                DataFolder = Value(option, rest);
                break;
            case "--at":
                At = DateTimeOffset.TryParseExact(
                    Value(option, rest), ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? at
                    : throw Mistake("--at needs a day, 2021-05-03, or an instant in UTC, 2021-05-03T08:00Z.");
                break;
            case "--fresh":
                Fresh = true;
                break;
            case "--own-storage":
                OwnStorage = true;
                break;
            case "--no-example":
                NoExample = true;
                break;
            case "--help":
                Help = true;
                break;
            default:
                throw Mistake($"Unknown option '{option}'. Options: {Valid}");
        }
    }
}
