using Hsvo.Domain.Audit;

namespace Hsvo.Domain.Reports;

/// <summary>Maskning: the coordinator hid what was written in one revision. The revision itself stays in the log, for the auditor.</summary>
/// <param name="By">The coordinator's object id.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record CommentMask(string By, DateTimeOffset At, string Reason)
{
    /// <summary>Which request it came in; null where that wasn't kept.</summary>
    public Origin? Origin { get; init; }

    /// <summary>What stands where a text was hidden that an answer can't be without: that such a text was given is no secret.</summary>
    public const string InPlaceOfWords = "(texten är dold)";

    /// <summary>What stands in place of a text that may be there; null where there was none.</summary>
    public static string? InPlaceOf(string? text) => text is null ? null : InPlaceOfWords;
}
