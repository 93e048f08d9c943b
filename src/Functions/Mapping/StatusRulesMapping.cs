using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http.PowerBI;

namespace Hsvo.Functions.Mapping;

/// <summary>A row's status rules in Power BI's shape: those that the coordinator has written, else what the table of kinds says of the row.</summary>
internal static class StatusRulesMapping
{
    public static StatusRules ToDocument(WorkspaceNode goal, string context)
    {
        var spec = goal.Node.Indicator!;
        var written = goal.Plan.Snapshot.Area.StatusRules.FirstOrDefault(c => (c.Plan, c.Indicator) == (goal.Plan.Snapshot.Plan.Id, goal.Node.Id) && c.Rules is not null);
        var (rules, isAssessed, words) = spec.Written is { } own
            ? (own, false, "Regler som samordnaren har satt för raden: den första som stämmer gäller.")
            : OfPlan(spec, goal.Plan.Snapshot.Plan.Rounds.LastOrDefault(r => r.IsFinal));
        return new()
        {
            ODataContext = context,
            Rules = ToItems(rules),
            DefaultOutput = (int)rules.Otherwise,
            ScorecardObjectId = goal.Plan.ScorecardId,
            GoalObjectId = goal.Plan.Ids[goal.Node.Id],
            LastModifiedTime = spec.Written is null || written is null ? null : PowerBITimes.Instant(written.At),
            IsWritten = spec.Written is not null,
            DefaultIsAssessment = isAssessed ? true : null,
            Description = words,
        };
    }

    /// <summary>The rules of a department's own goal.</summary>
    public static StatusRules ToDocument(OwnGoal goal, WrittenRules rules, DateTimeOffset at, string context) => new()
    {
        ODataContext = context,
        Rules = ToItems(rules),
        DefaultOutput = (int)rules.Otherwise,
        ScorecardObjectId = goal.Scorecard.Id,
        GoalObjectId = goal.Goal.Id,
        LastModifiedTime = PowerBITimes.Instant(at),
        IsWritten = true,
        Description = "Regler som förvaltningen har satt för sitt eget mål: den första som stämmer gäller, den dag som avstämningen gäller.",
    };

    private static IReadOnlyList<StatusRuleItem> ToItems(WrittenRules rules) => [.. rules.Rules.Select(r => new StatusRuleItem([.. r.Conditions.Select(ToCondition)], (int)r.Output))];

    // As StatusRule has it; what a plan's last round decides is told by the day that ends it.
    private static (WrittenRules Rules, bool IsAssessed, string Words) OfPlan(IndicatorSpec spec, Round? final)
    {
        RuleCondition[] inFinal = final is null ? [] : [After(RuleOperator.GreaterThanOrEqual, final.Ends)];
        WrittenRule? Finally(double value, Status output) => final is null ? null : new([Is(value), .. inFinal], output);
        (WrittenRules, bool, string) Of(Status otherwise, bool isAssessed, string words, params WrittenRule?[] rules) => (new([.. rules.OfType<WrittenRule>()], otherwise), isAssessed, words);

        return spec switch
        {
            { Kind: IndicatorKind.Deliverable } => Of(Status.NotStarted, true,
                "Ja är klart. Nej är förvaltningens egen bedömning, i planens sista omgång försenat.",
                new([Is(1)], Status.Completed), Finally(0, Status.Overdue)),
            { Kind: IndicatorKind.Continuing } => Of(Status.Behind, false,
                "Ja är enligt plan, i planens sista omgång klart. Nej är efter plan, eller i riskzonen om förvaltningen bedömer det så; före startdagen ej påbörjad.",
                Finally(1, Status.Completed), new([Is(1)], Status.OnTrack),
                spec.Starts is { } starts ? new([After(RuleOperator.LessThan, starts)], Status.NotStarted) : null),
            { Kind: IndicatorKind.Milestone } => Of(Status.NotStarted, true,
                "Uppnått är klart. Inte uppnått är förvaltningens egen bedömning, efter datumet försenat.",
                new([Is(1)], Status.Completed), spec.Due is { } due ? new([After(RuleOperator.GreaterThan, due)], Status.Overdue) : null),
            { IsNumber: true, Target: { } target } => OfTarget(target, final),
            { IsNumber: true } => Of(Status.NotStarted, true, "Ett tal utan mål: förvaltningens egen bedömning, som inte vägs samman."),
            { Kind: IndicatorKind.Qualitative } => Of(Status.NotStarted, true, "Svar i ord: förvaltningens egen bedömning."),
            _ => Of(Status.NotStarted, true, "Raden är en hänvisning och visar en annan rads läge."),
        };
    }

    private static (WrittenRules Rules, bool IsAssessed, string Words) OfTarget(Target target, Round? final)
    {
        var met = new RuleCondition(
            RuleField.Value,
            target.Direction switch
            {
                TargetDirection.AtLeast => RuleOperator.GreaterThanOrEqual,
                TargetDirection.AtMost => RuleOperator.LessThanOrEqual,
                TargetDirection.MoreThan => RuleOperator.GreaterThan,
                _ => RuleOperator.LessThan,
            })
        { PercentOfTarget = 100 };
        RuleCondition? over = target.By is { } by ? After(RuleOperator.GreaterThan, by) : final is null ? null : After(RuleOperator.GreaterThanOrEqual, final.Ends);
        WrittenRule[] rules = over is null
            ? [new([met], Status.OnTrack)]
            : [new([met, over], Status.Completed), new([met], Status.OnTrack), new([over], Status.Overdue)];
        return (new(rules, Status.NotStarted), true,
            "Målet nått är enligt plan, till slut klart. Målet inte nått är förvaltningens egen bedömning, till slut försenat.");
    }

    private static RuleCondition Is(double value) => new(RuleField.Value, RuleOperator.Equal) { Number = value };

    private static RuleCondition After(RuleOperator compare, DateOnly day) => new(RuleField.Timestamp, compare) { Date = day };

    private static StatusRuleCondition ToCondition(RuleCondition condition) => new(new(
        condition.Field.ToString(),
        condition.Operator.ToString(),
        new(
            condition.Number,
            condition.Date is { } date ? PowerBITimes.Day(date) : null,
            condition.PercentOfTarget is { } percent ? new("Target", percent) : null)));
}
