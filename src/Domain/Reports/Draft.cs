using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Reports;

/// <summary>Utkast: an answer that a department is still writing. It counts nowhere and nobody else sees it; the next draft of the cell replaces it.</summary>
public sealed record Draft
{
    /// <summary>The cell.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>What was written so far; it may lack what an answer needs.</summary>
    public required SubmittedAnswer Answer { get; init; }

    /// <summary>The revision that it was written from; 0 when there was none.</summary>
    public required int BasedOn { get; init; }

    /// <summary>The object id of who saved it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was saved, UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Whether it was saved by an identity that configuration marks as example.</summary>
    public bool IsExample { get; init; }

    /// <summary>
    /// Whether the answer that counts took its place: its author has submitted the cell since. Somebody else's answer leaves it, to be compared with; so
    /// does taking an answer back.
    /// </summary>
    public bool IsRetiredBy(Report? current) =>
        current is { IsWithdrawn: false } && current.Revision > BasedOn && current.ReportedAt >= SavedAt && current.Reporter == Author;
}
