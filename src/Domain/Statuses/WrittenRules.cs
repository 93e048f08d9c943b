using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Statuses;

/// <summary>
/// Rules that the coordinator has written for one row, in place of the table of kinds: the first whose conditions all hold gives the status. Pure. They decide
/// as firmly as a number that meets its target, so nothing is left to the reporter's assessment.
/// </summary>
/// <param name="Rules">The rules, the first that holds decides.</param>
/// <param name="Otherwise">The status when none does.</param>
public sealed record WrittenRules(IReadOnlyList<WrittenRule> Rules, Status Otherwise)
{
    /// <summary>Whether a row's answers have a value that rules can be about: words have none, and a reference is judged where it points.</summary>
    public static bool Fit(IndicatorSpec spec) => spec.Kind is not (IndicatorKind.Qualitative or IndicatorKind.Reference);

    /// <summary>The status of an answer that fits the row. Numbers of parts are never summed, so of them the worst counts.</summary>
    /// <param name="spec">The row.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="today">Today in Stockholm.</param>
    public Status StatusOf(IndicatorSpec spec, Answer answer, DateOnly today) => (answer.Whole is { } whole ? [whole] : answer.Parts.Select(p => p.Value))
        .Select(v => StatusOf(v.Exact ?? v.ToDouble()!.Value, spec.Target?.Value, today))
        .MaxBy(s => s.Badness());

    /// <summary>The status of one value.</summary>
    /// <param name="value">The value: 1 for ja and a date reached, 0 for nej, else the number.</param>
    /// <param name="target">The row's target; null for none, and then what is compared with it doesn't hold.</param>
    /// <param name="day">The day it is looked at.</param>
    /// <param name="change">How much it differs from the value before; null where that isn't known, and then what is said of the change doesn't hold.</param>
    public Status StatusOf(double value, double? target, DateOnly day, double? change = null) =>
        Rules.FirstOrDefault(r => r.Conditions.All(c => c.Holds(value, target, day, change)))?.Output ?? Otherwise;
}

/// <summary>One rule.</summary>
/// <param name="Conditions">What has to hold, all of it.</param>
/// <param name="Output">The status it gives.</param>
public sealed record WrittenRule(IReadOnlyList<RuleCondition> Conditions, Status Output);

/// <summary>One condition.</summary>
/// <param name="Field">What is compared.</param>
/// <param name="Operator">How.</param>
public sealed record RuleCondition(RuleField Field, RuleOperator Operator)
{
    /// <summary>The number it is compared with.</summary>
    public double? Number { get; init; }

    /// <summary>How many percent of the target it is compared with.</summary>
    public double? PercentOfTarget { get; init; }

    /// <summary>The day it is compared with.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether it holds.</summary>
    public bool Holds(double value, double? target, DateOnly day, double? change = null) => Field switch
    {
        RuleField.Timestamp => Date is { } date && Holds(day.CompareTo(date)),
        RuleField.Change => change is { } changed && Number is { } bound && Holds(changed.CompareTo(bound)),
        _ => (Number ?? target * PercentOfTarget / 100) is { } bound && Holds(value.CompareTo(bound)),
    };

    private bool Holds(int compared) => Operator switch
    {
        RuleOperator.Equal => compared == 0,
        RuleOperator.GreaterThan => compared > 0,
        RuleOperator.GreaterThanOrEqual => compared >= 0,
        RuleOperator.LessThan => compared < 0,
        _ => compared <= 0,
    };
}

/// <summary>What a condition compares, by Power BI's names.</summary>
public enum RuleField
{
    /// <summary>The value.</summary>
    Value,

    /// <summary>The day it is looked at.</summary>
    Timestamp,

    /// <summary>How much the value differs from the one before: of departments' own goals alone.</summary>
    Change,
}

/// <summary>How a condition compares, by Power BI's names.</summary>
public enum RuleOperator
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>More; later.</summary>
    GreaterThan,

    /// <summary>As much or more; then or later.</summary>
    GreaterThanOrEqual,

    /// <summary>Less; earlier.</summary>
    LessThan,

    /// <summary>As much or less; then or earlier.</summary>
    LessThanOrEqual,
}
