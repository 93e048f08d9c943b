using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests;

/// <summary>What the plan says, our own API says.</summary>
public sealed class PlanDocumentTests
{
    public static TheoryData<string> Plans => [.. PlanLibrary.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_word_of_the_plan_is_in_its_document(string id)
    {
        var plan = PlanLibrary.Load(id);

        var told = TextsOf(PlanMapping.ToDocument(plan, PlanLibrary.All)).ToHashSet();

        // The area is the app's own, and stands in no address.
        Assert.Equal([plan.Area], TextsOf(plan).Distinct().Where(t => !told.Contains(t)));
    }

    private static IEnumerable<string> TextsOf<T>(T value) => Leaves(JsonSerializer.SerializeToNode(value, Json.Api)!);

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        // The ids of a row's parts are names there.
        JsonObject o => o.SelectMany(p => p.Key == "parts" && p.Value is JsonObject parts ? Leaves(parts).Concat(parts.Select(x => x.Key)) : Leaves(p.Value)),
        JsonArray a => a.SelectMany(Leaves),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v.GetValue<string>()],
        _ => [],
    };
}
