using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Status in our own API's shape.</summary>
internal static class StatusMapping
{
    public static StatusDocument ToDocument(PlanStatus status, Edition edition = Edition.Published) => new()
    {
        Plan = PlanMapping.ToSummary(status.Plan),
        Round = PlanMapping.ToDocument(status.Round),
        Meeting = status.Meeting is { } meeting ? MeetingMapping.ToDocument(meeting) : null,
        Timeline = status.Timeline is { } timeline ? MeetingMapping.ToDocument(timeline) : null,
        Declarations = [.. status.DatedRound.Declarations.Select(DeclarationMapping.ToDocument)],
        Today = status.Today,
        ResponsibilityIsAssumed = status.Plan.ResponsibilityIsAssumed,
        Conditions = PlanMapping.ToConditions(status.Plan),
        IsExample = status.Nodes.Any(n => n.HasExamples) || status.Meeting is { IsExample: true },
        Edition = edition.ToName(),
        Figures = FigureMapping.ToDocument(status),
        FocusAreas = [.. status.Plan.FocusAreas.Select(f => ToNode(status, f))],
    };

    private static StatusNode ToNode(PlanStatus plan, PlanNode node)
    {
        var status = plan[node.Id];
        return new()
        {
            Id = node.Id,
            NodeKind = node.Kind.ToName(),
            Level = status.Level,
            Number = node.Number,
            Text = node.Text,
            TargetGroup = node.TargetGroup,
            Condition = node.Condition,
            Status = status.Status?.Name(),
            StatusText = status.Status?.Swedish(),
            Reasons = new(status.Rule.ToName(), ReasonTexts.Of(plan, status), status.DecidedBy, status.Unanswered),
            Coverage = new(status.Coverage.Answered, status.Coverage.Owed, status.Coverage.ToString()),
            Reporting = ToCounts(status.Reporting),
            Distribution = status.Distribution.OrderBy(d => d.Key).ToDictionary(d => d.Key.Name(), d => d.Value),
            Agreement = status.Agreement?.ToName(),
            AnswerKind = node.Indicator?.Kind.ToName(),
            RefersTo = node.Indicator?.RefersTo,
            IsExample = status.HasExamples,
            Answers = [.. status.Cells.Select(ToAnswer)],
            Children = [.. plan.Plan.ChildrenOf(node.Id).Select(c => ToNode(plan, c))],
        };
    }

    private static ReportingCounts ToCounts(IReadOnlyDictionary<ReportingStatus, int> counts) => new(
        counts.GetValueOrDefault(ReportingStatus.NotDue),
        counts.GetValueOrDefault(ReportingStatus.Due),
        counts.GetValueOrDefault(ReportingStatus.Reported),
        counts.GetValueOrDefault(ReportingStatus.Late),
        counts.GetValueOrDefault(ReportingStatus.Missing),
        counts.GetValueOrDefault(ReportingStatus.NotApplicable));

    private static AnswerDocument ToAnswer(CellStatus cell) => new()
    {
        Department = cell.Department.Id,
        DepartmentName = cell.Department.Name,
        Reporting = cell.ReportingShown.Name(),
        ReportingText = cell.NothingMore is null ? cell.ReportingShown.Swedish() : "Inget mer kommer",
        NothingMore = cell.NothingMore is not null,
        IsSuppressed = cell.IsSuppressed,
        Status = cell.Status?.Name(),
        StatusText = cell.Status?.Swedish(),
        Rule = cell.Rule?.Code,
        RuleText = cell.Rule?.Swedish,
        Assessment = cell.Report?.Answer.Assessment?.Name(),
        Value = cell.Report is { Answer: var answer } ? ReportMapping.ToValue(answer) : null,
        Parts = cell.Report is { Answer: var compound } ? ReportMapping.ToParts(compound) : null,
        Numerator = cell.Report?.Answer.Value?.Ratio?.Numerator,
        Denominator = cell.Report?.Answer.Value?.Ratio?.Denominator,
        Comment = cell.Report?.Comment,
        Reason = cell.Report?.Reason,
        FromRound = cell.Report?.Key.Round,
        Revision = cell.Report?.Revision,
        ReportedAt = cell.Report?.ReportedAt,
        Review = ReportMapping.ToDocument(cell.Report?.Review),
        Mask = ReportMapping.ToDocument(cell.Report?.Mask),
        Withdrawn = ReportMapping.ToWithdrawal(cell.Withdrawn),
        IsExample = cell.Report?.IsExample ?? false,
    };
}
