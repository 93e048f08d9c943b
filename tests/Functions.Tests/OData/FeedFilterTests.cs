using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Hsvo.Functions.Tests.OData;

/// <summary>What a filter answers over HTTP is what it would answer over all rows in memory, nulls and all.</summary>
[Collection(RunningApp.Collection)]
public sealed class FeedFilterTests(RunningApp app)
{
    private const int Questions = 60;

    private static readonly Gen<Condition> Statuses = Combined(Gen.OneOf(
        Gen.Elements(Known.Plan, "nsu-2019", "none").Select(v => Text("planId", "eq", v)),
        Gen.Elements("goal", "indicator", "activity").Select(v => Text("nodeKind", "ne", v)),
        Gen.Elements("2021-05", "2021-10").Select(v => Text("roundId", "gt", v)),
        Gen.Elements("2.1.1", "2.2", "x").Select(v => Call("startswith", "nodeId", v, (t, x) => t.StartsWith(x, StringComparison.Ordinal))),
        Gen.Elements("vård", "samverkan", "'").Select(v => Call("contains", "text", v, (t, x) => t.Contains(x, StringComparison.Ordinal))),
        Gen.Elements("a1", "i2").Select(v => Call("endswith", "activityKey", v, (t, x) => t.EndsWith(x, StringComparison.Ordinal))),
        Number("level", 0, 4), Number("statusId", 0, 5), Number("owed", 0, 40), Number("position", 1, 110), Number("missingCount", 0, 8),
        Gen.Elements("isCurrentRound", "isSuppressed", "isExample").Select(c => new Condition(c, r => (bool?)r[c])),
        Gen.Elements("statusId", "goalKey", "number", "meetingDate").Select(c => new Condition($"{c} eq null", r => r[c] is null)),
        Gen.Elements("statusId", "due", "condition").Select(c => new Condition($"{c} ne null", r => r[c] is not null)),
        Gen.Choose(1, 12).Select(m => new Condition($"month(roundEnds) eq {m}", r => ((DateOnly)r["roundEnds"]!).Month == m)),
        Gen.Choose(2018, 2023).Select(y => new Condition($"roundEnds ge {y}-06-30", r => (DateOnly)r["roundEnds"]! >= new DateOnly(y, 6, 30))),
        Gen.Choose(10, 200).Select(l => new Condition($"length(text) gt {l}", r => ((string)r["text"]!).Length > l)),
        Gen.Constant(new Condition("answered lt owed", r => (int)r["answered"]! < (int)r["owed"]!)),
        Gen.Constant(new Condition("nodeKind in ('goal','focusArea')", r => r["nodeKind"] is "goal" or "focusArea")),
        Gen.Constant(new Condition("contains(tolower(text),'HÄLSA')", r => ((string)r["text"]!).ToLowerInvariant().Contains("HÄLSA", StringComparison.Ordinal)))));

    private static readonly Gen<Condition> Facts = Combined(Gen.OneOf(
        Gen.Elements(Known.Plan, "nsu-2019").Select(v => Text("planId", "eq", v)),
        Gen.Elements("2021-05", "2021-10", "none").Select(v => Text("roundId", "eq", v)),
        Gen.Elements("hsvo-2021_2021-05", "nsu-2019_2021-05").Select(v => Text("roundKey", "eq", v)),
        Gen.Elements("hsvo-2021_2.1.1.i3", "hsvo-2021_2.3.5.i1").Select(v => Text("indicatorKey", "eq", v)),
        Gen.Elements("2.1.1.i3", "2.1.1.i4").Select(v => Text("nodeId", "eq", v)),
        Gen.Elements("amn", "aln").Select(v => Text("departmentId", "eq", v)),
        Gen.Constant(new Condition("departmentId in ('aln','ubn')", r => r["departmentId"] is "aln" or "ubn")),
        Gen.Elements("Blev ja.", "Klart.").Select(v => Text("reason", "ne", v)),
        Number("revision", 1, 6), Number("value", 0, 2), Number("statusId", 0, 5),
        Gen.Constant(new Condition("notApplicable", r => (bool?)r["notApplicable"]))));

