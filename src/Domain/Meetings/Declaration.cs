using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Meetings;

/// <summary>
/// "Inget mer från oss": a department says that it has nothing more to report in a round, or takes that back. Each saying is kept; the newest counts.
/// </summary>
public sealed record Declaration
{
    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>The plan.</summary>
    public required string Plan { get; init; }

    /// <summary>The round.</summary>
    public required string Round { get; init; }

    /// <summary>The department.</summary>
    public required string Department { get; init; }

    /// <summary>1 for what the department said first of the round, one more each time it says otherwise.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it takes back what it said before.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The object id of who said so.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Whether it was said by an identity that configuration marks as example.</summary>
    public bool IsExample { get; init; }
}
