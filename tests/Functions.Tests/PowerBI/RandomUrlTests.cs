using FsCheck;
using FsCheck.Fluent;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>Whatever is asked of Power BI's door, it answers or says what is wrong: never a fault of its own.</summary>
[Collection(RunningApp.Collection)]
public sealed class RandomUrlTests(RunningApp app)
{
    private const int Addresses = 700;

    private static readonly string[] Words =
    [
        "goals", "goalValues", "aggregations", "notes", "name", "level", "status", "timestamp", "value", "owner", "goalValues/any(v: v/status eq 1)", "all(", "(", ")", "'", "''", "'x'", "eq", "gt",
        "and", "or", "not", "in", "null", "true", "1", "-1", "1e400", "NaN", "2021-05-31", "2021-05-31T00:00:00Z", "contains(", "tolower(", "year(", "*", ",", ";", "/", "=", "$expand=", "$filter=",
        "$select=", "$top=1", "$levels=max", "$count=true", "$ref", "$count", "asc", "desc", "$it", "@p", "{", "}", "[", "]", "\"", "%", "%00", "+", "å", "\u0000", "𝄞", " ",
    ];

    private static readonly string[] Options =
        ["$filter", "$select", "$expand", "expand", "$orderby", "$top", "$skip", "$count", "asOf", "$search", "$format", "$skiptoken", "$apply", "code", "", "@p"];

    private static readonly Gen<string> Texts =
        from words in Gen.Elements(Words).ListOf()
        from glue in Gen.Elements(" ", "", ",")
        select string.Join(glue, words.Take(8));

    private static readonly Gen<string> Keys = Gen.Frequency(
        (4, Gen.Elements(Known.Amn, Known.AmnScorecard, Known.AmnTrained, Known.AmnReport)),
        (1, Gen.Elements("2021-05-31", "2021-05-31T00%3A00%3A00Z", "none", "(", ")", "%28%29", "%2F", "%00", "å", "{x}", "..")));

    private static readonly Gen<string> Segments =
        from name in Gen.Elements("groups", "scorecards", "goals", "goalValues", "notes", "statusRules", "MoveGoals", "GetScorecardByReportId")
        from key in Keys
        from written in Gen.Elements("", $"({key})", $"/{key}", "()", "(", $"(reportId={key})", "/")
        select name + written;

    private static readonly Gen<string> Paths = Gen.Frequency(
        (3, Gen.Elements(
            "groups", $"groups/{Known.Amn}/scorecards", $"groups/{Known.Amn}/scorecards({Known.AmnScorecard})", $"groups/{Known.Amn}/scorecards/{Known.AmnScorecard}/goals",
            $"groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals({Known.AmnTrained})/goalValues/")),
        (2, from segments in Segments.ListOf() select $"groups/{Known.Amn}/{string.Join('/', segments.Take(4))}"));

    private static readonly Gen<string> Addressed =
        from path in Paths
        from options in Gen.Zip(Gen.Elements(Options), Texts).ListOf()
        select $"/v1.0/myorg/{path}?{string.Join('&', options.Take(2).Select(o => $"{Uri.EscapeDataString(o.Item1)}={Uri.EscapeDataString(o.Item2)}"))}";

    [Fact]
    public async Task Random_addresses_get_an_answer_or_are_told_what_is_wrong()
    {
        var statuses = new Dictionary<int, int>();
        foreach (var address in Addressed.Sample(Addresses))
        {
            using var answer = await app.Reader.GetAsync(address);

            var status = (int)answer.StatusCode;
            Assert.True(status is 200 or 400 or 403 or 404 or 405 or 501, $"{status}: {address}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        // None of them is all there ever is.
        Assert.True(statuses.GetValueOrDefault(200) > 0 && statuses.GetValueOrDefault(400) > 0 && statuses.GetValueOrDefault(404) > 0, string.Join(' ', statuses));
    }
}
