using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Functions.Http.Api;
using Hsvo.Functions.Mapping;
using Hsvo.Plans;
using static Hsvo.Functions.Tests.Malformed.MalformedRequest;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What can be wrong with <c>POST /hsvo/v1/plans</c>, sent by the coordinator: the plan for 2021 under another id, with one thing in it changed.</summary>
internal static class PlanImportRequests
{
    private static readonly string Good = JsonSerializer.Serialize(
        PlanMapping.ToDocument(PlanLibrary.Hsvo2021 with { Id = "prov-2021" }, []), Hsvo.Functions.Http.Json.Api);

    public static IReadOnlyList<MalformedRequest> All { get; } =
    [
        Json("not JSON", "hej"),
        Json("empty", ""),
        Json("an array", $"[{Good}]"),
        Json("truncated", Good[..^3]),
        Json("a property twice", Good[..^1] + ",\"cadence\":\"samrad\"}"),
        Json("nothing in it", "{}"),
        Json("200 deep", $$"""{"plan":{{new string('[', 200)}}{{new string(']', 200)}}}"""),
        Json("null in every field", """{"plan":null,"cadence":null,"period":null,"rounds":null,"nodes":null,"source":null}"""),
        Json("wrong type of every field", """{"plan":[],"cadence":1,"period":"2021","overallGoal":{},"adopted":"snart","adoptedBy":2,"conditions":{},"diarienummer":3,"source":"x","responsibilityIsAssumed":"ja","rounds":"maj","boards":1,"departments":true,"bodies":{},"nodes":{},"ordinaryOperations":"","figures":0,"derivedFigures":{},"threads":false,"readings":{}}"""),
        With("unknown field", d => d["rapporter"] = new JsonArray()),
        With("field in other case", d => d["Cadence"] = "samrad"),
        With("unknown field of a row", d => Node(d, 12)["a/b~c"] = 1),
        With("a row that is no object", d => d["nodes"]!.AsArray()[12] = "2.1.1"),
        With("a row without id", d => Node(d, 12).Remove("id")),
        With("wrong types in a row", d =>
        {
            Node(d, 12)["level"] = "4";
            Node(d, 12)["parts"] = new JsonArray();
            Node(d, 12)["responsible"] = new JsonArray(1);
            Node(d, 12)["due"] = "2021-02-30";
            Node(d, 12)["target"] = new JsonObject { ["direction"] = "atLeast", ["value"] = "tio" };
        }),
        Replace("a number beyond a double", "\"target\":null", "\"target\":{\"direction\":\"atLeast\",\"value\":1e400}"),
        Replace("NaN", "\"target\":null", "\"target\":{\"direction\":\"atLeast\",\"value\":NaN}"),
        With("names that are none", d =>
        {
            d["plan"]!["kind"] = "budget";
            Node(d, 12)["nodeKind"] = "Goal";
            d["boards"]!.AsArray()[0]!["principal"] = "staten";
            d["readings"]!.AsArray()[0]!["kind"] = "0";
        }),
        With("unknown kind of answer", d => Indicator(d)["answerKind"] = "mjuk"),
        With("how a row is answered, without saying that it is", d => Indicator(d)["answerKind"] = null),
        With("an id that is none", d => d["plan"]!["id"] = "../hsvo 2021"),
        With("too long id", d => d["plan"]!["id"] = new string('a', 65)),
        With("a row under one that isn't there", d => Node(d, 12)["parentId"] = "9.9.9"),
        With("a row before the one it is under", d => Node(d, 2)["parentId"] = Node(d, 12)["id"]!.GetValue<string>()),
        With("the same id twice", d => Node(d, 12)["id"] = Node(d, 11)["id"]!.GetValue<string>()),
        With("a goal under nothing", d => Node(d, 1)["parentId"] = null),
        With("a body that isn't there", d => Indicator(d)["responsible"] = new JsonArray("au", "ua")),
        With("a reference to nothing", d => d["nodes"]!.AsArray().First(n => n!["refersTo"] is not null)!["refersTo"] = "9.9.9.i9"),
        With("rounds out of order", d => d["rounds"]!.AsArray()[1]!["ends"] = "2021-05-31"),
        With("no last round", d => d["rounds"]!.AsArray()[2]!["isFinal"] = false),
        With("no rounds and no rows", d => (d["rounds"], d["nodes"], d["readings"]) = (new JsonArray(), new JsonArray(), new JsonArray())),
        With("a year that no plan is for", d => d["plan"]!["year"] = 21),
        With("too long title", d => d["plan"]!["title"] = new string('å', 401)),
        With("a control character", d => Node(d, 12)["text"] = "a\u0007b"),
        With("lone surrogate", d => Node(d, 12)["text"] = "XX").Then(t => t.Replace("\"XX\"", "\"\\ud83d\"", StringComparison.Ordinal)),
        With("a hash that is none", d => d["source"]!["sha256"] = "abc"),
        new("too large", TooLarge),
        new("too large, in chunks", TooLarge) { IsChunked = true },
        new("text/plain", () => OfType("text/plain", Utf8(Good))),
        Json("unknown query option", Good) with { Query = "?dryrun=true" },
        Json("dryRun that is neither true nor false", Good) with { Query = "?dryRun=1" },
        Json("If-Match of a plan that isn't there", Good) with { IfMatch = "\"1\"" },
        Json("If-Match of any version", Good) with { IfMatch = "*" },
        Json("If-Match that is no tag", Good) with { IfMatch = "1" },
        With("a change that says no version", d => (d["plan"]!["id"], d["plan"]!["title"]) = ("hsvo-2021", "Ny titel")).Then(t => t.Replace("\"version\":1", "\"version\":null", StringComparison.Ordinal)),
        With("a change of a version that isn't in force", d => (d["plan"]!["id"], d["plan"]!["title"], d["plan"]!["version"]) = ("hsvo-2021", "Ny titel", 9)),
        With("a change of a version that isn't in force, by If-Match", d => (d["plan"]!["id"], d["plan"]!["title"]) = ("hsvo-2021", "Ny titel")) with { IfMatch = "\"9\"" },
        With("a round that has its meeting taken away", d =>
        {
            (d["plan"]!["id"], d["plan"]!["version"]) = ("hsvo-2021", 1);
            d["rounds"]!.AsArray().RemoveAt(0);
        }),
    ];

    private static MalformedRequest With(string name, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(Good)!;
        change(document);
        return Json(name, document.ToJsonString(Hsvo.Functions.Http.Json.Api));
    }

    private static MalformedRequest Replace(string name, string written, string slip)
    {
        var at = Good.IndexOf(written, StringComparison.Ordinal);
        return Json(name, Good[..at] + slip + Good[(at + written.Length)..]);
    }

    private static MalformedRequest Then(this MalformedRequest request, Func<string, string> change) => request with
    {
        Body = () => Requests.JsonContent(change(request.Body().ReadAsStringAsync().GetAwaiter().GetResult())),
    };

    private static JsonObject Node(JsonNode document, int order) => document["nodes"]!.AsArray()[order]!.AsObject();

    private static JsonNode Indicator(JsonNode document) => document["nodes"]!.AsArray().First(n => n!["id"]!.GetValue<string>() == "2.2.3.i3")!;

    private static HttpContent TooLarge() => OfType("application/json", Utf8(Good + new string(' ', PlanDocumentReader.MaxBytes)));
}
