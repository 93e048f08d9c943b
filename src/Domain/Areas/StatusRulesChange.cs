using Hsvo.Domain.Audit;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Areas;

/// <summary>That the coordinator wrote status rules for a row of a plan, or took them away. It is kept as it was and never changed; the newest holds.</summary>
public sealed record StatusRulesChange
{
    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>The plan's id.</summary>
    public required string Plan { get; init; }

    /// <summary>The row's node id.</summary>
    public required string Indicator { get; init; }

    /// <summary>1 for the first change of the row, one more with each.</summary>
    public required int Number { get; init; }

    /// <summary>The rules; null when they were taken away, and the table of kinds judges again.</summary>
    public WrittenRules? Rules { get; init; }

    /// <summary>The coordinator's object id.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }
}
