namespace Hsvo.Domain.Reports;

/// <summary>One revision with everything that was said of it since: what the log holds of it, nothing of which is ever changed.</summary>
/// <param name="Original">The revision as it was given, masked text included. For the auditor, and to tell whether the same was sent again.</param>
/// <param name="Reviews">Its reviews, the newest last.</param>
/// <param name="Mask">The newest mask on it, which hides what was written and all that was asked until then; or null.</param>
public sealed record LoggedRevision(Report Original, IReadOnlyList<Review> Reviews, CommentMask? Mask)
{
    /// <summary>The revision as everybody sees it now.</summary>
    public Report Shown => With(Reviews.Count > 0 ? Reviews[^1] : null);

    /// <summary>Its reviews as everybody sees them now.</summary>
    public IReadOnlyList<Review> ShownReviews => Mask is { } mask ? [.. Reviews.Select(r => r.MaskedBy(mask))] : Reviews;

    /// <summary>Whether somebody wrote something in it, or of it, that a mask would hide: of one that is masked, what was asked since.</summary>
    public bool HasText => Mask is { } mask ? Reviews.Any(r => r.Question is not null && r.At > mask.At) : Original.HasText || Reviews.Any(r => r.Question is not null);

    /// <summary>The cells that counted at an instant, as the log tells: of each the newest revision given by then with its review of then. A mask always holds.</summary>
    public static IReadOnlyList<Report> CellsAt(IEnumerable<LoggedRevision> log, DateTimeOffset instant) =>
    [
        .. log.Where(r => r.Original.ReportedAt <= instant)
            .GroupBy(r => r.Original.Key)
            .Select(cell => cell.MaxBy(r => r.Original.Revision)!)
            .Select(r => r.With(r.Reviews.LastOrDefault(v => v.At <= instant))),
    ];

    private Report With(Review? review) => Original with { Review = review } is var report && Mask is { } mask ? report.MaskedBy(mask) : report;
}
