using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>DOK: how the API is described.</summary>
internal static partial class DocumentationRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Whole("DOK.01", Binding.Bor, "the documentation can be had online",
            v => v.Root["externalDocs"].HasText("description", "url"), d => d["externalDocs"]!.AsObject().Remove("url")),
        ProfileRule.Whole("DOK.03", Binding.Skall, "contact and license are told, the license with its address",
            v => v.Info["contact"] is JsonObject && v.Info["license"].HasText("name", "url"), d => d["info"]!["license"]!.AsObject().Remove("url")),
        ProfileRule.Whole("DOK.03", Binding.Bor, "title, version, description, terms and a whole contact are told",
            v => v.Info.HasText("title", "version", "description", "termsOfService") && v.Info["contact"].HasText("name", "url", "email"),
            d => d["info"]!.AsObject().Remove("termsOfService")),
        ProfileRule.Whole("DOK.06", Binding.Bor, "the description is in Swedish and in English",
            v => Words(v, "och", "att", "som", "är") && Words(v, "and", "the", "that", "is"), d => d["info"]!["description"] = "Saker och deras läge."),
        ProfileRule.Whole("DOK.07", Binding.Bor, "there is a description of the whole", v => v.Info.HasText("description"), d => d["info"]!.AsObject().Remove("description")),
        ProfileRule.Whole("DOK.08", Binding.Skall, "the service level is told",
            v => v.Info["x-sla"].HasText("availability", "responseTime", "support") || v.Info.HasText("termsOfService"),
            d =>
            {
                d["info"]!.AsObject().Remove("termsOfService");
                d["info"]!["x-sla"]!.AsObject().Remove("support");
            }),
        ProfileRule.Whole("DOK.09", Binding.Skall, "known limits are told", v => v.Info["x-limitations"] is JsonArray { Count: > 0 }, d => d["info"]!.AsObject().Remove("x-limitations")),
        ProfileRule.Whole("DOK.11", Binding.Skall, "purpose and behaviour are described", v => v.Info.HasText("description"), d => d["info"]!["description"] = "  "),
        ProfileRule.Each("DOK.15", Binding.Skall, "every JSON request and answer has an example",
            v => v.Operations.SelectMany(o => o.Contents).Where(c => c.Content.ContainsKey("application/json")),
            c => c.Content["application/json"]!["examples"] is JsonObject { Count: > 0 }, c => c.Place, d => d.Answer()["content"]!["application/json"]!.AsObject().Remove("examples")),
        ProfileRule.Whole("DOK.17", Binding.Bor, "it is OpenAPI 3 or later", v => Version().IsMatch(v.Root.Text("openapi")) && v.Root["swagger"] is null, d => d["openapi"] = "2.0"),
        ProfileRule.Each("DOK.18", Binding.Bor, "bodies are described as JSON or YAML",
            v => v.Operations.SelectMany(o => o.Contents), c => c.Content.ContainsKey("application/json") || c.Content.ContainsKey("application/yaml"), c => c.Place,
            d => d.Answer()["content"] = new JsonObject { ["text/csv"] = new JsonObject() }),
        ProfileRule.Each("DOK.19", Binding.Skall, "every operation is described, with a summary",
            v => v.Operations, o => o.Says.HasText("description", "summary"), o => o.Name, d => d.Thing()["get"]!.AsObject().Remove("summary")),
        ProfileRule.Each("DOK.20", Binding.Skall, "every status is described",
            v => v.Operations.SelectMany(o => o.Responses.Select(r => (o.Name, r.Status, r.Response))), r => r.Response.HasText("description"), r => $"{r.Name} {r.Status}",
            d => d.Refusal().Remove("description")),
        ProfileRule.Whole("DOK.21", Binding.Skall, "what must be signed in to is told",
            v => v.Root["security"] is JsonArray || v.Operations.Any(o => o.Says["security"] is not null), d => d.Remove("security")),
    ];

    private static bool Words(ContractView view, params string[] words) =>
        words.Any(w => Regex.IsMatch(view.Info.Text("description"), $@"\b{w}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    [GeneratedRegex(@"^([3-9]|[1-9]\d+)\.\d+\.\d+$")]
    private static partial Regex Version();
}
