using Hsvo.Domain.Drafting;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>A document that a plan is to be made of.</summary>
/// <param name="Document">The document's words and tables.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Plan">The id that the plan is to have; null to make one.</param>
/// <param name="Year">Its year; null to find it in the document.</param>
/// <param name="Previous">The plan it goes on from; null for the yearly plan before it.</param>
public sealed record PlanToDraft(TextDocument Document, string Sha256, string? Plan, int? Year, string? Previous);

/// <summary>A draft, and what an import would refuse of it as it is.</summary>
/// <param name="Draft">The draft with its loading report.</param>
/// <param name="Faults">What the import would refuse.</param>
public sealed record PlanDrafted(DraftedPlan Draft, IReadOnlyList<Fault> Faults);

/// <summary>Makes a plan of a document, for a human to settle and import. Nothing is stored.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans before it.</param>
public sealed class DraftPlanFromDocument(AreaOptions area, ReadPlans plans)
{
    /// <summary>Reads the document as a plan of this area.</summary>
    public async Task<Outcome<PlanDrafted>> HandleAsync(PlanToDraft sent, CancellationToken cancellationToken)
    {
        if (sent.Plan is { } id && !Identifier.IsValid(id))
        {
            return Refused("id.form", "Ett id är 1–64 tecken av a–z, 0–9, punkt och bindestreck.", "An id is 1-64 of a-z, 0-9, dot and hyphen.", "plan");
        }

        IReadOnlyList<Plan> known = [.. (await plans.ListPlainAsync(cancellationToken)).Select(s => s.AsImported)];
        var year = sent.Year ?? PlanDrafting.YearOf(sent.Document);
        var previous = sent.Previous is { } named
            ? known.FirstOrDefault(p => p.Id == named)
            : known.Where(p => p.Kind == PlanKind.Verksamhetsplan && (year is null || p.Year < year)).MaxBy(p => p.Year);
        if (sent.Previous is { } missing && previous is null)
        {
            return new Failure(FailureKind.NotFound, "plan.unknown", $"Planen ”{Excerpt.Of(missing)}” finns inte.", $"There is no plan '{Excerpt.Of(missing)}'.");
        }

        if (PlanDrafting.Read(sent.Document, new(area.Area, sent.Plan, sent.Year, previous, sent.Sha256), out var fault) is not { } draft)
        {
            return FailureOf(fault);
        }

        // One that is there already becomes its next version.
        var plan = draft.Plan with { Version = known.FirstOrDefault(p => p.Id == draft.Plan.Id)?.Version ?? 0 };
        return new PlanDrafted(
            draft with { Plan = plan },
            [.. PlanRules.FaultsOf(plan).Select(f => new Fault(f.Code, $"/{f.Field}", f.Swedish, f.English))]);
    }

    private static Failure FailureOf(DraftingFault fault) => fault switch
    {
        DraftingFault.NoTables => Refused("document.noTables",
            "Dokumentet har ingen tabell med kolumnerna Prioriterat område, Aktiviteter, Indikatorer och Ansvar.",
            "The document has no table with the columns Prioriterat område, Aktiviteter, Indikatorer and Ansvar."),
        DraftingFault.NoHeadings => Refused("document.noHeadings",
            "Ingen rubrik står ovanför planens tabeller: fokusområden och mål läses ur rubrikerna.",
            "No heading stands above the plan's tables: focus areas and goals are read from the headings."),
        DraftingFault.NoYear => Refused("document.noYear", "Dokumentet säger inte vilket år det gäller: ange year.", "The document doesn't say its year: say year."),
        DraftingFault.TooLongCell => Refused("document.tooLongCell",
            $"En cell i dokumentet är längre än en plans celler är ({PlanDrafting.MaxCell} tecken).", $"A cell of the document is longer than a plan's cells are ({PlanDrafting.MaxCell} characters)."),
        DraftingFault.TooLong => Refused("document.tooLong",
            $"Dokumentet är längre än någon plan: högst {PlanDrafting.MaxListed} rubriker, mål i listor eller verksamheter i ordinarie drift, och {PlanDrafting.MaxBlocks} stycken.",
            $"The document is longer than any plan: {PlanDrafting.MaxListed} headings, goals in lists or lines of ordinary operation at most, and {PlanDrafting.MaxBlocks} paragraphs."),
        _ => Refused("document.tooManyRows", $"Dokumentet har fler rader än en plan får ha ({PlanRules.MaxNodes}).", $"The document has more rows than a plan may have ({PlanRules.MaxNodes})."),
    };

    private static Failure Refused(string code, string swedish, string english, string pointer = "") =>
        new(FailureKind.Invalid, code, swedish, english) { Faults = [new(code, pointer, swedish, english)] };
}
