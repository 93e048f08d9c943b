using static Hsvo.Functions.Tests.Malformed.MalformedRequest;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What can be wrong with <c>POST /hsvo/v1/reports</c>, sent by the reporter of Arbetsmarknadsförvaltningen.</summary>
internal static class ReportRequests
{
    private static readonly string Brackets = new string('[', 200) + new string(']', 200);

    private const string Good = """{"indicator":"2.1.1.i3","department":"amn","round":"2021-10","value":"ja"}""";

    public static IReadOnlyList<MalformedRequest> All { get; } =
    [
        Json("not JSON", "hej"),
        Json("empty", ""),
        Json("blank", "  \n"),
        Json("an array", $"[{Good}]"),
        Json("a text", "\"hej\""),
        Json("null", "null"),
        Json("truncated", Submission(Good)[..^3]),
        Json("trailing comma", $$"""{"plan":"hsvo-2021","reports":[{{Good}},]}"""),
        Json("comment", "/* maj */" + Submission(Good)),
        Json("something after the end", Submission(Good) + "{}"),
        Json("a property twice", $$"""{"plan":"hsvo-2021","plan":"hsvo-2021","reports":[{{Good}}]}"""),
        Json("a property of a row twice", Submission(Good[..^1] + ",\"value\":\"nej\"}")),
        Json("wrong type of every field", """{"plan":2021,"dryRun":"nej","draft":"ja","reports":{}}"""),
        Json("nothing in it", "{}"),
        Json("null in every field", """{"plan":null,"dryRun":null,"draft":null,"reports":null}"""),
        Json("rows that are no objects", Submission("1", "\"ja\"", "null", "[]")),
        Json("wrong type of every field of a row", Submission(
            """{"indicator":1,"department":[],"round":{},"value":[],"parts":5,"assessment":true,"notApplicable":"ja","comment":1,"reason":false,"revision":"1"}""")),
        Json("revisions that are none", Submission(Row("\"value\":\"ja\",\"revision\":-1"), Row("\"value\":\"ja\",\"revision\":1.5", "2.1.4.i1"), Row("\"value\":\"ja\",\"revision\":1e9", "2.3.2.i1"))),
        Json("a revision that nobody has stored", Submission(Row("\"value\":\"ja\",\"revision\":7"))),
        Json("a personnummer in every text", Submission(Row("\"value\":\"811228-9874\",\"comment\":\"19811228-9874\",\"reason\":\"8112289874\"", "2.1.1.i4"))),
        Json("a draft that can't be read", $$"""{"plan":"hsvo-2021","draft":true,"reports":[{{Row("\"value\":\"kanske\",\"comment\":\"811228-9874\"")}},{{Good.Replace("amn", "shs", StringComparison.Ordinal)}}]}"""),
        Json("an empty row", Submission("{}")),
        Json("unknown field", $$"""{"plan":"hsvo-2021","rapporter":[],"reports":[{{Good}}]}"""),
        Json("field in other case", $$"""{"Plan":"hsvo-2021","reports":[{{Good}}]}"""),
        Json("unknown fields of a row", Submission(Row("\"värde\":1,\"a/b~c\":2"))),
        Json("unknown plan", $$"""{"plan":"hsvo-1921","reports":[{{Good}}]}"""),
        Json("plan that can be no id", $$"""{"plan":"../hsvo 2021","reports":[{{Good}}]}"""),
        Json("unknown indicator", Submission(Good.Replace("2.1.1.i3", "9.9.9.i9", StringComparison.Ordinal))),
        Json("a goal as indicator", Submission(Good.Replace("2.1.1.i3", "2.1.1", StringComparison.Ordinal))),
        Json("unknown round", Submission(Good.Replace("2021-10", "2021-11", StringComparison.Ordinal))),
        Json("unknown department", Submission(Good.Replace("amn", "xyz", StringComparison.Ordinal))),
        Json("someone else's department", Submission(Good.Replace("amn", "shs", StringComparison.Ordinal))),
        Json("a row that the department doesn't owe", Submission(Good.Replace("2.1.1.i3", "2.1.1.i1", StringComparison.Ordinal))),
        Json("NaN", Submission(Row("\"value\":NaN"))),
        Json("Infinity", Submission(Row("\"value\":-Infinity"))),
        Json("NaN as a text", Submission(Row("\"value\":\"NaN\""))),
        Json("a number beyond a double", Submission(Row("\"value\":1e400"))),
        Json("a part beyond a double", Submission(Row("\"parts\":{\"x/y\":-1e400}", "2.2.3.i3"))),
        Json("200 deep", Submission(Row($"\"value\":{Brackets}"))),
        Json("lone surrogate", Submission(Row("\"value\":\"ja\",\"comment\":\"\\ud83d\""))),
        Json("lone surrogate in a name", Submission(Row("\"value\":\"ja\",\"\\udc00\":1"))),
        Bytes("invalid UTF-8", Utf8(Submission(Row("\"value\":\"ja\",\"comment\":\"§\"")).Split('§')[0]), [0xC3, 0x28], Utf8("\"}]}")),
        new("UTF-16", () => OfType("application/json; charset=utf-16", System.Text.Encoding.Unicode.GetBytes(Submission(Good)))),
        new("too large", TooLarge),
        new("too large, in chunks", TooLarge) { IsChunked = true },
        new("text/plain", () => OfType("text/plain", Utf8(Submission(Good)))),
        new("a form", () => OfType("application/x-www-form-urlencoded", Utf8("plan=hsvo-2021"))),
        new("no content type", () => OfType(null, Utf8(Submission(Good)))),
        new("gzip", Compressed),
        Json("no rows", Submission()),
        Json("1001 rows", Submission([.. Enumerable.Repeat(Good, 1001)])),
        Json("the same row twice", Submission(Good, Good)),
        Json("a reference row", Submission(Row("\"value\":\"ja\"", "2.2.3.i1"))),
        Json("no value", Submission(Row("\"comment\":\"på gång\""))),
        Json("a value that is neither ja nor nej", Submission(Row("\"value\":2"))),
        Json("compound row answered by one number", Submission(Row("\"value\":5", "2.2.3.i3"))),
        Json("compound row answered by one nej", Submission(Row("\"value\":\"nej\"", "2.3.5.i2"))),
        Json("compound row not answered", Submission(Row("\"comment\":\"vet ej\"", "2.2.3.i3"))),
        Json("parts unknown and missing", Submission(Row("\"parts\":{\"halsoframjande-arbetsplats\":3,\"annat\":4}", "2.2.3.i3"))),
        Json("parts of a row that has none", Submission(Row("\"parts\":{\"a\":\"ja\"}"))),
        Json("both value and parts", Submission(Row("\"value\":\"ja\",\"parts\":{\"kartlaggning\":\"ja\",\"analys\":\"ja\"}", "2.3.5.i2"))),
        Json("negative count", Submission(Row("\"parts\":{\"halsoframjande-arbetsplats\":-1,\"mota-patient-brukare\":0.5}", "2.2.3.i3"))),
        Json("count beyond all sense", Submission(Row("\"parts\":{\"halsoframjande-arbetsplats\":1e300,\"mota-patient-brukare\":1}", "2.2.3.i3"))),
        Json("contradicting assessment", Submission(Row("\"value\":\"ja\",\"assessment\":\"behind\""))),
        Json("unknown assessment", Submission(Row("\"value\":\"nej\",\"assessment\":\"röd\""), Row("\"value\":\"nej\",\"assessment\":9", "2.1.4.i1"))),
        Json("not applicable without reason", Submission(Row("\"notApplicable\":true"))),
        Json("not applicable with value and assessment", Submission(Row("\"notApplicable\":true,\"value\":\"ja\",\"assessment\":\"onTrack\",\"reason\":\"x\""))),
        Json("too long comment and reason", Submission(Row($"\"value\":\"ja\",\"comment\":\"{new string('å', 4001)}\",\"reason\":\"{new string('ö', 1001)}\""))),
        Json("too long words", Submission(Row($"\"value\":\"{new string('å', 4001)}\"", "2.1.1.i4"))),
        Json("faults in the second and third of three rows", Submission(Good, Row("\"value\":\"kanske\"", "2.1.4.i1"), Row("\"value\":true,\"x\":1", "2.3.2.i1"))),
        Json("empty Idempotency-Key", Submission(Good)) with { IdempotencyKeys = [""] },
        Json("too long Idempotency-Key", Submission(Good)) with { IdempotencyKeys = [new string('k', 201)] },
        Json("unknown query option", Submission(Good)) with { Query = "?dryrun=true" },
        Json("query options that are neither true nor false", Submission(Good)) with { Query = "?dryRun=1&draft=ja" },
        Sheet("a sheet without headings", "2.1.1.i3;ja"),
        Sheet("a sheet with unknown and missing columns", "Plan;Omgång;Indikator-id;Svar;Färg\nhsvo-2021;2021-10;2.1.1.i3;ja;grön"),
        Sheet("a sheet with nothing filled in", $"{Headings}\nhsvo-2021;2021-10;amn;2.1.1.i3;"),
        Sheet("a sheet of an unknown plan", $"{Headings}\nhsvo-1921;2021-10;amn;2.1.1.i3;ja"),
        Sheet("a sheet of two plans", $"{Headings}\nhsvo-2021;2021-10;amn;2.1.1.i3;ja\nprov-2022;2021-10;amn;2.1.1.i3;ja"),
        Sheet("a sheet where every row is wrong", $"{Headings};Del-id;Täljare;Bedömning;Revision;Kommentar\n"
            + "hsvo-2021;2021-10;amn;2.1.1.i3;kanske\n"
            + "hsvo-2021;2021-11;amn;2.1.4.i1;ja\n"
            + "hsvo-2021;2021-10;shs;2.1.1.i3;ja\n"
            + "hsvo-2021;2021-10;amn;9.9.9.i9;ja\n"
            + "hsvo-2021;2021-10;amn;2.2.3.i3;nej\n"
            + "hsvo-2021;2021-10;amn;2.3.2.i1;ja;del;tre;bra;ett;811228-9874\n"
            + "hsvo-2021;;amn;2.1.1.i4;ja"),
        Sheet("a sheet that somebody else was before", $"{Headings};Revision\nhsvo-2021;2021-10;amn;2.1.1.i3;ja;7"),
        Sheet("a sheet with a quotation mark that is left open", $"{Headings}\nhsvo-2021;2021-10;amn;2.1.1.i3;\"ja"),
        new("a sheet in another alphabet", () => OfType("text/csv; charset=koi8-r", Utf8($"{Headings}\nhsvo-2021;2021-10;amn;2.1.1.i3;ja"))),
        new("a workbook that is none", () => OfType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Utf8("hej"))),
        new("a sheet too large", () => OfType("text/csv", new byte[(4 * 1024 * 1024) + 1])),
    ];

    private const string Headings = "Plan;Omgång;Förvaltning;Indikator-id;Svar";

    private static MalformedRequest Sheet(string name, string text) => new(name, () => OfType("text/csv", Utf8(text)));

    private static string Submission(params string[] rows) => $$"""{"plan":"hsvo-2021","reports":[{{string.Join(",", rows)}}]}""";

    private static string Row(string fields, string indicator = "2.1.1.i3") =>
        $$"""{"indicator":"{{indicator}}","department":"amn","round":"2021-10",{{fields}}}""";

    // 5 MiB that would be fine but for its length.
    private static HttpContent TooLarge() => OfType("application/json", Utf8(Submission(Good) + new string(' ', 5 * 1024 * 1024)));

    private static HttpContent Compressed()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Fastest))
        {
            zip.Write(Utf8(Submission(Good)));
        }

        var content = OfType("application/json", bytes.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
