using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Plans;

/// <summary>When a version of a plan was imported, and by whom.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">The coordinator's object id; null for the app itself, which brings its plans along at start.</param>
/// <param name="IsExample">Whether it was an identity that configuration marks as example.</param>
public sealed record Imported(DateTimeOffset At, string? By, bool IsExample)
{
    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>One version of a plan. Every one is kept.</summary>
/// <param name="Number">1 for the first, one more with each change.</param>
/// <param name="Imported">When and by whom; null for one that was stored before that was kept.</param>
public sealed record PlanVersion(int Number, Imported? Imported);

/// <summary>What a plan's versions tell together.</summary>
public static class PlanVersions
{
    /// <summary>The version that was the newest at a time; null when there was none yet.</summary>
    public static PlanVersion? NewestAt(this IEnumerable<PlanVersion> versions, DateTimeOffset time) =>
        versions.Where(v => v.Imported is null || v.Imported.At <= time).MaxBy(v => v.Number);
}
