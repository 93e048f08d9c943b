namespace Hsvo.UseCases.Notices;

/// <summary>Where a department's notices are sent. Address and secrets come from settings alone: an address often holds a key, and who sets it decides where the app calls.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Shape">How a notice is written for it.</param>
public sealed record NoticeReceiver(string Name, string Department, NoticeShape Shape)
{
    /// <summary>Where it takes notices; null when the setting can't be used.</summary>
    public Uri? Address { get; init; }

    /// <summary>The keys that notices are signed with: two while one takes the place of the other; none where it asks for no signature.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Secrets { get; init; } = [];

    /// <summary>Why it can't be used; null when it can.</summary>
    public ReceiverProblem? Problem { get; init; }

    /// <summary>Says no address and no secret, wherever it is printed.</summary>
    public override string ToString() => Name;
}

/// <summary>Why a receiver can't be used.</summary>
/// <param name="Swedish">In Swedish.</param>
/// <param name="English">In English.</param>
public sealed record ReceiverProblem(string Swedish, string English);

/// <summary>How a notice is written.</summary>
public enum NoticeShape
{
    /// <summary>JSON with a text ready to post and the same as data, signed.</summary>
    Json,

    /// <summary>A message with a card, as Teams' workflows and incoming webhooks take it.</summary>
    Teams,
}

/// <summary>To whom notices go, and when.</summary>
public sealed record NoticeOptions
{
    /// <summary>The receivers; none when nothing is to be sent.</summary>
    public IReadOnlyList<NoticeReceiver> Receivers { get; init; } = [];

    /// <summary>How many days before the last day to answer a reminder is sent.</summary>
    public int DaysBefore { get; init; } = 7;

    /// <summary>How many days after it.</summary>
    public int DaysAfter { get; init; } = 1;

    /// <summary>How long a receiver that takes nothing is tried.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long one run may take, whatever the receivers do.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromSeconds(30);
}
