using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>
/// Compares JSON with a schema of the contract: the keywords that the contract uses, and nothing that isn't described. An answer with a field that the
/// contract lacks is a fault here, though clients are told to expect such.
/// </summary>
internal static class Shape
{
    public static IEnumerable<string> Faults(ContractView view, JsonNode? schema, JsonNode? value, string place = "")
    {
        var rules = view.Follow(schema)!.AsObject();
        if (rules["anyOf"] is JsonArray choices)
        {
            return choices.Any(c => !Faults(view, c, value, place).Any()) ? [] : [$"{place}: none of the shapes: {Faults(view, choices[0], value, place).First()}"];
        }

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        string[] types = rules["type"] switch { JsonArray several => [.. several.Select(t => t!.GetValue<string>())], { } one => [one.GetValue<string>()], _ => [] };
        if (types.Length > 0 && !types.Any(t => Is(t, kind, value)))
        {
            return [$"{place}: {kind}, not {string.Join(" or ", types)}"];
        }

        return value switch
        {
            JsonObject o => OfObject(view, rules, o, place),
            JsonArray a => a.SelectMany((item, i) => Faults(view, rules["items"], item, $"{place}/{i}")),
            { } when kind == JsonValueKind.String => OfText(rules, value.GetValue<string>(), place),
            _ => [],
        };
    }

    private static bool Is(string type, JsonValueKind kind, JsonNode? value) => type switch
    {
        "null" => kind == JsonValueKind.Null,
        "string" => kind == JsonValueKind.String,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "number" => kind == JsonValueKind.Number,
        "integer" => kind == JsonValueKind.Number && value!.AsValue().TryGetValue<int>(out _),
        "array" => kind == JsonValueKind.Array,
        _ => kind == JsonValueKind.Object,
    };

    private static IEnumerable<string> OfObject(ContractView view, JsonObject rules, JsonObject value, string place)
    {
        var properties = rules["properties"] as JsonObject ?? [];
        foreach (var missing in (rules["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).Where(r => !value.ContainsKey(r)))
        {
            yield return $"{place}: no {missing}";
        }

        foreach (var (name, field) in value)
        {
            var schema = properties[name] ?? rules["additionalProperties"] as JsonObject;
            foreach (var fault in schema is null ? [$"{place}/{name}: not described"] : Faults(view, schema, field, $"{place}/{name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> OfText(JsonObject rules, string text, string place) => rules["format"]?.GetValue<string>() switch
    {
        "date" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => [$"{place}: '{text}' is no date"],
        "date-time" when !(DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) && time.Offset == TimeSpan.Zero) => [$"{place}: '{text}' is no time in UTC"],
        _ => [],
    };
}
