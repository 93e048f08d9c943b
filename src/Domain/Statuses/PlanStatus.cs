using System.Collections.Frozen;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Statuses;

/// <summary>How a whole plan stands in one round on one day: a pure function of plan, round, answers and day.</summary>
public sealed class PlanStatus
{
    private readonly FrozenDictionary<string, NodeStatus> _byId;

    private PlanStatus(Plan plan, DatedRound round, DateOnly today, IEnumerable<NodeStatus> nodes)
    {
        Plan = plan;
        DatedRound = round;
        Today = today;
        _byId = nodes.ToFrozenDictionary(n => n.Node.Id, StringComparer.Ordinal);
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The round with its meeting and days.</summary>
    public DatedRound DatedRound { get; }

    /// <summary>The round.</summary>
    public Round Round => DatedRound.Round;

    /// <summary>The meeting that follows the round up; null while there is none.</summary>
    public Meeting? Meeting => DatedRound.Meeting;

    /// <summary>The round's days; null while it has none, and then nothing is due.</summary>
    public RoundTimeline? Timeline => DatedRound.Timeline;

    /// <summary>The day in Stockholm it was computed for.</summary>
    public DateOnly Today { get; }

    /// <summary>Every node in the plan's order.</summary>
    public IEnumerable<NodeStatus> Nodes => Plan.Nodes.Select(n => _byId[n.Id]);

    /// <summary>One node.</summary>
    public NodeStatus this[string nodeId] => _byId[nodeId];

    /// <summary>Computes the status of every node.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dated">The round asked for, with its meeting and days.</param>
    /// <param name="cells">The newest report of each cell, of any round; those of later rounds are left aside.</param>
    /// <param name="today">Today in Stockholm.</param>
    public static PlanStatus Compute(Plan plan, DatedRound dated, IEnumerable<Report> cells, DateOnly today)
    {
        var round = dated.Round;

        // By their place in the plan: an id is a name, and an extra round may be called anything.
        var place = plan.Rounds.Select((r, i) => (r.Id, i)).ToFrozenDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        var answers = cells
            .Where(c => place.TryGetValue(c.Key.Round, out var at) && at <= place[round.Id])
            .GroupBy(c => (c.Key.Indicator, c.Key.Department))
            .ToDictionary(g => g.Key, g => StandingAnswer.Of(g, c => place[c.Key.Round]));
        var indicators = plan.Indicators
            .Where(n => n.Indicator!.Kind != IndicatorKind.Reference)
            .ToDictionary(n => n.Id, n => OfIndicator(plan, n, dated, answers, today), StringComparer.Ordinal);

        NodeStatus Of(PlanNode node) => node switch
        {
            { Indicator.RefersTo: { } target } => OfReference(plan, node, indicators[target]),
            { Kind: NodeKind.Indicator } => indicators[node.Id],
            _ => OfParent(plan, node, [.. IndicatorsBelow(plan, node.Id).Select(i => indicators[i])]),
        };

        return new(plan, dated, today, plan.Nodes.Select(Of));
    }

    /// <summary>The answerable indicators below a node, at whatever depth.</summary>
    private static IEnumerable<string> IndicatorsBelow(Plan plan, string id) =>
        plan.ChildrenOf(id).SelectMany(child => child.Kind switch
        {
            NodeKind.Indicator when child.Indicator!.Kind == IndicatorKind.Reference => [],
            NodeKind.Indicator => [child.Id],
            _ => IndicatorsBelow(plan, child.Id),
        });

    private static NodeStatus OfIndicator(
        Plan plan, PlanNode node, DatedRound round, Dictionary<(string, string), StandingAnswer> answers, DateOnly today)
    {
        CellStatus[] cells = [.. plan.Owing(node).Select(d => OfCell(plan, node, d, round, answers.GetValueOrDefault((node.Id, d.Id), StandingAnswer.None), today))];
        CellStatus[] applicable = [.. cells.Where(c => !c.IsNotApplicable)];
        CellStatus[] answered = [.. applicable.Where(c => c.IsAnswered)];
        CellStatus[] weighing = [.. applicable.Where(c => c.IsAnswered || c.Status is not null)];
        var isAnswered = applicable.Length > 0 && answered.Length == applicable.Length;
        var status = RollUp.OfDepartments([.. weighing.Select(c => c.Status)], isAnswered);
        return new()
        {
            Node = node,
            Level = plan.LevelOf(node),
            Status = status,
            Rule = RuleOf(status, weighing, isAnswered),
            DecidedBy = status is null ? [] : [node.Id],
            Unanswered = isAnswered || applicable.Length == 0 ? [] : [node.Id],
            Coverage = new(answered.Length, applicable.Length),
            Reporting = Count(cells.Select(c => c.Reporting)),
            Distribution = Count(status is { } s ? [s] : Array.Empty<Status>()),
            Cells = cells,
            Agreement = AgreementOf(node.Indicator!, applicable, answered),
            HasExamples = cells.Any(c => c.Report is { IsExample: true } || c.Withdrawn is { IsExample: true }),
        };
    }

    private static RollUpRule RuleOf(Status? status, CellStatus[] weighing, bool isAnswered) => status switch
    {
        null => RollUpRule.NoStatus,
        Status.Completed => RollUpRule.AllCompleted,
        Status.OnTrack when !isAnswered || weighing.Any(c => c.Status != Status.OnTrack) => RollUpRule.UnderWay,
        Status.NotStarted when weighing.All(c => c.Status == Status.NotStarted) => RollUpRule.AllNotStarted,
        _ => RollUpRule.Worst,
    };

    private static CellStatus OfCell(
        Plan plan, PlanNode node, Department department, DatedRound round, StandingAnswer standing, DateOnly today)
    {
        var report = standing.Report;
        var withdrawn = standing.Withdrawals is [var newest, ..] ? newest : null;
        var isCarried = report is not null && report.Key.Round != round.Round.Id;
        var isWithdrawnHere = withdrawn is not null && withdrawn.Key.Round == round.Round.Id;
        var (status, rule) = standing.StatusIn(plan, node.Indicator!, today);
        var reporting = ReportingOf(report, isCarried, isWithdrawnHere, status, round.Timeline, today);

        // Of what it hasn't answered in this round; what it has answered and is asked again about, or took back, is awaited all the same.
        var nothingMore = reporting is ReportingStatus.Due or ReportingStatus.Missing && (report is null || isCarried) && !isWithdrawnHere
            ? round.Declarations.FirstOrDefault(d => d.Department == department.Id)
            : null;
        return new()
        {
            Department = department,
            Report = report,
            Withdrawn = withdrawn,
            IsCarried = isCarried,
            Rule = rule,
            Status = status,
            Reporting = nothingMore is null ? reporting : ReportingStatus.NotDue,
            NothingMore = nothingMore,
        };
    }

    private static ReportingStatus ReportingOf(Report? report, bool isCarried, bool isWithdrawnHere, Status? status, RoundTimeline? timeline, DateOnly today)
    {
        // Asked for again, whatever it says: it counts on, but says nothing of this round. So is what was taken back.
        var isSentBack = report is { IsSentBack: true };
        var isAskedAgain = isSentBack || isWithdrawnHere;
        if (report is { Answer.NotApplicable: true } && !isSentBack)
        {
            return ReportingStatus.NotApplicable;
        }

        if (report is not null && !isCarried && !isSentBack)
        {
            return timeline is not null && StockholmTime.DateOf(report.FirstReportedAt) > timeline.Due ? ReportingStatus.Late : ReportingStatus.Reported;
        }

        // What was sent back or taken back in this round is awaited at once, however early it came and though the round has no days yet.
        if (timeline is null && ((isSentBack && !isCarried) || isWithdrawnHere))
        {
            return ReportingStatus.Due;
        }

        // What was completed in an earlier round owes nothing more.
        if ((status == Status.Completed && !isAskedAgain) || timeline is null || (today < timeline.Opens && !isWithdrawnHere && (isCarried || !isSentBack)))
        {
            return ReportingStatus.NotDue;
        }

        return today <= timeline.Due ? ReportingStatus.Due : ReportingStatus.Missing;
    }

    // Numbers aren't compared: each department counts its own. Of what isn't shown nobody is to know whether it says the same.
    private static Agreement? AgreementOf(IndicatorSpec spec, CellStatus[] applicable, CellStatus[] answered)
    {
        if (answered.Length == 0 || applicable.Length < 2 || spec.IsNumber || spec.Kind == IndicatorKind.Qualitative)
        {
            return null;
        }

        Answer[] shown = [.. answered.Where(c => !c.IsSuppressed).Select(c => c.Report!.Answer)];
        if (shown.Any(a => !a.SaysTheSameAs(shown[0])))
        {
            return Agreement.Differ;
        }

        var owing = applicable.Select(c => c.Department.Principal).Where(IsOneOfTheTwo).Distinct();
        var heard = answered.Select(c => c.Department.Principal);
        return owing.Except(heard).Any() ? Agreement.OnePrincipalMissing : answered.Length > 1 && shown.Length == answered.Length ? Agreement.Agree : null;
    }

    private static bool IsOneOfTheTwo(Principal principal) => principal is Principal.Kommun or Principal.Region;

    // A reference shows the named row's status and is counted where it points.
    private static NodeStatus OfReference(Plan plan, PlanNode node, NodeStatus target) => target with
    {
        Node = node,
        Level = plan.LevelOf(node),
        DecidedBy = target.Status is null ? [] : [target.Node.Id],
        Unanswered = [],
        Coverage = default,
        Reporting = Count<ReportingStatus>([]),
        Distribution = Count<Status>([]),
        Cells = [],
        Agreement = null,
    };

    private static NodeStatus OfParent(Plan plan, PlanNode node, NodeStatus[] below)
    {
        NodeStatus[] counted = [.. below.Where(b => b.Cells.Any(c => !c.IsNotApplicable))];
        var rolled = RollUp.Of(counted.Select(b => new RollUpRow(b.Status, b.Unanswered.Count == 0, b.Node.Indicator!.RollsUp)));
        var withStatus = counted.Where(b => b.Status is not null && b.Node.Indicator!.RollsUp);
        return new()
        {
            Node = node,
            Level = plan.LevelOf(node),
            Status = rolled.Status,
            Rule = rolled.Rule,
            DecidedBy = [.. withStatus.Where(b => rolled.Rule != RollUpRule.Worst || b.Status == rolled.Status).Select(b => b.Node.Id)],
            Unanswered = [.. counted.SelectMany(b => b.Unanswered)],
            Coverage = new(below.Sum(b => b.Coverage.Answered), below.Sum(b => b.Coverage.Owed)),
            Reporting = below.SelectMany(b => b.Reporting).GroupBy(p => p.Key).ToFrozenDictionary(g => g.Key, g => g.Sum(p => p.Value)),
            Distribution = Count(withStatus.Select(b => b.Status!.Value)),
            HasExamples = below.Any(b => b.HasExamples),
        };
    }

    private static FrozenDictionary<T, int> Count<T>(IEnumerable<T> values)
        where T : struct, Enum => values.CountBy(v => v).ToFrozenDictionary();
}
