using static Hsvo.Functions.Tests.Malformed.MalformedRequest;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What can be wrong with <c>POST …/goalValues</c>, sent by the reporter of Arbetsmarknadsförvaltningen, usually to 2.1.1.i3.</summary>
internal static class CheckInRequests
{
    public const string UsualPath = $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals(c16308ce-297c-53d2-b721-181894b08714)/goalValues";

    private const string Good = """{"timestamp":"2021-10-31","value":1}""";

    public static IReadOnlyList<MalformedRequest> All { get; } =
    [
        Json("not JSON", "hej"),
        Json("empty", ""),
        Json("an array", $"[{Good}]"),
        Json("a property twice", """{"timestamp":"2021-10-31","value":1,"value":0}"""),
        Json("nothing in it", "{}"),
        Json("wrong type of every field", """{"timestamp":20211031,"value":{},"status":true,"note":1}"""),
        Json("unknown field", """{"timestamp":"2021-10-31","value":1,"targetValue":1}"""),
        Json("a date that ends no round", """{"timestamp":"2021-10-30","value":1}"""),
        Json("a time of day", """{"timestamp":"2021-10-31T12:00:00Z","value":1}"""),
        Json("no value", """{"timestamp":"2021-10-31"}"""),
        Json("a value that is neither 1 nor 0", """{"timestamp":"2021-10-31","value":0.5}"""),
        Json("NaN", """{"timestamp":"2021-10-31","value":NaN}"""),
        Json("a number beyond a double", """{"timestamp":"2021-10-31","value":1e400}"""),
        Json("200 deep", $$"""{"timestamp":"2021-10-31","value":{{new string('[', 200)}}{{new string(']', 200)}}}"""),
        Json("lone surrogate", """{"timestamp":"2021-10-31","value":1,"note":"\ud83d"}"""),
        Bytes("invalid UTF-8", Utf8("""{"timestamp":"2021-10-31","value":1,"note":" """), [0xFF], Utf8("\"}")),
        Json("unknown status", """{"timestamp":"2021-10-31","value":0,"status":9}"""),
        Json("contradicting status", """{"timestamp":"2021-10-31","value":1,"status":3}"""),
        Json("too long note", $$"""{"timestamp":"2021-10-31","value":1,"note":"{{new string('å', 4001)}}"}"""),
        new("too large", TooLarge),
        new("too large, in chunks", TooLarge) { IsChunked = true },
        new("text/plain", () => OfType("text/plain", Utf8(Good))),
        Json("unknown query option", Good) with { Query = "?$select=value" },
        Json("a reference row", Good) with { Path = On(Known.Amn, Known.AmnScorecard, "d917a83a-c54e-5e3e-94b9-e5f9b73cf6b8") },
        Json("a focus area", Good) with { Path = On(Known.Amn, Known.AmnScorecard, Known.AmnFocusArea) },
        Json("a row that the department doesn't owe", Good) with { Path = On(Known.Amn, Known.AmnScorecard, "7223df73-1090-5f91-b17c-28d41242f7ad") },
        Json("compound row answered by one number", """{"timestamp":"2021-10-31","value":5}""") with { Path = On(Known.Amn, Known.AmnScorecard, Known.AmnTrained) },
        Json("unknown goal", Good) with { Path = On(Known.Amn, Known.AmnScorecard, Known.Amn) },
        Json("unknown scorecard", Good) with { Path = On(Known.Amn, Known.ShsScorecard, Known.AmnTrained) },
        Json("unknown workspace", Good) with { Path = On(Known.AmnScorecard, Known.AmnScorecard, Known.AmnTrained) },
        Json("an id that is none", Good) with { Path = On(Known.Amn, Known.AmnScorecard, "1") },
        Json("someone else's workspace", Good) with { Path = On(Known.Shs, Known.ShsScorecard, "f9c4d32d-e711-5cab-97bf-13629382c571") },
        Json("the samråd's workspace", Good) with { Path = On(Known.Samrad, Known.SamradScorecard, "ceb1603b-1bba-5bbc-8973-5539628c8b84") },
    ];

    private static string On(string group, string scorecard, string goal) => $"{Known.Goals(group, scorecard)}({goal})/goalValues";

    private static HttpContent TooLarge() => OfType("application/json", Utf8(Good + new string(' ', 5 * 1024 * 1024)));
}
