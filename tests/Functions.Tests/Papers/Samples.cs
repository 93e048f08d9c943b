using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.LocalHost.Azurite;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.Papers;

/// <summary>
/// Summaries of the real plans with made-up answers, as many and as mixed as a real year's: the first paper of May, and October's with what changed since.
/// </summary>
internal static class Samples
{
    private static readonly Meeting May = new() { Id = "2021-05", Area = "uppsala", Date = new(2021, 5, 20), Agenda = [new("hsvo-2021", "2021-05")] };
    private static readonly Meeting October = new() { Id = "2021-10", Area = "uppsala", Date = new(2021, 10, 21), Agenda = [new("hsvo-2021", "2021-10")] };

    private static readonly string[] Comments =
    [
        "Arbetet pågår tillsammans med vårdcentralerna och väntas vara klart efter sommaren.",
        "Rutinen är beslutad men har ännu inte nått alla enheter. Chefsgruppen följer upp den i september.",
        "Väntar på beslut om finansiering.",
        "Alla berörda medarbetare har fått information på arbetsplatsträffar.",
    ];

    /// <summary>Every summary by name.</summary>
    public static IReadOnlyDictionary<string, Func<MeetingSummary>> All { get; } =
        new Dictionary<string, Func<MeetingSummary>> { ["maj"] = () => FirstPaper(), ["oktober"] = LaterPaper, ["flera"] = SeveralPlans };

