using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>ARQ and FOR: what a request carries.</summary>
internal static class RequestRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("ARQ.01", Binding.Bor, "bodies are JSON in UTF-8",
            v => v.Operations.Where(o => o.BodyContent is not null), o => MessageRules.HasJson(o.BodyContent!), o => o.Name,
            d => d.Thing()["put"]!["requestBody"]!["content"] = new JsonObject { ["text/plain"] = new JsonObject() }),
        ProfileRule.Each("ARQ.03", Binding.Bor, "known headers are described as what they are",
            v => v.Operations.SelectMany(o => o.Headers), IsWellFormed, p => p.Text("name"),
            d => d.ParametersOfGet().Add(JsonNode.Parse("""{ "name": "Date", "in": "header", "schema": { "type": "string" } }"""))),
        ProfileRule.Each("ARQ.05", Binding.Skall, "no header carries a payload",
            v => v.Operations.SelectMany(o => o.Headers), p => p["schema"].Text("type") != "object" && p["schema"].Text("format") != "binary", p => p.Text("name"),
            d => d.ParametersOfGet().Add(JsonNode.Parse("""{ "name": "X-Sak", "in": "header", "schema": { "type": "object" } }"""))),
        ProfileRule.Each("FOR.02", Binding.Skall, "a GET has no body",
            v => v.Operations.Where(o => o.Method == "GET"), o => o.Says["requestBody"] is null, o => o.Name,
            d => d.Thing()["get"]!["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["examples"] = new JsonObject { ["en"] = new JsonObject() } } } }),
    ];

    private static bool IsWellFormed(JsonObject header) => header.Text("name") switch
    {
        "Date" => header["schema"].Text("format") == "date-time",
        "Cache-Control" => header["schema"]?["enum"] is JsonArray { Count: > 0 },
        "ETag" => header["schema"].Text("format") == "etag",
        "Connection" => (header["schema"]?["enum"] as JsonArray)?.Any(e => e!.GetValue<string>() == "keep-alive") == true,
        _ => true,
    };
}
