using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>What the local host takes from host.json; the rest is left to the real host.</summary>
internal sealed record HostJson(string RoutePrefix, int MaxConcurrentRequests, int MaxOutstandingRequests, IReadOnlyDictionary<string, string> LogLevels)
{
    private const int Unbounded = -1;

    public static HostJson Read(string directory)
    {
        string path = Path.Combine(directory, "host.json");
        if (!File.Exists(path))
        {
            throw new LocalRunException($"host.json is missing in {directory}.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), LocalSettings.DocumentOptions);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IOException)
        {
            throw new LocalRunException($"host.json can't be used: {LocalSettings.FirstLine(exception)}", innerException: exception);
        }
    }

    private static HostJson Read(JsonElement root)
    {
        if (Get(root, "version") is not { ValueKind: JsonValueKind.String } version || version.GetString() != "2.0")
        {
            throw new FormatException("it needs \"version\": \"2.0\".");
        }

        var http = Get(Get(root, "extensions"), "http");
        var logLevels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Get(Get(root, "logging"), "logLevel") is { } levels)
        {
            foreach (var level in levels.EnumerateObject())
            {
                logLevels[level.Name] = level.Value.GetString() ?? throw new FormatException($"logging.logLevel.{level.Name} must be a name.");
            }
        }

        return new HostJson(
            Get(http, "routePrefix") is { } prefix ? prefix.GetString() ?? string.Empty : "api",
            Limit(http, "maxConcurrentRequests"),
            Limit(http, "maxOutstandingRequests"),
            logLevels);
    }

    private static int Limit(JsonElement? http, string name)
    {
        if (Get(http, name) is not { } value)
        {
            return Unbounded;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int limit) || limit is 0 or < Unbounded)
        {
            throw new FormatException($"extensions.http.{name} must be a whole number above 0, or -1 for no limit.");
        }

        return limit;
    }

    private static JsonElement? Get(JsonElement? parent, string name)
    {
        if (parent is not { } element)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"the parent of \"{name}\" must be an object.");
        }

        return element.TryGetProperty(name, out var child) ? child : null;
    }
}