    /// <summary>Keeps a file for tests/Visual, and for whoever wants to look.</summary>
    public static void Keep(string name, byte[] file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Root, "artifacts", "tests", "papers"));
        File.WriteAllBytes(Path.Combine(folder.FullName, name), file);
    }

    /// <summary>The plan's first paper, preliminary and marked as example.</summary>
    public static MeetingSummary FirstPaper(string? comment = null)
    {
        var reports = AnswersIn(PlanLibrary.Hsvo2021, "2021-05", seed: 1, answered: 45).Select(r => r with { IsExample = true, Comment = comment ?? r.Comment }).ToArray();
        var plan = PlanLibrary.Hsvo2021;
        return Summary(May with { IsExample = true }, PaperEdition.Preliminary, new(2021, 5, 8), FollowUp(plan, May, new(2021, 5, 8), reports, null)) with
        {
            Proposals = new(2022, []),
        };
    }

    /// <summary>The sealed paper of October, compared with May's.</summary>
    public static MeetingSummary LaterPaper()
    {
        var plan = PlanLibrary.Hsvo2021;
        Report[] may = [.. AnswersIn(PlanLibrary.Hsvo2021, "2021-05", seed: 1, answered: 70)];
        Report[] corrected = [.. may.Select((r, i) => i % 60 == 7 ? Corrected(plan, r) : r)];
        Report[] october = [.. corrected, .. AnswersIn(PlanLibrary.Hsvo2021, "2021-10", seed: 2, answered: 60)];
        var sealedInMay = StatusIn(plan, May, new(2021, 5, 13), may);
        var now = StatusIn(plan, October, new(2021, 10, 14), october);
        var since = new SinceLastPaper(
            May.Id, May.Date, "2021-05", 1, Changes.Between(Standing.Of(sealedInMay), Standing.Of(now)),
            Corrections.Since(plan, may.Select(r => new UsedRevision(r.Key, r.Revision, r.Answer)), "2021-05", october));
        return Summary(October, PaperEdition.Sealed, new(2021, 10, 14), FollowUp(plan, October, new(2021, 10, 14), october, since)) with
        {
            ToAdopt = new(2022, plan with { Id = "hsvo-2022", Title = "Verksamhetsplan HSVO Uppsala 2022 (exempel)", Year = 2022 }),
        };
    }

    /// <summary>An agenda of several plans: an insats with dated goals, and a monthly follow-up with figures that its document states.</summary>
    public static MeetingSummary SeveralPlans()
    {
        var (insats, monthly) = (PlanLibrary.Lokussamordnare2018, PlanLibrary.EkonomisktBistand2023);
        var meeting = October with { Id = "2023-06", Date = new(2023, 6, 20), Agenda = [new(insats.Id, "2018-10"), new(monthly.Id, "2023-06")] };
        var today = new DateOnly(2023, 6, 13);
        PlanFollowUp Of(Plan plan, string round, Report[] reports) => new()
        {
            Status = PlanStatus.Compute(plan, plan.FindRound(round)!, meeting, reports, today),
            Since = null,
            Figures = FigureSeries.Of(plan, plan.FindRound(round)!, reports),
        };

        return Summary(
            meeting, PaperEdition.Sealed, today,
            Of(insats, "2018-10", [.. AnswersIn(insats, "2018-05", seed: 3, answered: 80), .. AnswersIn(insats, "2018-10", seed: 4, answered: 80)]),
            Of(monthly, "2023-06", [.. AnswersIn(monthly, "2023-06", seed: 5, answered: 90)])) with
        {
            Proposals = new(2024, PlanLibrary.Proposals),
        };
    }

    /// <summary>A plan's first paper in a round, of the answers given.</summary>
    public static MeetingSummary Of(Plan plan, string round, params Report[] reports)
    {
        var day = plan.FindRound(round)!.Ends;
        var meeting = May with { Date = day, Agenda = [new(plan.Id, round)] };
        return Summary(meeting, PaperEdition.Sealed, day.AddDays(-7), FollowUp(plan, meeting, day.AddDays(-7), reports, null));
    }

    private static MeetingSummary Summary(Meeting meeting, PaperEdition edition, DateOnly today, params PlanFollowUp[] plans) =>
        new() { Meeting = meeting, Edition = edition, Today = today, Plans = plans };

    private static PlanFollowUp FollowUp(Plan plan, Meeting meeting, DateOnly today, Report[] reports, SinceLastPaper? since) => new()
    {
        Status = StatusIn(plan, meeting, today, reports),
        Since = since,
        Figures = FigureSeries.Of(plan, plan.FindRound(meeting.Agenda[0].Round)!, reports),
    };

    private static PlanStatus StatusIn(Plan plan, Meeting meeting, DateOnly today, Report[] reports) =>
        PlanStatus.Compute(plan, plan.FindRound(meeting.Agenda[0].Round)!, meeting, reports, today);

    private static Report Corrected(Plan plan, Report report) => report with
    {
        Revision = 2,
        Reason = "Uppgiften var från fel enhet.",
        Answer = Answer(plan.Node(report.Key.Indicator).Indicator!, new Random(report.Key.Indicator.Length), good: report.Answer.Whole?.Kind == AnswerValueKind.No),
    };

    /// <summary>Answers to a round. A seeded generator gives the same year each time.</summary>
    public static IEnumerable<Report> AnswersIn(Plan plan, string round, int seed, int answered)
    {
        var random = new Random(seed);
        foreach (var indicator in plan.Indicators.Where(i => i.Indicator!.Kind != IndicatorKind.Reference))
        {
            // Most rows go well for all, and a few not.
            var share = random.Next(100) switch { < 70 => 100, < 90 => 60, _ => 20 };
            foreach (var department in plan.Owing(indicator))
            {
                if (random.Next(100) < answered)
                {
                    yield return new()
                    {
                        Key = new(round, indicator.Id, department.Id),
                        Revision = 1,
                        Answer = Answer(indicator.Indicator!, random, good: random.Next(100) < share),
                        Comment = random.Next(100) < 35 ? Comments[random.Next(Comments.Length)] : null,
                        Reporter = "r",
                        Submission = "s",
                        ReportedAt = new(plan.FindRound(round)!.Ends.AddDays(-20), new(8, 0), TimeSpan.Zero),
                        FirstReportedAt = new(plan.FindRound(round)!.Ends.AddDays(-20), new(8, 0), TimeSpan.Zero),
                        Door = Door.Api,
                    };
                }
            }
        }
    }

    private static Answer Answer(IndicatorSpec spec, Random random, bool good)
    {
        var value = spec.Kind switch
        {
            IndicatorKind.Percentage => AnswerValue.Of(1.3),
            IndicatorKind.Milestone => good ? AnswerValue.ReachedOn(spec.Due!.Value.AddDays(-3)) : AnswerValue.No,
            IndicatorKind.Qualitative => AnswerValue.Words("Brukarråd och anhörigföreningar har bjudits in till två dialogmöten, och deras synpunkter är med i planen."),
            _ when spec.IsNumber => AnswerValue.Of(random.Next(8, 120)),
            _ => AnswerValue.YesOrNo(good),
        };
        var assessment = (spec.Kind, good) switch
        {
            (IndicatorKind.Qualitative, _) => Status.OnTrack,
            (IndicatorKind.Deliverable, false) => new Status?[] { Status.NotStarted, Status.OnTrack, Status.AtRisk, Status.Behind, null }[random.Next(5)],
            _ => (Status?)null,
        };
        return spec.Parts.Count == 0
            ? new() { Value = value, Assessment = assessment }
            : new() { Parts = [.. spec.Parts.Select(p => new PartAnswer(p.Id, value))], Assessment = assessment };
    }
}
