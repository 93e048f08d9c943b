using Hsvo.Domain.Plans;

namespace Hsvo.TestKit.Builders;

/// <summary>Indicators as the plans have them.</summary>
public static class Specs
{
    public static readonly IndicatorSpec Deliverable = Of(IndicatorKind.Deliverable);
    public static readonly IndicatorSpec Continuing = Of(IndicatorKind.Continuing);
    public static readonly IndicatorSpec Count = Of(IndicatorKind.Count);
    public static readonly IndicatorSpec Percentage = Of(IndicatorKind.Percentage);
    public static readonly IndicatorSpec Amount = Of(IndicatorKind.Amount);
    public static readonly IndicatorSpec Qualitative = Of(IndicatorKind.Qualitative);

    public static IndicatorSpec Of(IndicatorKind kind) => new() { Kind = kind };

    public static IndicatorSpec Milestone(DateOnly? due) => new() { Kind = IndicatorKind.Milestone, Due = due };

    public static IndicatorSpec Reference(string to) => new() { Kind = IndicatorKind.Reference, RefersTo = to };

    public static IndicatorSpec AtLeast(this IndicatorSpec spec, double value) => spec with { Target = new(TargetDirection.AtLeast, value) };

    public static IndicatorSpec AtMost(this IndicatorSpec spec, double value) => spec with { Target = new(TargetDirection.AtMost, value) };

    public static IndicatorSpec MoreThan(this IndicatorSpec spec, double baseline) => spec with { Target = new(TargetDirection.MoreThan, baseline) };

    public static IndicatorSpec LessThan(this IndicatorSpec spec, double baseline) => spec with { Target = new(TargetDirection.LessThan, baseline) };

    /// <summary>The target with a day of its own.</summary>
    public static IndicatorSpec By(this IndicatorSpec spec, DateOnly by) => spec with { Target = spec.Target! with { By = by } };

    public static IndicatorSpec StartingOn(this IndicatorSpec spec, DateOnly starts) => spec with { Starts = starts };

    public static IndicatorSpec InParts(this IndicatorSpec spec, params string[] ids) =>
        spec with { Parts = [.. ids.Select(id => new IndicatorPart(id, $"delen {id}"))] };
}
