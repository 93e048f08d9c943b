using Hsvo.Contracts.OData;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>Answers as everyone may see them, as rows of the feed. Who reported stands in the history and not here.</summary>
internal sealed class ReportRowMapping
{
    // An older revision of such a row is hidden be it of few or of many, so that nothing is said of how many.
    private const string NotShown = "visas inte (raden räknar personer, eller frågas inte längre efter)";

    private readonly PlanPlaces _places;
    private readonly DateOnly _today;
    private readonly Dictionary<string, DatedRound> _rounds;

    public ReportRowMapping(PlanPlaces places, PlanSnapshot snapshot, DateOnly today)
    {
        (_places, _today) = (places, today);
        _rounds = places.Plan.Rounds.ToDictionary(r => r.Id, snapshot.Dated, StringComparer.Ordinal);
    }

    /// <summary>A revision that <see cref="Domain.Disclosure.SmallNumbers"/> has been asked about.</summary>
    public ReportRow ToRow(Report report)
    {
        var (key, answer, plan) = (report.Key, report.Answer, _places.Plan);
        var node = plan.Find(key.Indicator);
        var round = _rounds.GetValueOrDefault(key.Round);
        var rule = RuleOf(node, report, round);
        var status = rule?.StatusOf(answer);
        return new()
        {
            ReportKey = RowKeys.Of(plan.Id, key, report.Revision),
            CellKey = RowKeys.Of(plan.Id, key),
            PlanId = plan.Id,
            RoundKey = RowKeys.Of(plan.Id, key.Round),
            RoundId = key.Round,
            IndicatorKey = RowKeys.Of(plan.Id, key.Indicator),
            NodeId = key.Indicator,
            ScorecardId = _places.ScorecardId,
            GoalId = _places.GoalIdOf(key.Indicator),
            DepartmentId = key.Department,
            Revision = report.Revision,
            ValueKind = KindOf(answer),
            Value = answer.Whole?.ToDouble(),
            Numerator = answer.Value?.Ratio?.Numerator,
            Denominator = answer.Value?.Ratio?.Denominator,
            ValueText = TextOf(node, report),
            ReachedOn = answer.Value?.Date,
            AssessmentId = (int?)answer.Assessment,
            Assessment = answer.Assessment?.Name(),
            StatusId = (int?)status,
            StatusName = status?.Name(),
            StatusText = status?.Swedish(),
            RuleText = answer.IsSuppressed ? NotShown : rule?.Swedish,
            IsLate = round?.Timeline is { } days ? StockholmTime.DateOf(report.FirstReportedAt) > days.Due : null,
            NotApplicable = answer.NotApplicable,
            IsSuppressed = answer.IsSuppressed,
            IsWithdrawn = report.IsWithdrawn,
            Comment = report.Comment,
            Reason = report.Reason,
            IsMasked = report.Mask is not null,
            Review = report.Review?.Decision.ToName(),
            Question = report.Review?.Question,
            ReportedAt = report.ReportedAt,
            FirstReportedAt = report.FirstReportedAt,
            IsExample = report.IsExample,
        };
    }

    // Of what the plan asks for no longer nobody knows whether it counted people.
    private static string TextOf(PlanNode? node, Report report) =>
        !report.Answer.IsSuppressed && (node?.Indicator is not null || report.IsWithdrawn) ? AnswerTexts.Said(node!, report.Answer) : NotShown;

    // As the roll-up judges it: in the round it was given in. How what was taken back weighs on stands in the status feed.
    private StatusRule? RuleOf(PlanNode? node, Report report, DatedRound? round) =>
        report.Answer.NotApplicable || report.IsWithdrawn || node?.Indicator is not { Kind: not IndicatorKind.Reference } spec
            ? null
            : StatusRule.For(spec, report.Answer, round is { Round.IsFinal: true }, _today);

    private static string? KindOf(Answer answer) => answer switch
    {
        { Value: { } value } => value.Kind.ToName(),
        { Parts.Count: > 0 } => "parts",
        _ => null,
    };
}
