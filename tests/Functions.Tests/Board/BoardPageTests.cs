using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Pages;
using Hsvo.Functions.Tests.Frame;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;

namespace Hsvo.Functions.Tests.Board;

/// <summary>What the board shows is what the feed says, of every real plan; in both languages, and not too large for a phone in the woods.</summary>
public sealed class BoardPageTests
{
    private const int MaxBytes = 100_000;

    public static TheoryData<string> Plans => [.. PlanLibrary.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_plans_page_shows_each_goal_with_the_feeds_status_reason_and_coverage(string plan)
    {
        var feed = BoardSamples.Feeds[plan];
        var goals = NodesOf(feed).Where(n => n.NodeKind == "goal").ToList();

        var page = BoardSamples.Read(await BoardSamples.PlanAsync(BoardSamples.Page(), feed));

        var rows = page.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("th a[href^='/mal/']") is not null).ToList();
        Assert.Equal(
            goals.Select(g => ($"/mal/{plan}_{g.Id}", g.StatusText ?? "Inget läge", g.Reasons.Text, g.Coverage.Owed == 0 ? "–" : g.Coverage.Text)),
            rows.Select(r => (r.QuerySelector("th a")!.GetAttribute("href")!, ChipIn(r), r.QuerySelectorAll("td")[^1].Said(), r.QuerySelector("td:nth-of-type(2) .share")!.Said())));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_goals_page_shows_each_row_with_the_feeds_status_and_each_answer_that_was_given(string plan)
    {
        var feed = BoardSamples.Feeds[plan];
        foreach (var goal in NodesOf(feed).Where(n => n.NodeKind == "goal"))
        {
            var rows = Below(goal).Where(n => n.NodeKind == "indicator").ToList();

            var page = BoardSamples.Read(await BoardSamples.NodeAsync(BoardSamples.Page(), feed, feed.Status.Plan.Node(goal.Id)));

            Assert.Equal(goal.StatusText ?? "Inget läge", ChipIn(page.QuerySelector(".panel")!));
            var levels = page.QuerySelectorAll("main :is(h1, h2, h3, h4)").Select(h => h.LocalName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), l => Assert.True(l.Second <= l.First + 1, $"{goal.Id}: h{l.First} and then h{l.Second}"));
            Assert.Equal(
                rows.Select(r => ($"/indikator/{plan}_{r.Id}", r.StatusText ?? "Inget läge", r.Answers.Count(a => a.Revision is not null))),
                page.QuerySelectorAll(".row").Select(r => (r.QuerySelector(":is(h2, h3) a")!.GetAttribute("href")!, ChipIn(r), r.QuerySelectorAll("tbody tr").Length)));
        }
    }

