using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Meetings;

/// <summary>A meeting as it was set, moved or removed once. Every change is kept, so that what was known at any time can be told.</summary>
/// <param name="Number">1 for the meeting as first set, one more with each change.</param>
/// <param name="Meeting">The meeting from then on; as it was last, when it was removed.</param>
/// <param name="IsRemoved">Whether the meeting was removed.</param>
/// <param name="By">The object id of the coordinator.</param>
/// <param name="At">When, UTC.</param>
public sealed record MeetingChange(int Number, Meeting Meeting, bool IsRemoved, string By, DateTimeOffset At)
{
    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }
}
