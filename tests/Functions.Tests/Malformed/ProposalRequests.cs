using static Hsvo.Functions.Tests.Malformed.MalformedRequest;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What can be wrong with <c>POST /hsvo/v1/proposals</c>, sent by the reporter of Arbetsmarknadsförvaltningen.</summary>
internal static class ProposalRequests
{
    private const string Good = """{"year":2022,"kind":"group","text":"Unga"}""";

    public static IReadOnlyList<MalformedRequest> All { get; } =
    [
        Json("not JSON", "hej"),
        Json("an array", $"[{Good}]"),
        Json("a property twice", """{"year":2022,"year":2023,"kind":"group","text":"Unga"}"""),
        Json("nothing in it", "{}"),
        Json("null in every field", """{"year":null,"kind":null,"text":null,"motivation":null,"department":null,"board":null}"""),
        Json("wrong type of every field", """{"year":"2022","kind":1,"text":{},"motivation":[],"department":7,"board":false}"""),
        Json("unknown field", """{"year":2022,"kind":"group","text":"Unga","proposer":"shs"}"""),
        Json("a year and a half", """{"year":2022.5,"kind":"group","text":"Unga"}"""),
        Json("a year that no plan is for", """{"year":22,"kind":"group","text":"Unga"}"""),
        Json("unknown kind", """{"year":2022,"kind":"mål","text":"Unga"}"""),
        Json("kind in other case", """{"year":2022,"kind":"Group","text":"Unga"}"""),
        Json("blank text", """{"year":2022,"kind":"area","text":"  "}"""),
        Json("too long texts", $$"""{"year":2022,"kind":"area","text":"{{new string('å', 1001)}}","motivation":"{{new string('å', 4001)}}"}"""),
        Json("a personnummer", """{"year":2022,"kind":"area","text":"Till exempel 20010101-2384"}"""),
        Json("lone surrogate", """{"year":2022,"kind":"area","text":"\ud83d"}"""),
        Json("200 deep", $$"""{"year":{{new string('[', 200)}}{{new string(']', 200)}}}"""),
        Json("too long Idempotency-Key", Good) with { IdempotencyKeys = [new string('k', 201)] },
        Json("unknown query option", Good) with { Query = "?dryRun=true" },
        new("text/plain", () => OfType("text/plain", Utf8(Good))),
    ];
}
