using Hsvo.Domain.Meetings;

namespace Hsvo.UseCases.Notices;

/// <summary>What a notice tells, made when it is sent: whoever has answered meanwhile isn't reminded of that.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Id">What the receiver knows it by: the same each time it is tried, so that one that comes twice can be told.</param>
public sealed record NoticeMessage(Notice Notice, string Id)
{
    /// <summary>What the department still owes that is due on the day; null for a sealed paper, and for a test.</summary>
    public UnitMissing? Missing { get; init; }

    /// <summary>The meeting whose paper was sealed; null for a reminder, and for a test.</summary>
    public Meeting? Meeting { get; init; }
}

/// <summary>What came of sending.</summary>
/// <param name="IsTaken">Whether the receiver took it.</param>
/// <param name="Result">Its status, or a word for why there is none.</param>
public sealed record NoticeOutcome(bool IsTaken, string Result)
{
    /// <summary>Nothing was sent, since the receiver's settings can't be used.</summary>
    public static NoticeOutcome Unusable { get; } = new(IsTaken: false, "settings");

    /// <summary>How long the receiver asks to be left alone; null when it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the receiver says that it is no more.</summary>
    public bool IsGone { get; init; }
}

/// <summary>Sends notices.</summary>
public interface INoticeSender
{
    /// <summary>Sends one. Ends within a few seconds whatever the receiver does, and never throws for what it does.</summary>
    Task<NoticeOutcome> SendAsync(NoticeReceiver receiver, NoticeMessage message, CancellationToken cancellationToken);
}
