using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Which drafts have become answers. A submission looks for them only when it takes such an answer back, which they would come back with: otherwise they are
/// passed over when drafts are read, and forgotten at night.
/// </summary>
internal static class RetiredDrafts
{
    /// <summary>Whether the answer that counts took a draft's place: its author's, or a colleague's that says what the draft says.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="current">The answer that counts in the cell, or null.</param>
    public static bool Holds(Plan plan, Draft draft, Report? current) =>
        draft.IsRetiredBy(current) || (current is { IsWithdrawn: false } && current.Revision > draft.BasedOn && SaysTheSame(plan, draft, current));

    /// <summary>Those of a plan's drafts.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stored">Its cells and drafts.</param>
    public static IEnumerable<StoredDraft> In(Plan plan, StoredAnswers stored)
    {
        var cells = stored.Cells.ToDictionary(c => c.Report.Key, c => c.Report);
        return stored.Drafts.Where(d => Holds(plan, d.Draft, cells.GetValueOrDefault(d.Draft.Key)));
    }

    private static bool SaysTheSame(Plan plan, Draft draft, Report current) =>
        plan.Find(draft.Key.Indicator)?.Indicator is { } spec
        && plan.FindRound(draft.Key.Round) is { } round
        && AnswerReader.Read(spec, draft.Answer, round.IsFinal, StockholmTime.DateOf(current.ReportedAt), []) is { } answer
        && answer.SaysTheSameAs(current.Answer)
        && draft.Answer.Comment?.Trim() == current.Comment
        && (string.IsNullOrWhiteSpace(draft.Answer.Reason) || draft.Answer.Reason.Trim() == current.Reason);
}
