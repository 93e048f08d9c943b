using static Hsvo.Functions.Tests.Malformed.MalformedRequest;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What can be wrong with <c>POST …/tables/Reports/rows</c>, sent by the reporter of Arbetsmarknadsförvaltningen.</summary>
internal static class PushRequests
{
    public const string UsualPath = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/tables/Reports/rows";

    private const string GoodRow = """{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1}""";
    private const string Good = $$"""{"rows":[{{GoodRow}}]}""";

    public static IReadOnlyList<MalformedRequest> All { get; } =
    [
        Json("not JSON", "hej"),
        Json("empty", ""),
        Json("an array", $"[{GoodRow}]"),
        Json("nothing in it", "{}"),
        Json("rows of another type", """{"rows":{}}"""),
        Json("no rows", """{"rows":[]}"""),
        Json("unknown field beside the rows", $$"""{"rows":[{{GoodRow}}],"plan":"hsvo-2021"}"""),
        Json("a row that is no object", Rows("1")),
        Json("an empty row", Rows("{}")),
        Json("wrong type of every column", Rows(
            """{"Indicator":1,"Department":true,"Round":[],"Date":20211031,"Value":"ja","ReachedOn":"i maj","Status":{},"NotApplicable":"ja","Comment":1,"Reason":0}""")),
        Json("a column of a row far down", $$"""{"rows":[{{Others(17)}},{"Indicator":"2.1.1.i3","Round":"2021-10","value":"ja"}]}"""),
        Json("a column that is not there", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1,"Förvaltning":"amn"}""")),
        Json("a column twice in other case", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1,"VALUE":0}""")),
        Json("a property twice", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1,"Value":0}""")),
        Json("76 columns", Rows($$"""{ {{string.Join(',', Enumerable.Range(0, 76).Select(i => $"\"c{i}\":1"))}} }""")),
        Json("NaN", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":NaN}""")),
        Json("NaN as a text", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":"NaN"}""")),
        Json("the largest double", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1.7976931348623157E+308}""")),
        Json("a number beyond a double", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1e400}""")),
        Json("a value that is neither 1 nor 0", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":0.5}""")),
        Json("no value", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10"}""")),
        Json("no words", Rows("""{"Indicator":"2.1.1.i4","Round":"2021-10"}""")),
        Json("a number for words", Rows("""{"Indicator":"2.1.1.i4","Round":"2021-10","Value":1}""")),
        Json("unknown indicator", Rows("""{"Indicator":"9","Round":"2021-10","Value":1}""")),
        Json("unknown round", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-11","Value":1}""")),
        Json("neither round nor date", Rows("""{"Indicator":"2.1.1.i3","Value":1}""")),
        Json("a date that ends no round", Rows("""{"Indicator":"2.1.1.i3","Date":"2021-10-30","Value":1}""")),
        Json("a date and another round", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-05","Date":"2021-10-31","Value":1}""")),
        Json("someone else's department", Rows("""{"Indicator":"2.1.1.i3","Department":"shs","Round":"2021-10","Value":1}""")),
        Json("contradicting status", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1,"Status":3}""")),
        Json("unknown status", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":0,"Status":9}""")),
        Json("reached without being", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":0,"ReachedOn":"2021-05-01"}""")),
        Json("not applicable without a reason", Rows("""{"Indicator":"2.1.1.i3","Round":"2021-10","NotApplicable":true}""")),
        Json("too long a comment", Rows($$"""{"Indicator":"2.1.1.i3","Round":"2021-10","Value":1,"Comment":"{{new string('å', 4001)}}"}""")),
        Json("too long a text of any column", Rows($$"""{"Indicator":"{{new string('2', 4001)}}","Round":"2021-10","Value":1}""")),
        Json("compound row answered by one number", Rows("""{"Indicator":"2.2.3.i3","Round":"2021-10","Value":5}""")),
        Json("the same answered twice", $$"""{"rows":[{{GoodRow}},{{GoodRow}}]}"""),
        Json("10,001 rows", $$"""{"rows":[{{string.Join(',', Enumerable.Repeat("{}", 10_001))}}]}"""),
        new("too large", TooLarge),
        new("text/plain", () => OfType("text/plain", Utf8(Good))),
        Json("a sequence number that is none", Good) with { SequenceNumbers = ["ett"] },
        Json("a negative sequence number", Good) with { SequenceNumbers = ["-1"] },
        Json("two sequence numbers", Good) with { SequenceNumbers = ["1", "2"] },
        Json("a sequence number and a key", Good) with { SequenceNumbers = ["1"], IdempotencyKeys = ["a"] },
        Json("unknown query option", Good) with { Query = "?dryRun=true" },
        Json("unknown table", Good) with { Path = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/tables/Answers/rows" },
        Json("unknown dataset", Good) with { Path = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.Amn}/tables/Reports/rows" },
        Json("someone else's dataset", Good) with { Path = $"/v1.0/myorg/groups/{Known.Shs}/datasets/27fece66-3867-52db-aa0e-4c817f169870/tables/Reports/rows" },
        Json("the samråd's dataset", Good) with { Path = $"/v1.0/myorg/groups/{Known.Samrad}/datasets/bde82559-4717-5939-925c-05c496116e4b/tables/Reports/rows" },
    ];

    private static string Rows(string row) => $$"""{"rows":[{{row}}]}""";

    private static string Others(int count) => string.Join(',', Enumerable.Repeat(GoodRow, count));

    private static HttpContent TooLarge() => OfType("application/json", Utf8(Good + new string(' ', 17 * 1024 * 1024)));
}
