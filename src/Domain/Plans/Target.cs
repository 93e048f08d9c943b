namespace Hsvo.Domain.Plans;

/// <summary>A target for a number.</summary>
/// <param name="Direction">Which numbers meet it.</param>
/// <param name="Value">The target, or the baseline that is to be bettered, in the indicator's unit.</param>
/// <param name="By">The last day to reach it; null where the document names none, and then the plan's last round decides.</param>
public sealed record Target(TargetDirection Direction, double Value, DateOnly? By = null)
{
    /// <summary>Whether a number meets the target. A bound itself does; a baseline has to be bettered.</summary>
    public bool IsMetBy(double number) => Direction switch
    {
        TargetDirection.AtLeast => number >= Value,
        TargetDirection.AtMost => number <= Value,
        TargetDirection.MoreThan => number > Value,
        TargetDirection.LessThan => number < Value,
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };
}

/// <summary>Which side of a target is good.</summary>
public enum TargetDirection
{
    /// <summary>Minst.</summary>
    AtLeast,

    /// <summary>Högst.</summary>
    AtMost,

    /// <summary>Better than a baseline that is to be exceeded.</summary>
    MoreThan,

    /// <summary>Better than a baseline that is to be gone below.</summary>
    LessThan,
}
