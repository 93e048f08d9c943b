using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>An OpenAPI document as rules and tests look at it: references followed, operations in a row.</summary>
internal sealed class ContractView(JsonObject document)
{
    private readonly ConcurrentDictionary<string, JsonNode?> _targets = new();

    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    public JsonObject Root => document;

    public JsonObject Info => document["info"] as JsonObject ?? [];

    public IEnumerable<string> Servers => (document["servers"] as JsonArray ?? []).Select(s => s!["url"]!.GetValue<string>());

    public IEnumerable<string> Paths => (document["paths"] as JsonObject ?? []).Select(p => p.Key);

    public IEnumerable<KeyValuePair<string, JsonNode?>> Schemas => document["components"]?["schemas"] as JsonObject ?? [];

    public IEnumerable<JsonObject> SecuritySchemes => (document["components"]?["securitySchemes"] as JsonObject ?? []).Select(s => s.Value!.AsObject());

    public IReadOnlyList<ContractViewOperation> Operations { get => field ??= [.. AllOperations()]; }

    /// <summary>Every property of every shape, however deep: where it is, its name and its schema.</summary>
    public IEnumerable<(string Place, string Name, JsonObject Schema)> Properties => Schemas.SelectMany(s => PropertiesOf($"schemas/{s.Key}", s.Value));

    public JsonNode? Follow(JsonNode? node)
    {
        while (node is JsonObject reference && reference["$ref"] is { } target)
        {
            node = _targets.GetOrAdd(target.GetValue<string>(), Find);
        }

        return node;
    }

    private JsonNode? Find(string pointer) =>
        pointer["#/".Length..].Split('/').Aggregate((JsonNode?)document, (at, name) => at?[name.Replace("~1", "/", StringComparison.Ordinal)]);

    private IEnumerable<ContractViewOperation> AllOperations() =>
        from path in document["paths"] as JsonObject ?? []
        from method in Methods
        where path.Value![method] is JsonObject
        select new ContractViewOperation(this, path.Key, method.ToUpperInvariant(), path.Value![method]!.AsObject());

    private static IEnumerable<(string Place, string Name, JsonObject Schema)> PropertiesOf(string place, JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => m is { Key: "properties", Value: JsonObject properties }
            ? properties.SelectMany(p => PropertiesOf($"{place}/{p.Key}", p.Value).Prepend((place, p.Key, p.Value!.AsObject())))
            : PropertiesOf(place, m.Value)),
        JsonArray a => a.SelectMany(i => PropertiesOf(place, i)),
        _ => [],
    };
}

/// <summary>One operation.</summary>
internal sealed record ContractViewOperation(ContractView View, string Path, string Method, JsonObject Says)
{
    public string Name => $"{Method} {Path}";

    public IEnumerable<JsonObject> Parameters => (Says["parameters"] as JsonArray ?? []).Select(p => View.Follow(p)!.AsObject());

    public IEnumerable<JsonObject> QueryOptions => Parameters.Where(p => p["in"]!.GetValue<string>() == "query");

    public IEnumerable<JsonObject> Headers => Parameters.Where(p => p["in"]!.GetValue<string>() == "header");

    public IEnumerable<(string Status, JsonObject Response)> Responses => (Says["responses"] as JsonObject ?? []).Select(r => (r.Key, View.Follow(r.Value)!.AsObject()));

    public IEnumerable<(string Status, JsonObject Response)> Refusals => Responses.Where(r => r.Status is "default" || r.Status[0] is '4' or '5');

    /// <summary>What is sent and what a success answers, by place.</summary>
    public IEnumerable<(string Place, JsonObject Content)> Contents => Responses.Where(r => r.Status[0] is '2' or '3')
        .Select(r => (Place: $"{Name} {r.Status}", Content: r.Response["content"] as JsonObject)).Append((Place: $"{Name} body", Content: BodyContent))
        .Where(c => c.Content is not null).Select(c => (c.Place, c.Content!));

    public JsonObject? BodyContent => (View.Follow(Says["requestBody"]) as JsonObject)?["content"] as JsonObject;
}
