using Hsvo.Domain.Meetings;
using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>
/// What the paper says, in Swedish for people who have never seen an id. Said once here: HTML and DOCX set the same blocks.
/// </summary>
internal static class PaperText
{
    public static string TitleOf(MeetingSummary summary) => $"Sammanställning inför samråd {SwedishDates.Long(summary.Meeting.Date)}";

    public static string EditionOf(MeetingSummary summary) =>
        summary.Edition == PaperEdition.Sealed ? "Fastställd utgåva" : "Preliminär utgåva";

    /// <summary>The registry numbers of what is followed up; without any, the paper's own title.</summary>
    public static string ReferenceOf(MeetingSummary summary) =>
        string.Join(", ", summary.Plans.Select(p => p.Plan.Source.Diarienummer).OfType<string>().Distinct()) is { Length: > 0 } numbers ? $"Diarienummer {numbers}" : TitleOf(summary);

    public static IReadOnlyList<Block> Of(MeetingSummary summary) =>
    [
        .. Opening(summary),
        .. OverviewSection.Of(summary),
        .. summary.Plans.SelectMany(p => PlanSection(summary, p)),
        .. ComingYearSection.Of(summary),
        .. AboutSection.Of(summary),
    ];

    private static IEnumerable<Block> Opening(MeetingSummary summary)
    {
        var day = SwedishDates.Long(summary.Today);
        yield return new Paragraph(
            summary.Edition == PaperEdition.Sealed
                ? $"{EditionOf(summary)}. Läget den {day}."
                : $"{EditionOf(summary)}: svar kan ändras tills sammanställningen fastställs den {SwedishDates.Long(summary.Meeting.Seals)}. Läget den {day}.",
            IsLead: true);
        if (summary.Meeting.Diarienummer is { } number)
        {
            yield return new Paragraph($"Samrådets diarienummer: {number}.");
        }

        if (summary.HasExamples)
        {
            yield return new Notice("Exempel", "Svar och möten som är märkta Exempel är påhittade för att visa hur det fungerar. Ingen förvaltning har lämnat dem.");
        }

        if (summary.Plans.Any(p => p.Plan.ResponsibilityIsAssumed))
        {
            yield return new Notice("Antaget", "Vem som svarar på vilken rad är antaget tills det samordnande kontoret har bekräftat det.");
        }
    }

    private static IEnumerable<Block> PlanSection(MeetingSummary summary, PlanFollowUp plan) =>
    [
        new Heading(1, plan.Plan.Title, StartsPage: true),
        .. GoalsSection.Of(plan),
        .. ChangesSection.Of(plan),
        .. CorrectionsSection.Of(plan),
        .. DisagreementsSection.Of(plan),
        .. MissingSection.Of(summary, plan),
        .. FiguresSection.Of(plan),
        .. MilestonesSection.Of(plan),
        .. ConditionsSection.Of(plan),
        .. IndicatorsSection.Of(plan),
    ];
}
