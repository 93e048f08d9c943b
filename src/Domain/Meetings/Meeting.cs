using System.Text.Json.Serialization;

namespace Hsvo.Domain.Meetings;

/// <summary>Samråd: a meeting with its date, and the rounds that are answered ahead of it.</summary>
public sealed record Meeting
{
    /// <summary>The meeting's id in its area, "2021-05".</summary>
    public required string Id { get; init; }

    /// <summary>The area whose samråd meets.</summary>
    public required string Area { get; init; }

    /// <summary>The day of the meeting, in Stockholm.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Whether it is one of the year's ordinary meetings.</summary>
    public MeetingKind Kind { get; init; }

    /// <summary>What is followed up, in the meeting's order: at least one round, and each of no other meeting of the same kind.</summary>
    public required IReadOnlyList<AgendaItem> Agenda { get; init; }

    /// <summary>When its rounds open, are due and are sealed: the meeting's own, so that a new configuration reopens nothing.</summary>
    public MeetingDays Days { get; init; } = MeetingDays.Default;

    /// <summary>The meeting's own registry number (diarienummer); null while it has none.</summary>
    public string? Diarienummer { get; init; }

    /// <summary>Whether it was set by an identity that configuration marks as example.</summary>
    public bool IsExample { get; init; }

    /// <summary>The first day answers are awaited.</summary>
    [JsonIgnore]
    public DateOnly Opens => Date.AddDays(-Days.Opens);

    /// <summary>The last day an answer is in time.</summary>
    [JsonIgnore]
    public DateOnly Due => Date.AddDays(-Days.Due);

    /// <summary>The day the paper is sealed and the rounds locked.</summary>
    [JsonIgnore]
    public DateOnly Seals => Date.AddDays(-Days.Seals);

    /// <summary>The days of its rounds.</summary>
    [JsonIgnore]
    public RoundTimeline Timeline => new(Opens, Due, Seals, Date);

    /// <summary>Whether a plan is followed up in a round here.</summary>
    public bool FollowsUp(string plan, string round) => Agenda.Contains(new(plan, round));
}

/// <summary>One plan that a meeting follows up, and the round that is answered ahead of it.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Round">The round's id in that plan.</param>
public sealed record AgendaItem(string Plan, string Round);

/// <summary>Kinds of meeting.</summary>
public enum MeetingKind
{
    /// <summary>Ordinarie: in one of the area's ordinary months.</summary>
    Ordinary,

    /// <summary>Extra: called between them.</summary>
    Extra,
}