    [Theory]
    [InlineData("StatusFeed")]
    [InlineData("Reports")]
    [InlineData("CurrentReports")]
    public async Task A_filter_answers_the_same_as_in_memory(string set)
    {
        await PostAsync();
        var model = await app.Reader.ModelAsync();
        var all = (await app.Reader.PagesAsync(model, $"/odata/{set}")).SelectMany(p => p.Rows).ToList();

        foreach (var condition in (set == "StatusFeed" ? Statuses : Facts).Sample(Questions))
        {
            var question = $"/odata/{set}?$count=true&$filter={Uri.EscapeDataString(condition.Text)}";
            var pages = await app.Reader.PagesAsync(model, question, 250);

            var expected = all.Where(r => condition.Holds(r) == true).Select(KeyOf).ToList();
            var answered = pages.SelectMany(p => p.Rows).Select(KeyOf).ToList();
            Assert.True(expected.SequenceEqual(answered), $"{condition.Text}: {answered.Count} instead of {expected.Count}");
            Assert.Equal(expected.Count, pages[0].Count);
        }
    }

    [Fact]
    public async Task Rows_are_sorted_by_several_columns_with_nulls_lowest_and_their_key_last()
    {
        await PostAsync();
        var model = await app.Reader.ModelAsync();
        var all = (await app.Reader.PagesAsync(model, "/odata/StatusFeed")).SelectMany(p => p.Rows).ToList();

        var sorted = (await app.Reader.PagesAsync(model, "/odata/StatusFeed?$orderby=statusId desc,number,length(text) desc", 200)).SelectMany(p => p.Rows).Select(KeyOf);

        var expected = all.OrderByDescending(r => (int?)r["statusId"]).ThenBy(r => (string?)r["number"], StringComparer.Ordinal)
            .ThenByDescending(r => ((string)r["text"]!).Length).ThenBy(r => (string)KeyOf(r), StringComparer.Ordinal);
        Assert.Equal(expected.Select(KeyOf), sorted);
    }

    [Fact]
    public async Task Words_are_searched_in_texts()
    {
        var model = await app.Reader.ModelAsync();
        var all = (await app.Reader.PagesAsync(model, "/odata/Goals")).SelectMany(p => p.Rows).ToList();

        var found = (await app.Reader.PagesAsync(model, "/odata/Goals?$search=samverkan AND NOT organisation")).SelectMany(p => p.Rows).Select(KeyOf);

        bool Has(Dictionary<string, object?> row, string word) =>
            new[] { "text", "targetGroup" }.Any(c => row[c] is string t && t.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(all.Where(r => Has(r, "samverkan") && !Has(r, "organisation")).Select(KeyOf), found);
    }

    private static object KeyOf(Dictionary<string, object?> row) => row.Values.First()!;

    private Task<JsonNode> PostAsync() => app.ReporterOf("aln").PostReportsAsync(
        new { indicator = "2.1.1.i3", department = "aln", round = "2021-05", value = "nej", assessment = "behind", comment = "Det är inte klart." },
        new { indicator = "2.1.1.i4", department = "aln", round = "2021-10", notApplicable = true, reason = "Berör inte." });

    private static Condition Text(string column, string comparison, string value) => new(
        $"{column} {comparison} '{value}'",
        r => (comparison, r[column] as string) switch
        {
            // Null differs from everything, and is neither more nor less than anything.
            ("eq", var text) => text == value,
            ("ne", var text) => text != value,
            (_, { } text) => string.CompareOrdinal(text, value) > 0,
            _ => false,
        });

    private static Condition Call(string function, string column, string value, Func<string, string, bool> holds) => new(
        $"{function}({column},'{value.Replace("'", "''", StringComparison.Ordinal)}')", r => r[column] is string text ? holds(text, value) : null);

    private static Gen<Condition> Number(string column, int least, int most) =>
        from value in Gen.Choose(least, most)
        from comparison in Gen.Elements("eq", "ne", "gt", "ge", "lt", "le")
        select new Condition(string.Create(CultureInfo.InvariantCulture, $"{column} {comparison} {value}"), r => (comparison, Convert(r[column])) switch
        {
            ("eq", var number) => number == value,
            ("ne", var number) => number != value,
            ("gt", var number) => number > value,
            ("ge", var number) => number >= value,
            ("lt", var number) => number < value,
            (_, var number) => number <= value,
        });

    private static double? Convert(object? value) => value is null ? null : System.Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static Gen<Condition> Combined(Gen<Condition> one) => Gen.OneOf(
        one,
        one.Select(c => new Condition($"not ({c.Text})", r => !c.Holds(r))),
        from left in one
        from right in one
        select new Condition($"{left.Text} and {right.Text}", r => left.Holds(r) & right.Holds(r)),
        from left in one
        from right in one
        from third in one
        select new Condition($"({left.Text} or {right.Text}) and not ({third.Text})", r => (left.Holds(r) | right.Holds(r)) & !third.Holds(r)));

    private sealed record Condition(string Text, Func<Dictionary<string, object?>, bool?> Holds);
}
