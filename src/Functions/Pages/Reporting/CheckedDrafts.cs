using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>A unit's drafts of a round before they are sent: those that are whole, and what the others lack.</summary>
/// <param name="Ready">Those that can be sent.</param>
/// <param name="NotReady">The others, with what the rules say.</param>
/// <param name="Failure">Why none can be sent, where that is of no draft by itself; null when they can.</param>
public sealed record CheckedDrafts(IReadOnlyList<OwnRow> Ready, IReadOnlyList<(OwnRow Row, IReadOnlyList<Fault> Faults)> NotReady, Failure? Failure)
{
    /// <summary>The rows that can be sent, as the form carries them along.</summary>
    public string ToText() => CarriedRows.Write(Ready.Select(RowOf));

    /// <summary>A draft as a row of a submission: it is sent only where the answer is the one that it was written from.</summary>
    public static SubmittedRow RowOf(OwnRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var draft = row.Draft!.Draft;
        return new(draft.Key.Indicator, draft.Key.Department, draft.Key.Round, draft.Answer, []) { Revision = draft.BasedOn };
    }
}
