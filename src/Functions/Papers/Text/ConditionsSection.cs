using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>What a plan as a whole depends on, in the document's words.</summary>
internal static class ConditionsSection
{
    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        if (plan.Plan.Conditions.Count > 0)
        {
            yield return new Heading(2, "Villkor");
            yield return new Points([.. plan.Plan.Conditions.Select(c => (Line)$"{c.Text.TrimEnd('.')}.")]);
        }
    }
}
