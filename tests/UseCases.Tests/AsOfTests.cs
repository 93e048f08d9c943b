using System.Text.Json;
using System.Text.Json.Serialization;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.EndToEnd;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

/// <summary>What was known then: the log read up to a time is what was shown at that time.</summary>
public sealed class AsOfTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Hidden = "(texten är dold)";

    private const int Indicators = 6;

    private static readonly string[] Goals = ["1.1", "1.2", "1.3"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public async Task An_answer_a_review_a_meeting_and_a_permit_are_there_from_the_moment_they_were()
    {
        await ImportAsync(1);
        var nothing = Tick();
        await SubmitAsync(App, Submission([Row(0, "nej")]));
        var answered = Tick();
        await SetMeetingAsync();
        var dated = Tick();
        await ReviewAsync(0, 1, "Stämmer det?");
        var sentBack = Tick();
        await SubmitAsync(App, Submission([Row(0)]));
        Tick();

        Assert.Equal((null, null, ReportingStatus.NotDue), await AtAsync(nothing));
        Assert.Equal((1, null, ReportingStatus.Reported), await AtAsync(answered));
        Assert.Equal((1, null, ReportingStatus.Reported), await AtAsync(dated));
        Assert.Equal((1, "Stämmer det?", ReportingStatus.Due), await AtAsync(sentBack));
        Assert.Equal((2, null, ReportingStatus.Reported), await AtAsync(Time.GetUtcNow()));
        Assert.Null((await ReadAsync(answered)).Status.Meeting);
        Assert.NotNull((await ReadAsync(dated)).Status.Meeting);
        Assert.Equal(new(2021, 5, 3), (await ReadAsync(nothing)).Status.Today);

        async Task<(int?, string?, ReportingStatus)> AtAsync(DateTimeOffset asOf)
        {
            var cell = (await ReadAsync(asOf)).Status[LargePlan.Indicator(0)].Cells.Single(c => c.Department.Id == LargePlan.Department);
            return (cell.Report?.Revision, cell.Report?.Review?.Question, cell.Reporting);
        }
    }

    [Fact]
    public async Task A_mask_hides_what_was_written_even_as_of_a_time_before_it()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([Row(0, comment: "Anna")]));
        var before = Tick();
        await App.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), 1, "Namn", default);

        var report = (await ReadAsync(before)).Status[LargePlan.Indicator(0)].Cells[0].Report!;

        Assert.Equal((null, "Namn"), (report.Comment, report.Mask!.Reason));
    }

    [Fact]
    public async Task The_missing_list_and_the_current_round_are_those_of_the_day()
    {
        await ImportAsync(2);
        await SetMeetingAsync();
        var may = Tick();
        Time.GoTo(new(2021, 6, 1));
        await SubmitAsync(App, Submission([Row(0, round: "2021-10")]));

        var missing = (await App.ReadMissing.HandleAsync(LargePlan.Id, null, may, default)).Value!;

        Assert.Equal(("2021-05", 3, new DateOnly(2021, 5, 3)), (missing.Status.Round.Id, missing.DaysLeft, missing.Status.Today));
        Assert.All(missing.Departments, d => Assert.Equal(2, d.Rows.Count));
        Assert.Equal("2021-10", (await ReadAsync(null)).Status.Round.Id);
    }

    [Fact]
    public async Task The_future_is_refused_and_each_instant_has_a_version_of_its_own()
    {
        await ImportAsync(1);
        var then = Tick();
        var version = (await ReadAsync(then)).Version;

        var failure = (await App.ReadStatus.HandleAsync(LargePlan.Id, null, Time.GetUtcNow().AddTicks(1), default)).Failure!;

        Assert.Equal((FailureKind.Malformed, "asOf.future", "asOf"), (failure.Kind, Assert.Single(failure.Faults).Code, failure.Faults[0].Pointer));
        Assert.Equal(version, (await ReadAsync(then)).Version);
        Assert.Equal(3, new[] { version, (await ReadAsync(then.AddTicks(1))).Version, (await ReadAsync(null)).Version }.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_done_each_time_is_told_later_as_it_was_shown_then_and_as_a_naive_reading_of_the_log_has_it(int seed)
    {
        var random = new Random(seed);
        Assert.True(await App.Plans.TryImportAsync(SeveralGoals(), default));
        var shown = new List<(DateTimeOffset At, string Statuses)>();
        var masked = new List<string>();
        for (var i = 0; i < 80; i++)
        {
            await DoSomethingAsync(random, i, masked);
            shown.Add((Time.GetUtcNow(), Told(await SnapshotAsync(null), Time.Today())));
            Time.Advance(TimeSpan.FromHours(random.Next(1, 10)));
        }

        Assert.NotEmpty(masked);
        var log = await App.Reports.ReadLogAsync(Plan, default).ToListAsync();
        masked.AddRange(log.SelectMany(r => r.Reviews.Where(v => v.At <= r.Mask?.At)).Select(v => v.Question).OfType<string>());
        var seen = new HashSet<string?>();
        foreach (var (at, statuses) in shown)
        {
            var then = await SnapshotAsync(at);
            Assert.Equal(Hide(statuses, masked), Hide(Told(then, StockholmTime.DateOf(at)), masked));

            var naive = Naive(log, at);
            Assert.Equal(naive.OrderBy(c => c.Key).Select(c => (c.Key, c.Value)), then.Cells.Select(c => ($"{c.Key}", Told(c))).OrderBy(c => c.Item1));
            Report[] known = [.. log.Select(r => r.Original).Where(r => r.ReportedAt <= at)];
            foreach (var round in LargePlan.Rounds)
            {
                var goals = NaiveRollUp.OfGoals(then.Plan, round.Id, known);
                var status = then.StatusIn(round, StockholmTime.DateOf(at));
                Assert.Equal(goals.OrderBy(g => g.Key), Goals.Select(g => KeyValuePair.Create(g, status[g].Status?.Name())));
                seen.UnionWith(goals.Values);
            }
        }

        Assert.Superset(new HashSet<string?> { null, "overdue", "behind", "atRisk", "onTrack", "completed" }, seen);
        var now = await SnapshotAsync(Time.GetUtcNow());
        Assert.Equal(Told(await SnapshotAsync(null), Time.Today()), Told(now, Time.Today()));
        Assert.Equal((await CellsAsync()).Select(c => ($"{c.Key}", Told(c))).Order(), now.Cells.Select(c => ($"{c.Key}", Told(c))).Order());
    }

    // Each goal has a row that is to be finished and one that is to go on.
    private Plan SeveralGoals()
    {
        var plan = LargePlan.Create(Area, Indicators);
        var rows = plan.Indicators.ToArray();
        return plan with
        {
            Nodes =
            [
                plan.Node("1"),
                .. Goals.SelectMany((goal, at) => new[]
                {
                    plan.Node("1.1") with { Id = goal },
                    plan.Node("1.1.p1") with { Id = $"{goal}.p1", ParentId = goal },
                    rows[2 * at] with { ParentId = $"{goal}.p1" },
                    rows[(2 * at) + 1] with { ParentId = $"{goal}.p1", Indicator = new() { Kind = IndicatorKind.Continuing } },
                }),
            ],
        };
    }

    private async Task DoSomethingAsync(Random random, int i, List<string> masked)
    {
        var indicator = random.Next(Indicators);
        var round = LargePlan.Rounds[random.Next(3)];
        switch (random.Next(8))
        {
            case 0 when (await CellsAsync()).Where(c => c is { Mask: null, HasText: true }).ToList() is { Count: > 0 } texts:
                var text = texts[random.Next(texts.Count)];
                masked.Add(text.Comment!);
                Assert.Null((await App.MaskComment.HandleAsync(Coordinator, LargePlan.Id, text.Key, text.Revision, "Namn", default)).Failure);
                break;
            case 1 or 2 when (await CellsAsync()).Where(c => c.Key.Round == "2021-05").ToList() is { Count: > 0 } answers:
                var answer = answers[random.Next(answers.Count)];
                var decision = random.Next(2) == 0 ? ReviewDecision.Accept : ReviewDecision.SendBack;
                await App.ReviewReports.HandleAsync(
                    Coordinator, LargePlan.Id, "2021-05",
                    [new(answer.Key.Indicator, answer.Key.Department, answer.Revision, decision, decision == ReviewDecision.SendBack ? $"Fråga {i}?" : null)], default);
                break;
            case 3:
                Assert.Null((await App.SetMeeting.HandleAsync(Coordinator, "2021-05", AMeeting(new DateOnly(2021, 6, 20).AddDays(random.Next(20))), default)).Failure);
                break;
            default:
                var department = random.Next(2) == 0 ? LargePlan.Department : LargePlan.OtherDepartment;
                var row = Row(indicator, "ja", round.Id, $"Kommentar {i}.", "Nytt besked") with { Department = department };
                await SubmitAsync(App, Submission([row with { Answer = AnAnswer(random, row.Answer, indicator % 2 == 1, round.IsFinal) }], caller: Reporter(department: department)));
                break;
        }
    }

    private static SubmittedAnswer AnAnswer(Random random, SubmittedAnswer yes, bool isContinuing, bool isFinal)
    {
        Status?[] assessments = isContinuing ? [null, Status.AtRisk, Status.Behind]
            : isFinal ? [null]
            : [null, Status.NotStarted, Status.OnTrack, Status.AtRisk, Status.Behind];
        return random.Next(10) switch
        {
            < 6 => yes,
            6 => yes with { Value = null, NotApplicable = true },
            _ => yes with { Value = SubmittedValue.Of("nej"), Assessment = assessments[random.Next(assessments.Length)] },
        };
    }

    // Said in other words than the product's: row by row, the last one wins.
    private static Dictionary<string, string> Naive(List<LoggedRevision> log, DateTimeOffset at)
    {
        var cells = new Dictionary<string, string>();
        foreach (var revision in log)
        {
            if (revision.Original.ReportedAt > at)
            {
                continue;
            }

            var report = revision.Mask is null
                ? revision.Original
                : revision.Original with { Comment = null, Reason = revision.Original.Reason is null ? null : Hidden, Mask = revision.Mask };
            foreach (var review in revision.Reviews)
            {
                if (review.At <= at)
                {
                    var isHidden = review.Question is not null && review.At <= revision.Mask?.At;
                    report = report with { Review = isHidden ? review with { Question = Hidden } : review };
                }
            }

            cells[$"{report.Key}"] = Told(report);
        }

        return cells;
    }

    private static string Told(Report report) => JsonSerializer.Serialize(report, Json);

    private static string Told(PlanSnapshot snapshot, DateOnly today) => string.Join('\n', LargePlan.Rounds.Select(r => snapshot.StatusIn(r, today)).SelectMany(s => s.Nodes.Select(n =>
        $"{s.Round.Id} {s.Meeting?.Date} {n.Node.Id} {n.Status} {n.Rule} {n.Coverage} {string.Join(',', n.Reporting.OrderBy(p => p.Key))} "
        + string.Join(';', n.Cells.Select(c => $"{c.Status} {c.Reporting} {c.Report?.Revision} {c.Report?.Comment} {c.Report?.Review}")))));

    private static string Hide(string text, IEnumerable<string> masked) => masked.Append(Hidden).Aggregate(text, (t, m) => t.Replace(m, "", StringComparison.Ordinal));

    private DateTimeOffset Tick()
    {
        var now = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromMinutes(1));
        return now;
    }

    private async Task ReviewAsync(int indicator, int revision, string question) => Assert.Null((await App.ReviewReports.HandleAsync(
        Coordinator, LargePlan.Id, "2021-05", [new(LargePlan.Indicator(indicator), LargePlan.Department, revision, ReviewDecision.SendBack, question)], default)).Failure);

    private async Task<StatusFeed> ReadAsync(DateTimeOffset? asOf) =>
        (await App.ReadStatus.HandleAsync(LargePlan.Id, asOf is null ? null : "2021-05", asOf, default)).Value!;

    private async Task<PlanSnapshot> SnapshotAsync(DateTimeOffset? asOf) => (await App.ReadPlans.FindPlainAsync(LargePlan.Id, asOf, default)).Value!;
}
