namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/notices</c>: to whom notices are sent, and what came of each.</summary>
/// <param name="From">The first day asked about.</param>
/// <param name="To">The last.</param>
/// <param name="Receivers">Everyone that the settings name, by name.</param>
/// <param name="Notices">The notices of these days, the newest first.</param>
public sealed record NoticesDocument(DateOnly From, DateOnly To, IReadOnlyList<NoticeReceiverDocument> Receivers, IReadOnlyList<NoticeDocument> Notices);

/// <summary>Where notices of a department are sent. The address itself may hold a key, and is told by its host alone.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Shape">json or teams.</param>
/// <param name="Host">The host's name; null while the address can't be used.</param>
/// <param name="IsSigned">Whether what is sent is signed.</param>
/// <param name="Problem">Why nothing can be sent; null when it can.</param>
public sealed record NoticeReceiverDocument(string Name, string Department, string Shape, string? Host, bool IsSigned, ProblemMessage? Problem);

/// <summary>The answer of <c>POST /hsvo/v1/notice-receivers/{receiver}/test-messages</c>: whether a test message got there.</summary>
/// <param name="Receiver">The receiver's name.</param>
/// <param name="Department">The department's id.</param>
/// <param name="IsTaken">Whether the receiver took it.</param>
/// <param name="Result">
/// The status that the receiver answered; timeout after five seconds, unreachable, notPublic (its name leads to an address that isn't public), or settings,
/// where nothing was sent.
/// </param>
/// <param name="ResultText">The result in Swedish.</param>
/// <param name="SentAt">When, UTC.</param>
public sealed record TestMessageDocument(string Receiver, string Department, bool IsTaken, string Result, string ResultText, DateTimeOffset SentAt);

/// <summary>One notice to one receiver.</summary>
public sealed record NoticeDocument
{
    /// <summary>Its id, which the header <c>webhook-id</c> has after the area's.</summary>
    public required string Id { get; init; }

    /// <summary>dueSoon, overdue or paperSealed.</summary>
    public required string Kind { get; init; }

    /// <summary>The last day to answer, or the day on which the paper was to be sealed.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The meeting whose paper was sealed; null for a reminder.</summary>
    public required string? Meeting { get; init; }

    /// <summary>The department's id.</summary>
    public required string Department { get; init; }

    /// <summary>The receiver's name.</summary>
    public required string Receiver { get; init; }

    /// <summary>waiting, sent, givenUp, or dropped: what it would have told was no longer so.</summary>
    public required string State { get; init; }

    /// <summary>The state in Swedish.</summary>
    public required string StateText { get; init; }

    /// <summary>How many times it has been tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>
    /// What came of the last try: the status that the receiver answered; timeout, unreachable, notPublic (its name leads to an address that isn't public),
    /// settings, or sending while it is under way; null before the first.
    /// </summary>
    public required string? LastResult { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next, UTC; null when it isn't.</summary>
    public required DateTimeOffset? NextAttempt { get; init; }

    /// <summary>When it was sent, given up or dropped, UTC; null while it waits.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
}
