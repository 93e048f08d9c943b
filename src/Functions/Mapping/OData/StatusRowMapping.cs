using Hsvo.Contracts.OData;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>How a plan stands in its rounds, and what is awaited in them, as rows of the feed.</summary>
/// <param name="places">Where the plan's nodes stand.</param>
/// <param name="snapshot">The plan as it is published.</param>
/// <param name="today">Today in Stockholm.</param>
internal sealed class StatusRowMapping(PlanPlaces places, PlanSnapshot snapshot, DateOnly today)
{
    // The most pressing first.
    private static readonly ReportingStatus[] ByUrgency =
    [
        ReportingStatus.Missing, ReportingStatus.Due, ReportingStatus.Late, ReportingStatus.Reported, ReportingStatus.NotApplicable, ReportingStatus.NotDue,
    ];

    private readonly Plan _plan = places.Plan;
    private readonly Round _current = snapshot.CurrentRound(today);

    /// <summary>One row for each node and round.</summary>
    public IEnumerable<StatusRow> Statuses => _plan.Rounds.Select(r => snapshot.StatusIn(r, today)).SelectMany(s => places.All.Select(p => ToRow(s, p)));

    /// <summary>One row for each answer that is awaited in a round.</summary>
    public IEnumerable<MissingReportRow> Missing => _plan.Rounds.Select(r => ReadMissing.In(snapshot.StatusIn(r, today)))
        .SelectMany(m => m.Departments.SelectMany(d => d.Rows.Select(r => ToRow(m, d.Department, r))));

    private StatusRow ToRow(PlanStatus status, NodePlace place)
    {
        var (node, stands, round) = (place.Node, status[place.Node.Id], status.Round);
        ReportingStatus? reporting = ByUrgency.Where(stands.Reporting.ContainsKey).Select(r => (ReportingStatus?)r).FirstOrDefault();
        var value = GoalValueMapping.Combined(stands.Cells);
        return new()
        {
            PlanId = _plan.Id,
            NodeId = node.Id,
            NodeKind = node.Kind.ToName(),
            ScorecardId = places.ScorecardId,
            GoalId = place.GoalId,
            Level = place.Level,
            Position = place.Position,
            Number = node.Number,
            Text = node.Text,
            TargetGroup = node.TargetGroup,
            StatusKey = RowKeys.Of(_plan.Id, round.Id, node.Id),
            PlanTitle = _plan.Title,
            PlanKind = _plan.Kind.ToName(),
            PlanYear = _plan.Year,
            RoundKey = RowKeys.Of(_plan.Id, round.Id),
            RoundId = round.Id,
            RoundName = SwedishDates.Round(round.Id),
            RoundEnds = round.Ends,
            IsCurrentRound = round.Id == _current.Id,
            Due = status.Timeline?.Due,
            MeetingId = status.Meeting?.Id,
            MeetingDate = status.Meeting?.Date,
            FocusAreaKey = KeyOf(place.FocusArea)!,
            FocusAreaText = place.FocusArea.Text,
            GoalKey = KeyOf(place.Goal),
            GoalText = place.Goal?.Text,
            PriorityAreaKey = KeyOf(place.PriorityArea),
            PriorityAreaText = place.PriorityArea?.Text,
            ActivityKey = KeyOf(place.Activity),
            ActivityText = place.Activity?.Text,
            IndicatorKey = node.Kind == NodeKind.Indicator ? KeyOf(node) : null,
            IndicatorText = node.Kind == NodeKind.Indicator ? node.Text : null,
            AnswerKind = node.Indicator?.Kind.ToName(),
            Condition = node.Condition,
            StatusId = (int?)stands.Status,
            StatusName = stands.Status?.Name(),
            StatusText = stands.Status?.Swedish(),
            ReasonRule = stands.Rule.ToName(),
            ReasonText = ReasonTexts.Of(status, stands),
            DecidedBy = stands.DecidedBy.Count == 0 ? null : string.Join(", ", stands.DecidedBy),
            Answered = stands.Coverage.Answered,
            Owed = stands.Coverage.Owed,
            Coverage = stands.Coverage.ToString(),
            Reporting = reporting?.Name(),
            ReportingText = reporting?.Swedish(),
            ReportedCount = stands.Reporting.GetValueOrDefault(ReportingStatus.Reported),
            LateCount = stands.Reporting.GetValueOrDefault(ReportingStatus.Late),
            DueCount = stands.Reporting.GetValueOrDefault(ReportingStatus.Due),
            MissingCount = stands.Reporting.GetValueOrDefault(ReportingStatus.Missing),
            NotApplicableCount = stands.Reporting.GetValueOrDefault(ReportingStatus.NotApplicable),
            NotDueCount = stands.Reporting.GetValueOrDefault(ReportingStatus.NotDue),
            Value = value?.ToDouble(),
            ValueText = value is null ? null : AnswerTexts.Said(node, new Answer { Value = value }),
            Agreement = stands.Agreement?.ToName(),
            IsSuppressed = stands.Cells.Any(c => c.IsSuppressed),
            ResponsibilityIsAssumed = _plan.ResponsibilityIsAssumed,
            IsExample = stands.HasExamples || status.Meeting is { IsExample: true },
        };
    }

    private MissingReportRow ToRow(MissingAnswers missing, Department department, MissingRow row)
    {
        var (round, indicator) = (missing.Status.Round, row.Indicator);
        var cell = missing.Status[indicator.Id].Cells.Single(c => c.Department.Id == department.Id);
        return new()
        {
            CellKey = RowKeys.Of(_plan.Id, new ReportKey(round.Id, indicator.Id, department.Id)),
            PlanId = _plan.Id,
            RoundKey = RowKeys.Of(_plan.Id, round.Id),
            RoundId = round.Id,
            IsCurrentRound = round.Id == _current.Id,
            GoalKey = KeyOf(row.Goal)!,
            IndicatorKey = KeyOf(indicator)!,
            NodeId = indicator.Id,
            IndicatorText = indicator.Text,
            DepartmentId = department.Id,
            DepartmentName = department.Name,
            Reporting = row.Reporting.Name(),
            ReportingText = row.Reporting.Swedish(),
            Due = missing.Status.Timeline?.Due,
            DaysLeft = missing.DaysLeft,
            IsSentBack = cell.IsSentBack,
            Question = row.Question,
            ResponsibilityIsAssumed = _plan.ResponsibilityIsAssumed,
        };
    }

    private string? KeyOf(PlanNode? node) => node is null ? null : RowKeys.Of(_plan.Id, node.Id);
}
