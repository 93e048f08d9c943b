using FsCheck;
using FsCheck.Fluent;

namespace Hsvo.Functions.Tests.OData;

/// <summary>Whatever is asked, the feed answers it or says what is wrong: never a fault of its own.</summary>
[Collection(RunningApp.Collection)]
public sealed class RandomUrlTests(RunningApp app)
{
    private const int Addresses = 700;

    private static readonly string[] Words =
    [
        "Goals", "Reports", "StatusFeed", "Plans", "$metadata", "$count", "$batch", "goalKey", "text", "statusId", "plan", "indicators", "any(i:i/text eq 'x')", "all(", "(", ")", "'", "''", "'x'",
        "'hsvo-2021_2.1.1'", "eq", "ne", "gt", "and", "or", "not", "in", "has", "null", "true", "1", "-1", "1e400", "NaN", "INF", "2021-05-31", "2021-13-41", "2021-05-31T00:00:00Z", "contains(", "tolower(",
        "length(", "year(", "now()", "cast(", "isof(", "substring(text,", "add", "div", "mod", "0", "99999999999999999999", "*", ",", ";", "/", "=", "$filter", "$select=", "$expand=", "$levels=max", "asc", "desc", "$it",
        "@p", "{", "}", "[", "]", "\"", "%", "%25", "%2F", "%00", "+", "å", "\u0000", "𝄞", "--", "duration'P1D'", "guid'x'", "00000000-0000-0000-0000-000000000000", "Hsvo.Goal", " ", "  ",
    ];

    private static readonly string[] Options =
        ["$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$search", "$format", "$skiptoken", "$apply", "$compute", "$Filter", "filter", "$deltatoken", "code", "", "@p"];

    private static readonly Gen<string> Texts =
        from words in Gen.Elements(Words).ListOf()
        from glue in Gen.Elements(" ", "", ",")
        select string.Join(glue, words.Take(9));

    private static readonly Gen<string> Paths = Gen.Frequency(
        (6, Gen.Elements("Goals", "Reports", "StatusFeed", "CurrentReports", "Indicators", "Reports/$count", "Goals/$count", "Goals('hsvo-2021_2.1.1')", "Reports('x_y_z_u_000001')")),
        (1, Texts.Select(t => Uri.EscapeDataString(t))),
        (1, Texts.Select(t => $"Goals({Uri.EscapeDataString(t)})")));

    private static readonly Gen<string> Addressed =
        from path in Paths
        from options in Gen.Zip(Gen.Elements(Options), Texts).ListOf()
        select $"/odata/{path}?{string.Join('&', options.Take(3).Select(o => $"{Uri.EscapeDataString(o.Item1)}={Uri.EscapeDataString(o.Item2)}"))}";

    [Fact]
    public async Task Random_addresses_get_an_answer_or_are_told_what_is_wrong()
    {
        var statuses = new Dictionary<int, int>();
        foreach (var address in Addressed.Sample(Addresses))
        {
            using var answer = await app.Reader.GetAsync(address);

            var status = (int)answer.StatusCode;
            Assert.True(status is 200 or 400 or 404 or 501, $"{status}: {address}");
            Assert.Equal("4.0", status == 400 && !answer.Headers.Contains("RequestId") ? "4.0" : answer.Headers.GetValues("OData-Version").Single());
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        // None of them is all there ever is.
        Assert.True(statuses.GetValueOrDefault(200) > 0 && statuses.GetValueOrDefault(400) > 0 && statuses.GetValueOrDefault(501) > 0, string.Join(' ', statuses));
    }
}
