using System.Text.Json.Serialization;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Plans;

/// <summary>How an indicator is answered and judged.</summary>
public sealed record IndicatorSpec
{
    /// <summary>The kind of answer.</summary>
    public required IndicatorKind Kind { get; init; }

    /// <summary>What is counted ("medarbetare"), for numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>The parts of a compound row ("… respektive …"), each with a value of its own; empty for a row of one value.</summary>
    public IReadOnlyList<IndicatorPart> Parts { get; init; } = [];

    /// <summary>Whether a count tells of one moment or of all since a day; null where the document doesn't say.</summary>
    public Measurement? Measurement { get; init; }

    /// <summary>What a percentage is a share of; null where the document doesn't say.</summary>
    public Fraction? Fraction { get; init; }

    /// <summary>The target a document states; no row of the yearly plans has one.</summary>
    public Target? Target { get; init; }

    /// <summary>The last day of a <see cref="IndicatorKind.Milestone"/>.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The first day of something <see cref="IndicatorKind.Continuing"/>, where the document names one: before it nothing has to go on.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>The indicator that a <see cref="IndicatorKind.Reference"/> shows.</summary>
    public string? RefersTo { get; init; }

    /// <summary>
    /// Whether its numbers count people who get care or support, clients and patients, so that small ones are withheld (<see cref="Disclosure.SmallNumbers"/>).
    /// Staff who are trained aren't such people.
    /// </summary>
    public bool CountsPeople { get; init; }

    /// <summary>The status rules that the coordinator has written; null where the table of kinds judges. Settled by the area, and no part of the plan.</summary>
    [JsonIgnore]
    public WrittenRules? Written { get; init; }

    /// <summary>Whether the answer is ja or nej.</summary>
    public bool IsYesNo => Kind is IndicatorKind.Deliverable or IndicatorKind.Continuing;

    /// <summary>Whether the answer is a number.</summary>
    public bool IsNumber => Kind is IndicatorKind.Count or IndicatorKind.Percentage or IndicatorKind.Amount;

    /// <summary>
    /// Whether an answer can give a status that counts in the roll-up. A number without target or rules can't, and a reference is counted where it points.
    /// </summary>
    public bool RollsUp => Kind != IndicatorKind.Reference && (!IsNumber || Target is not null || Written is not null);
}

/// <summary>One part of a compound indicator.</summary>
/// <param name="Id">The part's id within its indicator, <c>[a-z0-9.-]</c>.</param>
/// <param name="Text">The part in the plan's words.</param>
public sealed record IndicatorPart(string Id, string Text);
