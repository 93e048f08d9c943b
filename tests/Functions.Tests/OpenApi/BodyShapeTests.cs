using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http.Api.OpenApi;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>The bodies that the contract describes are those that the readers read: a refusal of an unknown field tells all that the reader knows.</summary>
[Collection(RunningApp.Collection)]
public sealed partial class BodyShapeTests(RunningApp app)
{
    private const string Unknown = "ingetSådantFält";

    public static TheoryData<string> Functions => [.. ContractOperation.All.Where(o => o.Says.Body is not null).Select(o => o.Function)];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_reader_knows_the_fields_that_the_contract_has_and_no_other(string function)
    {
        var operation = OperationOf(function);
        foreach (var (place, fields) in ObjectsIn(ContractExamples.BodyOf(function), operation.BodyContent!["application/json"]!["schema"]!, []))
        {
            var body = ContractExamples.BodyOf(function)!;
            place.Aggregate(body, (at, step) => int.TryParse(step, out var row) ? at[row]! : at[step]!)[Unknown] = true;

            var problem = await RefusalOfAsync(operation, body);

            var fault = Assert.Single(problem["errors"]!.AsArray(), e => e!.Text("code") == "field.unknown")!;
            Assert.Equal(string.Join('/', ["", .. place, Unknown]), fault.Text("pointer"));
            Assert.Equal(fields, Names().Match(fault["message"]!.Text("en")).Groups["names"].Value.Split(", ").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_body_without_a_field_that_is_needed_is_refused(string function)
    {
        var operation = OperationOf(function);
        var schema = Published.Contract.Follow(operation.BodyContent!["application/json"]!["schema"])!;

        // What a plan may leave empty may be left out of it, though the answer always has it.
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).Where(_ => function != "ImportPlan"))
        {
            var body = ContractExamples.BodyOf(function)!.AsObject();
            body.Remove(name);

            var problem = await RefusalOfAsync(operation, body);

            Assert.Contains($"/{name}", problem["errors"]!.AsArray().Select(e => e!.Text("pointer")));
        }
    }

    private static ContractViewOperation OperationOf(string function) =>
        Published.Contract.Operations.Single(o => o.Says["operationId"]!.GetValue<string>() == char.ToLowerInvariant(function[0]) + function[1..]);

    // The body and the first object of each kind below it, with the fields that the contract has there.
    private static IEnumerable<(string[] Place, IEnumerable<string> Fields)> ObjectsIn(JsonNode? body, JsonNode? schema, string[] place)
    {
        var rules = Published.Contract.Follow(schema)!;
        rules = Published.Contract.Follow(rules["anyOf"]?[0]) ?? rules;
        return body switch
        {
            JsonArray { Count: > 0 } rows => ObjectsIn(rows[0], rules["items"], [.. place, "0"]),
            JsonObject o when rules["properties"] is JsonObject properties => properties
                .SelectMany(p => ObjectsIn(o[p.Key], p.Value, [.. place, p.Key])).Prepend((place, properties.Select(p => p.Key).Order(StringComparer.Ordinal))),
            _ => [],
        };
    }

    private async Task<JsonNode> RefusalOfAsync(ContractViewOperation operation, JsonNode body)
    {
        var path = Template().Replace(operation.Path, p => operation.Parameters.Single(o => o["name"]!.GetValue<string>() == p.Groups["name"].Value)["example"]!.GetValue<string>());
        using var request = new HttpRequestMessage(new(operation.Method), $"/hsvo/v1{path}") { Content = Requests.JsonContent(body.ToJsonString()) };
        if (operation.Headers.Any(h => h["name"]!.GetValue<string>() == "If-None-Match"))
        {
            request.Headers.Add("If-None-Match", "*");
        }

        var isReporters = operation.Says["description"]!.GetValue<string>().Contains("reporter", StringComparison.Ordinal);
        using var answer = await (isReporters ? app.ReporterOf("amn") : app.Coordinator).SendAsync(request);
        return await answer.JsonAsync(HttpStatusCode.UnprocessableEntity);
    }

    [GeneratedRegex("the fields are: (?<names>.+)\\.$")]
    private static partial Regex Names();

    [GeneratedRegex(@"\{(?<name>[^}]+)\}")]
    private static partial Regex Template();
}
