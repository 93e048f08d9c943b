using System.Globalization;
using System.Text.Json.Serialization;

namespace Hsvo.UseCases.Notices;

/// <summary>One notice to one receiver: made once, and kept with what became of it.</summary>
public sealed record Notice
{
    /// <summary>What it tells of.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The last day to answer, or the day on which a meeting's paper was to be sealed.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The meeting whose paper was sealed; null for reminders, which are of every plan that is due that day.</summary>
    public string? Meeting { get; init; }

    /// <summary>The department that it is for.</summary>
    public required string Department { get; init; }

    /// <summary>The receiver's name in the settings.</summary>
    public required string Receiver { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What has become of it.</summary>
    public NoticeState State { get; init; }

    /// <summary>How many times it has been tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried next, while it waits, UTC.</summary>
    public required DateTimeOffset NextAttempt { get; init; }

    /// <summary>What came of the last try: the status that the receiver answered, or a word for why there was none; null before the first.</summary>
    public string? LastResult { get; init; }

    /// <summary>When it was sent, given up or dropped, UTC; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What tells it from every other notice of its area, and the same each time it is tried.</summary>
    [JsonIgnore]
    public string Id => string.Create(
        CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}.{Kind.ToString().ToLowerInvariant()}{(Meeting is null ? "" : $".{Meeting}")}.{Department}.{Receiver}");
}

/// <summary>What notices tell of.</summary>
public enum NoticeKind
{
    /// <summary>Answers are due soon.</summary>
    DueSoon,

    /// <summary>Answers were due and are missing.</summary>
    Overdue,

    /// <summary>A meeting's paper was sealed.</summary>
    PaperSealed,

    /// <summary>Nothing: the office tries whether notices get there. None such is kept.</summary>
    Test,
}

/// <summary>What has become of a notice.</summary>
public enum NoticeState
{
    /// <summary>It waits to be sent, or to be tried again.</summary>
    Waiting,

    /// <summary>Its receiver has taken it.</summary>
    Sent,

    /// <summary>Its receiver never took it.</summary>
    GivenUp,

    /// <summary>What it would have told was no longer so before it could be sent.</summary>
    Dropped,
}
