namespace Hsvo.Domain.Reports;

/// <summary>
/// Återtaget: what a withdrawal took back. It no longer answers anything, but it still weighs while nobody has answered anew: taking an answer back
/// makes nothing look better than it did.
/// </summary>
/// <param name="Answer">The answer that was taken back, its words left out: they stand in the log alone, where they may be masked.</param>
/// <param name="Before">
/// The answer of the same cell that it had replaced, when there was one: answering "ja" and taking it back is no way out of a "nej". Null for a row that
/// counts people, where an earlier answer may be hidden.
/// </param>
/// <param name="ReportedAt">When the answer that was taken back was stored, UTC: what was shown was shown since then.</param>
public sealed record WithdrawnAnswer(Answer Answer, Answer? Before, DateTimeOffset ReportedAt);
