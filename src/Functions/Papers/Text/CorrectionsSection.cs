using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>The answers that the last sealed paper used and that were changed afterwards.</summary>
internal static class CorrectionsSection
{
    private static readonly Column[] Columns = [new("Indikator", 30), new("Förvaltning", 19), new("Tidigare", 17), new("Nu", 17), new("Skäl", 17)];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        if (plan.Since is not { } since)
        {
            yield break;
        }

        yield return new Heading(2, "Rättelser sedan förra sammanställningen");
        if (since.Corrections.Count == 0)
        {
            yield return new Paragraph("Inget svar i den förra sammanställningen har ändrats efter att den fastställdes.");
            yield break;
        }

        yield return new Table(
            $"Svar som ändrats efter att sammanställningen till samrådet den {SwedishDates.Long(since.Date)} fastställdes", Columns, [.. since.Corrections.Select(c => RowOf(plan, c))]);
    }

    /// <summary>What the paper used, in words.</summary>
    public static string SaidBefore(PlanNode indicator, UsedRevision? before) => before switch
    {
        null => "inget svar",
        { Answer: { } answer } when answer.Values.Any(v => v.Kind == AnswerValueKind.Text) => "svar i ord",
        { Answer: { } answer } => AnswerTexts.Said(indicator, answer),
        _ => AnswerTexts.NotShown,
    };

    private static Row RowOf(PlanFollowUp plan, Correction correction)
    {
        var node = plan.Plan.Node(correction.Now.Key.Indicator);
        return new(
        [
            Words.WithGoal(plan.Plan, node),
            plan.Plan.FindDepartment(correction.Now.Key.Department)?.Name ?? correction.Now.Key.Department,
            Words.Capital(SaidBefore(node, correction.Before)),
            correction.Now.IsExample
                ? Line.Of(Words.Capital(AnswerTexts.Said(node, correction.Now.Answer)), Span.Example)
                : Words.Capital(AnswerTexts.Said(node, correction.Now.Answer)),
            correction.Now.Reason ?? "Inget skäl angivet",
        ]);
    }
}
