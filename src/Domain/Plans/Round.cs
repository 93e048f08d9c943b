namespace Hsvo.Domain.Plans;

/// <summary>Rapporteringsomgång: what is answered ahead of one samråd.</summary>
/// <param name="Id">Year and month, "2021-05".</param>
/// <param name="Ends">The date that ends the round, fixed even when the meeting moves; Power BI's key of a goal value.</param>
/// <param name="IsFinal">Whether the plan's year is answered for here, so that an unfinished deliverable is overdue. A follow-up has no such round.</param>
/// <param name="Reading">Why the round is what it is, where the document doesn't say; null where it does.</param>
public sealed record Round(string Id, DateOnly Ends, bool IsFinal, string? Reading);
