using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Meetings;

/// <summary>A plan's round with what its area has decided about it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Meeting">The meeting that follows it up; null while there is none.</param>
/// <param name="Timeline">Its days; null while it has none, and then nothing is due.</param>
public sealed record DatedRound(Round Round, Meeting? Meeting, RoundTimeline? Timeline)
{
    /// <summary>What departments have declared in it: at most one each, and none that was taken back.</summary>
    public IReadOnlyList<Declaration> Declarations { get; init; } = [];
}
