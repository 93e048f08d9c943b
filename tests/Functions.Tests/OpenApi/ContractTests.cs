using System.Reflection;
using System.Text.Json.Nodes;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api;
using Microsoft.OpenApi;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>The published contract and the code that serves don't part.</summary>
public sealed class ContractTests
{
    // About the API, and none of its resources: the profile has no dot in a resource's name and wants JSON of each.
    private static readonly string[] NotInIt = ["GetOpenApi", "GetDocumentation"];

    private static IEnumerable<MethodInfo> Functions => FunctionMethods.Http.Where(f =>
        FunctionMethods.TriggerOf(f)!.Route!.StartsWith("hsvo/v1/", StringComparison.Ordinal) && !NotInIt.Contains(FunctionMethods.NameOf(f)));

    [Fact]
    public void Every_function_of_our_own_api_says_what_it_does_for_the_contract() => Assert.All(Functions, f => Assert.True(
        f.IsDefined(typeof(OperationAttribute)),
        $"{FunctionMethods.NameOf(f)} is not in the contract: put [Operation(Swedish, English, Answer = …)] on it; src/README.md, The published contract, tells how."));

    [Fact]
    public void Its_paths_and_methods_are_the_routes() => Assert.Equal(
        Functions.Select(f => FunctionMethods.TriggerOf(f)!).Select(t => $"{t.Methods!.Single().ToUpperInvariant()} /{t.Route!["hsvo/v1/".Length..]}").Order(StringComparer.Ordinal),
        Published.Contract.Operations.Select(o => o.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Its_query_options_are_those_that_the_functions_know() => Assert.All(Functions, f => Assert.Equal(
        (f.GetCustomAttribute<QueryAttribute>()?.Names ?? []).Order(), OperationOf(f).QueryOptions.Select(Name).Order()));

    [Fact]
    public void Its_security_is_the_functions_rule_of_access() => Assert.All(Functions, f =>
    {
        var access = f.GetCustomAttribute<AccessAttribute>()!.Access;
        var operation = OperationOf(f);
        Assert.Equal(access == Http.Access.Open ? 0 : 1, operation.Says["security"]!.AsArray().Count);
        Assert.Equal(access == Http.Access.Open ? [] : ["401", "403"], operation.Responses.Select(r => r.Status).Where(s => s is "401" or "403"));
        Assert.All(
            access == Http.Access.Open ? ["Öppen utan inloggning.", "Open without sign-in."] : AccessPolicy.RolesOf(FunctionMethods.NameOf(f)).Select(Callers.NameOf),
            role => Assert.Contains(role, operation.Says["description"]!.GetValue<string>(), StringComparison.Ordinal));
    });

    [Fact]
    public void A_reader_of_openapi_documents_finds_no_fault_in_it()
    {
        var read = OpenApiDocument.Parse(Published.Text, OpenApiConstants.Json);

        Assert.Equal([], read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(e => e.ToString()));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(Published.Contract.Paths.Count(), read.Document!.Paths.Count);
    }

    [Fact]
    public void Everything_is_said_in_both_languages()
    {
        var texts = Published.Contract.Operations.SelectMany(o => (string[])
        [
            o.Says["description"]!.GetValue<string>(),
            .. o.Responses.Select(r => r.Response["description"]!.GetValue<string>()),
            .. o.Parameters.Select(p => p["description"]!.GetValue<string>()),
        ]);

        Assert.All(texts, t => Assert.Equal(2, t.Split("\n\n").Count(p => p.Length > 3)));
        Assert.All(Published.Contract.Operations, o => Assert.Contains(" / ", o.Says["summary"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_is_described() => Assert.Equal(
        [], Published.Contract.Properties.Where(p => p.Schema["description"] is null).Select(p => $"{p.Place}/{p.Name}"));

    [Fact]
    public void Every_operation_has_a_name_of_its_own() => Assert.Distinct(Published.Contract.Operations.Select(o => o.Says["operationId"]!.GetValue<string>()));

    [Fact]
    public void The_server_is_the_configured_public_address() => Assert.Equal([$"{Published.Host}/hsvo/v1"], Published.Contract.Servers);

    [Fact]
    public void Every_example_has_the_shape_it_is_an_example_of()
    {
        var view = Published.Contract;
        var contents = view.Operations.SelectMany(o => o.Responses.Select(r => (Place: $"{o.Name} {r.Status}", Content: r.Response["content"] as JsonObject))
            .Append((Place: $"{o.Name} body", Content: o.BodyContent)));
        var examples = from c in contents
                       from type in c.Content ?? []
                       from example in type.Value!["examples"] as JsonObject ?? []
                       select (c.Place, Schema: type.Value["schema"], Value: example.Value!["value"]);

        Assert.All(examples, e => Assert.Equal([], Shape.Faults(view, e.Schema, e.Value).Select(f => $"{e.Place} {f}")));
    }

    private static string Name(JsonObject parameter) => parameter["name"]!.GetValue<string>();

    private static ContractViewOperation OperationOf(MethodInfo function)
    {
        var name = FunctionMethods.NameOf(function);
        return Published.Contract.Operations.Single(o => o.Says["operationId"]!.GetValue<string>() == char.ToLowerInvariant(name[0]) + name[1..]);
    }
}
