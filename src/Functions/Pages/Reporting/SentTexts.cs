using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>Says in Swedish what a draft answers.</summary>
internal static class SentTexts
{
    /// <summary>What is answered; null while something lacks.</summary>
    public static string? Of(PlanNode indicator, SubmittedAnswer sent, bool isFinalRound, DateOnly today)
    {
        if (AnswerReader.Read(indicator.Indicator!, sent, isFinalRound, today, []) is not { } answer)
        {
            return null;
        }

        var why = answer.NotApplicable && sent.Reason is { } reason ? $": {reason}" : "";
        var assessed = answer.Assessment is { } status ? $" – {status.Swedish().ToLowerInvariant()} (egen bedömning)" : "";
        return AnswerTexts.Said(indicator, answer) + why + assessed;
    }
}
