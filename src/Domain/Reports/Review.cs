using System.Text.Json.Serialization;
using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Reports;

/// <summary>Granskning: what the coordinator said of one revision of an answer. It is never changed; another review of the same revision stands beside it.</summary>
public sealed record Review
{
    /// <summary>Accepted, or sent back.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>What the department is asked; null for an accepted answer.</summary>
    public string? Question { get; init; }

    /// <summary>The coordinator's object id. The answer's reporter stays who reported it.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Whether the answer is awaited again.</summary>
    [JsonIgnore]
    public bool IsSentBack => Decision == ReviewDecision.SendBack;

    /// <summary>
    /// The review as it is shown of a masked revision: a question asked until then may repeat what was hidden. One asked later was asked by who knew,
    /// and is hidden by a mask of its own.
    /// </summary>
    public Review MaskedBy(CommentMask mask) => At <= mask.At ? this with { Question = CommentMask.InPlaceOf(Question) } : this;

    /// <summary>Whether two reviews say the same, whoever said it.</summary>
    public bool SaysTheSameAs(Review? other) => other is not null && (Decision, Question) == (other.Decision, other.Question);
}

/// <summary>What the coordinator decides on an answer. It counts either way, from the moment it was submitted.</summary>
public enum ReviewDecision
{
    /// <summary>Nothing more is asked; a change needs a reason from now on.</summary>
    Accept,

    /// <summary>The answer counts on but is awaited again, with a question.</summary>
    SendBack,
}
