using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Why no plan can be made of a document.</summary>
public enum DraftingFault
{
    /// <summary>None: there is a draft.</summary>
    None,

    /// <summary>No table has the plans' columns.</summary>
    NoTables,

    /// <summary>No heading stands above a table of the plan.</summary>
    NoHeadings,

    /// <summary>Nothing says its year.</summary>
    NoYear,

    /// <summary>It has more rows than a plan may.</summary>
    TooManyRows,

    /// <summary>A cell of it is longer than any plan's.</summary>
    TooLongCell,

    /// <summary>It has more headings, goals in its lists, or paragraphs than any plan.</summary>
    TooLong,
}

/// <summary>
/// Reads a plan out of a document: headings become focus areas and goals, the rows of their tables priority areas, activities and indicators, each with its
/// quote. Whatever is uncertain stands in the loading report, and so does every word of a table that is in no node. Pure.
/// </summary>
public static class PlanDrafting
{
    /// <summary>The longest cell: ten texts as long as a plan's may be.</summary>
    public const int MaxCell = 10 * PlanRules.MaxText;

    /// <summary>The most headings, goals in the lists that open a plan, and lines of ordinary operation: many times a plan's, and few enough to compare each with each.</summary>
    public const int MaxListed = 500;

    /// <summary>The most paragraphs and tables beside each other.</summary>
    public const int MaxBlocks = 10_000;

    /// <summary>The year that a document is for; null where nothing in it says so.</summary>
    public static int? YearOf(TextDocument document) => PlanHead.YearOf(document, new("", null, null, null, ""));

    /// <summary>The draft; null where the fault says why there is none.</summary>
    public static DraftedPlan? Read(TextDocument document, DraftingContext context, out DraftingFault fault)
    {
        if (document.Blocks.OfType<TextTable>().SelectMany(t => t.Rows).SelectMany(r => r.Cells).Any(c => c.Paragraphs.Sum(p => p.Text.Length + 1) > MaxCell))
        {
            fault = DraftingFault.TooLongCell;
            return null;
        }

        var lists = new OpeningLists(document);
        if (document.Blocks.Count > MaxBlocks || lists.Count > MaxListed || document.Blocks.OfType<TextParagraph>().Count(Heading.Is) > MaxListed)
        {
            fault = DraftingFault.TooLong;
            return null;
        }

        var notes = new DraftNotes();
        if (Outline.Of(document, notes) is not { } outline)
        {
            fault = document.Blocks.Any(b => b is TextTable t && TableHeader.Of(t) is not null) ? DraftingFault.NoHeadings : DraftingFault.NoTables;
            return null;
        }

        var year = PlanHead.YearOf(document, context);
        fault = year is null ? DraftingFault.NoYear
            : outline.Operations.Count > MaxListed ? DraftingFault.TooLong
            : outline.Areas.SelectMany(a => a.Goals).SelectMany(g => g.Tables.Rows).Sum(r => r.Activities.Count + r.Indicators.Count + 1) > PlanRules.MaxNodes ? DraftingFault.TooManyRows
            : DraftingFault.None;
        if (fault != DraftingFault.None)
        {
            return null;
        }

        if (document.HasTrackedChanges)
        {
            notes.Add("document.trackedChanges", ReadingKind.Wording,
                "Dokumentet har ändringar som inte är godkända: de läses som godkända.", "The document has changes that nobody has accepted: they are read as accepted.", settle: true);
        }

        var plan = new NodeWriter(lists, outline, context.Previous, notes).Complete(PlanHead.Of(document, context, year!.Value, notes));
        if (context.Previous is null)
        {
            notes.Add("thread.noPrevious", ReadingKind.Thread, "Ingen tidigare plan är angiven: trådar har inte sökts.", "No plan before is given: threads were not looked for.", settle: true);
        }

        (plan, var proposals) = context.Previous is { } previous ? ThreadFinder.Find(plan, previous, notes) : (plan, []);
        TellLeftOut(document, outline, plan, notes);
        var points = WithRows(notes.Points, outline);
        return new(
            plan with { Readings = [.. points.Select(p => new Reading(plan.Find(p.Node ?? "")?.Id, p.Kind, p.Swedish))] }, points, proposals,
            [.. (context.Previous?.Threads ?? []).Where(t => !t.CoversPlan)]);
    }

    // Rules are told of before there are rows between them.
    private static IReadOnlyList<LoadingPoint> WithRows(IReadOnlyList<LoadingPoint> points, Outline outline)
    {
        var places = outline.Areas.SelectMany(a => a.Goals).SelectMany(g => g.Tables.Rows).SelectMany(r => r.Activities.Concat(r.Indicators)).ToLookup(i => (i.Place.Table, i.Place.Row), i => i.Id);
        return [.. points.Select(p => p.Place is { } place && p.Code.StartsWith("rules.", StringComparison.Ordinal) ? p with { Rows = [.. places[(place.Table, place.Row)]] } : p)];
    }

    // A line of a list has its number, or has lost it.
    private static string Unnumbered(string text) => text.TrimStart([.. "0123456789.) "]);

    // What the document says beside its sections.
    private static void TellLeftOut(TextDocument document, Outline outline, Plan plan, DraftNotes notes)
    {
        var adopted = plan.AdoptedQuote ?? "";
        var taken = plan.Nodes.Select(n => n.ListQuote).OfType<string>().Append(plan.Title).Append(plan.OverallGoalQuote ?? "").Select(Unnumbered).ToHashSet(StringComparer.Ordinal);
        foreach (var text in document.Blocks.Take(outline.Start).OfType<TextParagraph>().Where(p => p is { IsContents: false, IsTitle: false }).Select(p => Wording.Squeeze(p.Text))
            .Where(t => t.Any(char.IsLetter) && !taken.Contains(Unnumbered(t)) && !adopted.StartsWith(t, StringComparison.Ordinal) && !adopted.EndsWith(t, StringComparison.Ordinal)))
        {
            notes.Add("text.nowhere", ReadingKind.Wording, "Stycket står före det första fokusområdet; av det har högst nämnder lästs in.",
                "The paragraph stands before the first focus area; no more than boards were read from it.", quote: text);
        }

        foreach (var note in document.Footnotes)
        {
            notes.Add("text.nowhere", ReadingKind.Wording, "Fotnoten har inte lästs in.", "The footnote was not read in.", quote: Wording.Squeeze(note), settle: true);
        }

        foreach (var text in document.WithSymbols)
        {
            notes.Add("text.symbol", ReadingKind.Wording, "Stycket har tecken ur ett symbolteckensnitt, som inte har lästs in.", "The paragraph has characters of a symbol font, which were not read in.",
                quote: Wording.Squeeze(text), settle: true);
        }

        if (document.HasDocumentWithin)
        {
            notes.Add("document.within", ReadingKind.Wording, "Ett annat dokument är infogat i dokumentet, och dess text har inte lästs in. Öppna dokumentet i Word, spara det och skicka det igen.",
                "Another document is put into the document, and its text was not read in. Open the document in Word, save it and send it again.", settle: true);
        }
    }
}
