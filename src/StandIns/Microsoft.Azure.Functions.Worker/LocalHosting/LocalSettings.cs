using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>local.settings.json: settings that a local run takes where the environment has none.</summary>
internal sealed record LocalSettings(IReadOnlyDictionary<string, string?> Values, int? Port)
{
    public static readonly JsonDocumentOptions DocumentOptions = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static LocalSettings Read(string directory)
    {
        string path = Path.Combine(directory, "local.settings.json");
        if (!File.Exists(path))
        {
            return new LocalSettings(new Dictionary<string, string?>(), null);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), DocumentOptions);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or IOException)
        {
            throw new LocalRunException($"local.settings.json can't be used: {FirstLine(exception)}", innerException: exception);
        }
    }

    public static string FirstLine(Exception exception) => exception.Message.Split('\n', 2)[0].TrimEnd();

    private static LocalSettings Read(JsonElement root)
    {
        if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
        {
            throw new FormatException("it is encrypted.");
        }

        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (root.TryGetProperty(nameof(Values), out var settings))
        {
            foreach (var setting in settings.EnumerateObject())
            {
                if (setting.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    throw new FormatException($"the value of {setting.Name} must be a string.");
                }

                // As with environment variables, two underscores stand for the colon.
                values[setting.Name.Replace("__", ":", StringComparison.Ordinal)] = setting.Value.ToString();
            }
        }

        int? port = root.TryGetProperty("Host", out var host) && host.TryGetProperty("LocalHttpPort", out var number) ? number.GetInt32() : null;
        return new LocalSettings(values, port);
    }
}
