namespace Hsvo.Contracts.Webhooks;

/// <summary>
/// What a receiver of shape json is sent, by the Standard Webhooks specification: signed in the headers <c>webhook-id</c>, <c>webhook-timestamp</c> and
/// <c>webhook-signature</c>.
/// </summary>
/// <param name="Type">answers.dueSoon, answers.overdue, paper.sealed, or receiver.test of a test message, which asks for nothing.</param>
/// <param name="Timestamp">When it was sent, UTC.</param>
/// <param name="Data">What it tells.</param>
public sealed record WebhookDocument(string Type, DateTimeOffset Timestamp, WebhookData Data);

/// <summary>What a notice tells: a text that is ready to post or mail, and the same as data.</summary>
public sealed record WebhookData
{
    /// <summary>The department's id.</summary>
    public required string Department { get; init; }

    /// <summary>A heading in Swedish, or a mail's subject.</summary>
    public required string Title { get; init; }

    /// <summary>The text in Swedish, plain.</summary>
    public required string Text { get; init; }

    /// <summary>Where to go on, absolute; null while the app has no public address.</summary>
    public string? Address { get; init; }

    /// <summary>The last day to answer, or the day on which the paper was to be sealed; of a test the day on which it was sent.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The meeting whose paper was sealed; null for a reminder.</summary>
    public string? Meeting { get; init; }

    /// <summary>What is still owed, plan by plan; none for a sealed paper.</summary>
    public required IReadOnlyList<WebhookPlan> Plans { get; init; }

    /// <summary>Whether the meeting is an example's.</summary>
    public bool IsExample { get; init; }
}

/// <summary>What a department still owes in one plan.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Round">The round's id.</param>
/// <param name="Indicators">The ids of the rows that await an answer.</param>
public sealed record WebhookPlan(string Plan, string Round, IReadOnlyList<string> Indicators);
