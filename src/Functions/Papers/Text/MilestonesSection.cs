using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Papers.Text;

/// <summary>An insats' dated goals: by when, and whether they are reached.</summary>
internal static class MilestonesSection
{
    private static readonly Column[] Columns = [new("Milstolpe", 42), new("Senast", 18), new("Läge", 18), new("Svar", 22)];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        Row[] rows =
        [
            .. plan.Milestones.Select(n => new Row(
            [
                n.Node.Text,
                n.Node.Indicator!.Due is { } due ? SwedishDates.Long(due) : "Inget datum",
                Line.Of(Span.Of(n.Status)),
                IndicatorsSection.AnswersOf(n),
            ])),
        ];
        if (rows.Length > 0)
        {
            yield return new Heading(2, "Milstolpar");
            yield return new Table("Milstolpar och om de är uppnådda", Columns, rows);
        }
    }
}
