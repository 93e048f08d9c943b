using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>Which drafts have become answers. A submission doesn't look for them: they are passed over when drafts are read, and forgotten at night.</summary>
internal static class RetiredDrafts
{
    /// <summary>Whether the answer that counts took a draft's place: its author's, or a colleague's that says what the draft says.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="current">The answer that counts in the cell, or null.</param>
    public static bool Holds(Plan plan, Draft draft, Report? current) =>
        draft.IsRetiredBy(current) || (current is { IsWithdrawn: false } && current.Revision > draft.BasedOn && SaysTheSame(plan, draft, current));

    private static bool SaysTheSame(Plan plan, Draft draft, Report current) =>
        plan.Find(draft.Key.Indicator)?.Indicator is { } spec
        && plan.FindRound(draft.Key.Round) is { } round
        && AnswerReader.Read(spec, draft.Answer, round.IsFinal, StockholmTime.DateOf(current.ReportedAt), []) is { } answer
        && answer.SaysTheSameAs(current.Answer)
        && draft.Answer.Comment?.Trim() == current.Comment
        && (string.IsNullOrWhiteSpace(draft.Answer.Reason) || draft.Answer.Reason.Trim() == current.Reason);
}