    [Fact]
    public async Task An_indicators_page_shows_every_unit_and_every_round_and_a_chart_that_can_be_listened_to()
    {
        var feed = BoardSamples.Feeds["ekonomiskt-bistand-2023"];
        var node = feed.Status.Plan.Indicators.First(i => i.Indicator is { IsNumber: true, Target: not null });
        var numbers = FigureSeries.Of(feed.Status.Plan, feed.Status.Round, feed.Snapshot.Cells).Single(s => s.Indicator.Id == node.Id).Points;

        var page = BoardSamples.Read(await BoardSamples.NodeAsync(BoardSamples.Page(), feed, node));

        var table = page.QuerySelectorAll("table")[^1];
        Assert.Equal(numbers.Select(p => p.Round).Order(), feed.Status.Plan.Rounds.Where(r => table.AllSaid("thead th").Contains(Domain.Meetings.SwedishDates.Round(r.Id))).Select(r => r.Id).Order());
        var picture = page.QuerySelector("svg[role=img]")!.GetAttribute("aria-label")!;
        Assert.All(numbers, p => Assert.Contains(p.Value is { } value ? AnswerValue.Of(value).ToString() : "Visas inte (få personer)", picture, StringComparison.Ordinal));
        Assert.Contains("Målvärde", picture, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hidden_stands_nowhere_on_a_page_but_as_hidden()
    {
        const string Row = "enhet-6.3.i1";
        var plan = PlanLibrary.EkonomisktBistand2023;
        var feed = BoardSamples.FeedOf(plan, answered: 0);
        var report = new Report
        {
            Key = new("2023-05", Row, plan.Owing(plan.Node(Row)).First().Id),
            Revision = 1,
            Answer = new() { Value = AnswerValue.Of(3) },
            Comment = "Tre personer i Hemlinge",
            Reporter = "r",
            Submission = "s",
            ReportedAt = new(2023, 6, 1, 8, 0, 0, TimeSpan.Zero),
            FirstReportedAt = new(2023, 6, 1, 8, 0, 0, TimeSpan.Zero),
            Door = Door.Api,
        };
        var snapshot = new PlanSnapshot(plan, feed.Snapshot.Area, [report], "stamp").Published;
        var hidden = new StatusFeed(snapshot.StatusIn(plan.FindRound("2023-05")!, new(2023, 6, 20)), snapshot, "version");

        foreach (var node in new[] { plan.Node(Row), plan.GoalOf(plan.Node(Row)) })
        {
            var page = BoardSamples.Read(await BoardSamples.NodeAsync(BoardSamples.Page(), hidden, node));

            Assert.Contains("Visas inte (få personer)", page.AllSaid("td > span"));
            Assert.DoesNotContain("Hemlinge", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("td .said"));
            Assert.Empty(page.QuerySelectorAll("rect.bar"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_units_number_has_a_chart_once_there_are_two_to_compare(int answered)
    {
        var plan = PlanLibrary.EkonomisktBistand2023;
        var row = plan.Indicators.First(i => i.Indicator is { IsNumber: true, Parts.Count: 0, Target: not null });
        var rounds = plan.Rounds.Take(answered).ToList();
        Report[] reports = [.. rounds.Select(r => (Report)ReportBuilder.AReport(row.Id, plan.Owing(row).First().Id).In(r.Id).Saying(AnswerValue.Of(70)))];
        var snapshot = new PlanSnapshot(plan, BoardSamples.FeedOf(plan, answered: 0).Snapshot.Area, reports, "stamp");
        var feed = new StatusFeed(snapshot.StatusIn(plan.Rounds[1], new(2023, 10, 20)), snapshot, "version");

        var page = BoardSamples.Read(await BoardSamples.NodeAsync(BoardSamples.Page(), feed, row));

        Assert.Equal(answered == 1 ? 0 : 2, page.QuerySelectorAll("rect.bar").Length);
        Assert.Equal(answered == 1 ? [] : rounds.Select(r => Domain.Meetings.SwedishDates.RoundInBrief(r.Id)), page.AllSaid("svg[role=img] text").Where((_, i) => i % 2 == 1));
        Assert.Contains("70", page.QuerySelectorAll("table")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_the_last_samrad_is_told_as_its_paper_would()
    {
        var feed = BoardSamples.Feeds[Known.Plan];
        var (plan, before) = (feed.Status.Plan, feed.Snapshot.StatusIn(feed.Status.Plan.Rounds[0], new(2021, 5, 20)));
        var made = new PaperPlan(plan.Id, 1, "2021-05", [], Standing.Of(before));
        var paper = new PaperManifest
        {
            Area = "uppsala",
            Meeting = "2021-05",
            MeetingDate = new(2021, 5, 31),
            Edition = PaperEdition.Sealed,
            ContentVersion = "x",
            CompiledAt = new(2021, 5, 24, 0, 0, 0, TimeSpan.Zero),
            Files = [],
            Plans = [made],
        };
        var changes = Changes.Between(made.Standings, Standing.Of(feed.Status)).Nodes.Where(c => plan.Node(c.Node) is { Kind: NodeKind.Goal } || feed.Status[c.Node].Cells.Count > 0).ToLookup(c => c.Kind);

        var page = BoardSamples.Read(await BoardSamples.PlanAsync(BoardSamples.Page(), feed, (paper, made)));

        Assert.Equal("Ändrat sedan samrådet 31 maj 2021", page.Said("#andrat"));
        (ChangeKind Kind, string Said)[] kinds = [(ChangeKind.Worse, "Sämre"), (ChangeKind.Better, "Bättre"), (ChangeKind.New, "Nytt"), (ChangeKind.Gone, "Inget läge längre")];
        Assert.Equal(
            kinds.Where(k => changes[k.Kind].Any()).Select(k => $"{k.Said} ({changes[k.Kind].Count()})"),
            page.QuerySelector("#andrat")!.ParentElement!.AllSaid("h3"));
        Assert.NotEmpty(changes);
    }

    [Fact]
    public async Task What_is_reckoned_from_answers_stands_on_the_plans_page_with_its_reckoning()
    {
        var feed = BoardSamples.Feeds["ekonomiskt-bistand-2023"];
        var figures = DerivedFigures.In(feed.Status);

        var page = BoardSamples.Read(await BoardSamples.PlanAsync(BoardSamples.Page(), feed));

        Assert.NotEmpty(figures);
        var section = page.QuerySelector("#tal")!.ParentElement!;
        Assert.Equal(figures.Select(f => f.Spec.Text), section.AllSaid(".panel h3"));
        Assert.Equal(figures.Select(f => string.Join(' ', f.Reckoning.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))), section.QuerySelectorAll(".panel").Select(p => p.LastElementChild!.Said()));
        Assert.Equal(feed.Status.Plan.Figures.Select(f => f.Text), section.AllSaid("tbody th"));
    }

    [Fact]
    public async Task Each_unit_is_told_how_much_it_has_left_by_goal()
    {
        var feed = BoardSamples.FeedOf(PlanLibrary.Hsvo2021, answered: 40);
        var missing = ReadMissing.In(feed.Status);

        var page = BoardSamples.Read(await BoardSamples.PlanAsync(BoardSamples.Page(), feed));

        var rows = page.QuerySelector("#saknas")!.ParentElement!.QuerySelectorAll("tbody tr");
        Assert.Equal(missing.Departments.Select(d => d.Department.Name), rows.Select(r => r.Said("th")));
        Assert.Equal(
            missing.Departments.Select(d => string.Join(", ", d.Rows.GroupBy(r => r.Goal.Number).Select(g => $"mål {g.Key} ({g.Count()})"))),
            rows.Select(r => r.QuerySelectorAll("td")[^1].Said() is var said && said.Contains(": ", StringComparison.Ordinal) ? said.Split(": ", 2)[1] : ""));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task An_english_page_is_in_english_but_for_what_is_marked_as_swedish(string plan)
    {
        var (feed, english) = (BoardSamples.Feeds[plan], BoardSamples.Page(PageLanguage.English));
        var pages = new List<byte[]> { await BoardSamples.BoardAsync(english, feed), await BoardSamples.PlanAsync(english, feed) };
        foreach (var node in feed.Status.Plan.Nodes.Where(n => n.Kind is NodeKind.Goal or NodeKind.Indicator))
        {
            pages.Add(await BoardSamples.NodeAsync(english, feed, node));
        }

        foreach (var page in pages.Select(BoardSamples.Read))
        {
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal([], SwedishIn(page, feed.Status.Plan));
            Assert.All(page.QuerySelectorAll("main a[href^='/']"), a => Assert.Contains("lang=en", a.GetAttribute("href")!, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task No_page_of_a_plan_that_is_answered_in_full_is_larger_than_100_kilobytes(string plan)
    {
        var feed = BoardSamples.Feeds[plan];
        var pages = new List<(string Name, int Length)>
        {
            ("/", (await BoardSamples.BoardAsync(BoardSamples.Page(), [.. BoardSamples.Feeds.Values])).Length),
            ("/plan", (await BoardSamples.PlanAsync(BoardSamples.Page(), feed)).Length),
        };
        foreach (var node in feed.Status.Plan.Nodes.Where(n => n.Kind is NodeKind.Goal or NodeKind.Indicator))
        {
            pages.Add((node.Id, (await BoardSamples.NodeAsync(BoardSamples.Page(), feed, node)).Length));
        }

        Assert.All(pages, p => Assert.True(p.Length < MaxBytes, $"{p.Name}: {p.Length}"));
    }

    // Names stay what they are; what else has a Swedish letter would be a sentence that somebody forgot.
    private static List<string> SwedishIn(IHtmlDocument page, Plan plan)
    {
        foreach (var marked in page.QuerySelectorAll("[lang=sv], [aria-label], style").ToList())
        {
            marked.RemoveAttribute("aria-label");
            if (marked.GetAttribute("lang") == "sv" || marked.LocalName == "style")
            {
                marked.TextContent = "";
            }
        }

        string[] names =
        [
            plan.Title, .. plan.Departments.Select(d => d.Name), .. plan.Bodies.Select(b => b.Name), .. plan.Conditions.Select(c => c.Text), .. plan.Nodes.Select(n => n.Text), .. plan.Nodes.Select(n => n.Condition).OfType<string>(),
        ];
        return
        [
            .. page.Descendants<IText>().Where(t => t.ParentElement?.LocalName != "title").Select(t => names.Aggregate(t.Text, (text, name) => text.Replace(name, "", StringComparison.Ordinal)))
                .Where(t => t.IndexOfAny(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']) >= 0 || t.Contains("svar", StringComparison.OrdinalIgnoreCase)),
        ];
    }

    private static string ChipIn(IElement element) => element.QuerySelector(".status")!.ChildNodes.Last().TextContent.Trim();

    private static IEnumerable<StatusNode> NodesOf(StatusFeed feed) => StatusMapping.ToDocument(feed.Status).FocusAreas.SelectMany(f => Below(f).Prepend(f));

    private static IEnumerable<StatusNode> Below(StatusNode node) => node.Children.SelectMany(c => Below(c).Prepend(c));
}
