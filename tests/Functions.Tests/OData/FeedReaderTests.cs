using Hsvo.Domain.Plans;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests.OData;

/// <summary>Microsoft.OData.Core's own reader reads every set and every page, and finds as many rows as there are.</summary>
[Collection(RunningApp.Collection)]
public sealed class FeedReaderTests(RunningApp app)
{
    private const int LargestPage = 1024 * 1024;

    private static readonly Plan[] Plans = [.. PlanLibrary.All];

    [Theory]
    [InlineData("Plans", null)]
    [InlineData("FocusAreas", 3)]
    [InlineData("Goals", 10)]
    [InlineData("PriorityAreas", 7)]
    [InlineData("Activities", 1000)]
    [InlineData("Indicators", 20)]
    [InlineData("Departments", 5)]
    [InlineData("Boards", 1)]
    [InlineData("Rounds", 10)]
    [InlineData("StatusFeed", 300)]
    [InlineData("StatusFeed", null)]
    public async Task A_set_holds_what_the_plans_do(string set, int? pageSize)
    {
        var model = await app.Reader.ModelAsync();

        var pages = await app.Reader.PagesAsync(model, $"/odata/{set}", pageSize);

        var expected = set switch
        {
            "Plans" => Plans.Length,
            "FocusAreas" => Nodes(NodeKind.FocusArea) + Nodes(NodeKind.GoalGroup),
            "Goals" => Nodes(NodeKind.Goal),
            "PriorityAreas" => Nodes(NodeKind.PriorityArea),
            "Activities" => Nodes(NodeKind.Activity),
            "Indicators" => Nodes(NodeKind.Indicator),
            "Departments" => Plans.SelectMany(p => p.Departments).DistinctBy(d => d.Id).Count(),
            "Boards" => Plans.SelectMany(p => p.Boards).DistinctBy(b => b.Id).Count(),
            "Rounds" => Plans.Sum(p => p.Rounds.Count),
            _ => Plans.Sum(p => p.Rounds.Count * p.Nodes.Count),
        };
        Assert.Equal(expected, pages.Sum(p => p.Rows.Count));
        Assert.Equal($"{expected}", await app.Reader.GetStringAsync($"/odata/{set}/$count"));
        AssertWhole(pages, pageSize);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task The_facts_hold_every_revision_and_the_answers_that_count_the_newest(int? pageSize)
    {
        var reporter = app.ReporterOf("aln");
        foreach (var value in new[] { "nej", "ja", "nej", "ja", "nej" })
        {
            await reporter.PostReportsAsync(
                new { indicator = "2.1.1.i3", department = "aln", round = "2021-05", value, reason = $"Blev {value}." },
                new { indicator = "2.1.1.i4", department = "aln", round = "2021-10", value = $"Det blev {value}.", reason = "Nytt." });
        }

        var model = await app.Reader.ModelAsync();
        var facts = await app.Reader.PagesAsync(model, $"/odata/Reports?$filter=planId eq '{Known.Plan}'&$count=true", pageSize);
        var current = await app.Reader.PagesAsync(model, $"/odata/CurrentReports?$filter=planId eq '{Known.Plan}'&$count=true", pageSize);

        var reports = (await app.Reader.JsonAsync($"/hsvo/v1/reports?plan={Known.Plan}"))["reports"]!.AsArray();
        Assert.Equal(reports.Count, current.Sum(p => p.Rows.Count));
        Assert.Equal(reports.Sum(r => r!["revision"]!.GetValue<int>()), facts.Sum(p => p.Rows.Count));
        Assert.All(facts, p => Assert.Equal(facts.Sum(f => f.Rows.Count), p.Count));
        Assert.All(current, p => Assert.Equal(reports.Count, p.Count));
        AssertWhole(facts, pageSize);
        AssertWhole(current, pageSize);
        Assert.Equal(
            current.SelectMany(p => p.Rows).Select(r => r["reportKey"]).Order(),
            facts.SelectMany(p => p.Rows).GroupBy(r => r["cellKey"]).Select(c => c.MaxBy(r => (int)r["revision"]!)!["reportKey"]).Order());
    }

    [Fact]
    public async Task The_missing_list_of_each_round_is_the_one_of_our_own_api()
    {
        var model = await app.Reader.ModelAsync();

        var rows = (await app.Reader.PagesAsync(model, "/odata/MissingReports", 100)).SelectMany(p => p.Rows).ToList();

        foreach (var round in Plans.SelectMany(p => p.Rounds.Select(r => (Plan: p.Id, r.Id))))
        {
            var list = await app.Reader.JsonAsync($"/hsvo/v1/missing?plan={round.Plan}&round={round.Id}");
            var owed = list["departments"]!.AsArray().Sum(d => d!["plans"]!.AsArray().Sum(p => p!["rows"]!.AsArray().Count));
            Assert.Equal(owed, rows.Count(r => (string)r["roundKey"]! == $"{round.Plan}_{round.Id}"));
        }
    }

    [Fact]
    public async Task Each_meeting_has_its_days()
    {
        var model = await app.Reader.ModelAsync();

        var rows = (await app.Reader.PagesAsync(model, "/odata/Meetings?$expand=rounds")).SelectMany(p => p.Rows).ToList();

        var meetings = (await app.Reader.JsonAsync("/hsvo/v1/meetings"))["meetings"]!.AsArray();
        Assert.Equal(meetings.Select(m => (m!.Text("id"), m!.Text("due"))).Order(), rows.Select(r => ((string)r["meetingId"]!, $"{r["due"]:yyyy-MM-dd}")).Order());
    }

    [Theory]
    [InlineData("StatusFeed?$filter=planId eq 'hsvo-2021'&$expand=plan,round,indicator($select=text)&$select=statusKey,text", 500)]
    [InlineData("Goals?$expand=indicators($filter=answerKind eq 'deliverable';$orderby=position desc;$top=2;$count=true)", 9)]
    [InlineData("Indicators?$expand=*", 11)]
    [InlineData("Reports?$expand=indicator,department,round,plan", 4)]
    [InlineData("Indicators?$select=text,goalKey&$orderby=text desc,position", 13)]
    [InlineData("Departments?$filter=missingReports/any(m:m/isCurrentRound)&$expand=missingReports($top=1)", 2)]
    public async Task What_is_selected_and_expanded_fits_its_context_on_every_page(string question, int pageSize)
    {
        var model = await app.Reader.ModelAsync();

        var pages = await app.Reader.PagesAsync(model, $"/odata/{question}", pageSize);

        Assert.NotEmpty(pages[0].Rows);
        Assert.All(pages, p => Assert.True(p.Rows.Count <= pageSize));
    }

    private static int Nodes(NodeKind kind) => Plans.Sum(p => p.Nodes.Count(n => n.Kind == kind));

    private static void AssertWhole(List<FeedPage> pages, int? pageSize)
    {
        Assert.All(pages, p => Assert.True(p.Bytes < LargestPage, $"{p.Bytes} bytes"));
        Assert.All(pages.SkipLast(1), p => Assert.Equal(pageSize ?? p.Rows.Count, p.Rows.Count));
        var keys = pages.SelectMany(p => p.Rows).Select(r => r.Values.First()).ToList();
        Assert.Equal(keys.Distinct(), keys);
        Assert.DoesNotContain(null, keys);
    }
}
