using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>FEL: how a refusal is told (RFC 9457).</summary>
internal static class FailureRules
{
    private const string Problem = "application/problem+json";

    private static readonly string[] Fields = ["type", "title", "status", "detail", "instance"];

    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("FEL.01", Binding.Skall, "a problem has type, title, status, detail and instance",
            v => Contents(v).Where(c => c.Content.ContainsKey(Problem)),
            c => c.View.Follow(c.Content[Problem]!["schema"]) is JsonObject schema && schema.Text("type") == "object" && Fields.All(f => schema["properties"]?[f] is not null), c => c.Place,
            d => d["components"]!["schemas"]!["Fel"]!["properties"]!.AsObject().Remove("instance")),
        ProfileRule.Each("FEL.02", Binding.Bor, "a refusal's media type is application/problem+json",
            Contents, c => c.Content.ContainsKey(Problem), c => c.Place,
            d => d.Refusal()["content"] = new JsonObject { ["text/plain"] = new JsonObject() }),
    ];

    private static IEnumerable<(string Place, ContractView View, JsonObject Content)> Contents(ContractView view) =>
        from operation in view.Operations
        from refusal in operation.Refusals
        where refusal.Response["content"] is JsonObject
        select ($"{operation.Name} {refusal.Status}", view, refusal.Response["content"]!.AsObject());
}
