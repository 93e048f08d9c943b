using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>AME: bodies and their fields.</summary>
internal static partial class MessageRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("AME.01", Binding.Bor, "what is sent and answered is JSON",
            v => v.Operations.SelectMany(o => o.Contents), c => HasJson(c.Content), c => c.Place, d => d.Answer()["content"] = new JsonObject { ["application/yaml"] = new JsonObject() }),
        ProfileRule.Each("AME.02", Binding.Bor, "bodies are taken as JSON",
            v => v.Operations.Where(o => o.BodyContent is not null), o => HasJson(o.BodyContent!), o => o.Name,
            d => d.Thing()["put"]!["requestBody"]!["content"] = new JsonObject { ["application/yaml"] = new JsonObject() }),
        ProfileRule.Each("AME.04", Binding.Bor, "fields are camelCase or snake_case",
            v => v.Properties, p => Name().IsMatch(p.Name), p => $"{p.Place}/{p.Name}", d => d.Fields()["AntalDelar"] = new JsonObject()),
        ProfileRule.Whole("AME.05", Binding.Skall, "camelCase and snake_case are not mixed",
            v => !v.Properties.Any(p => p.Name.Contains('_', StringComparison.Ordinal)) || !v.Properties.Any(p => p.Name.Any(char.IsUpper)),
            d => d.Fields()["antal_bitar"] = new JsonObject()),
        ProfileRule.Each("AME.07", Binding.Bor, "fields are letters and digits",
            v => v.Properties, p => LettersAndDigits().IsMatch(p.Name), p => $"{p.Place}/{p.Name}", d => d.Fields()["antal-bitar"] = new JsonObject()),
    ];

    public static bool HasJson(JsonObject content) => content.Any(c => Json().IsMatch(c.Key));

    [GeneratedRegex("^application/json(;\\s*charset=.*)?$")]
    private static partial Regex Json();

    [GeneratedRegex("^([a-z]+(_[a-z]+)*|[a-z]+([A-Z][a-z]*)*)$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-zA-Z0-9_]+$")]
    private static partial Regex LettersAndDigits();
}
