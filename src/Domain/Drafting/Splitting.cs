using System.Text.RegularExpressions;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Tells how a cell was split, and where it may have been split otherwise.</summary>
internal static partial class Splitting
{
    public static void Tell(IReadOnlyList<DraftItem> items, ItemMarks marks, PlanColumn column, DraftNotes notes)
    {
        if (items.Count > 1 && column != PlanColumn.PriorityArea)
        {
            var (swedish, english) = marks.HasFlag(ItemMarks.Bullets) ? ("punktlista", "a list")
                : marks.HasFlag(ItemMarks.Breaks) ? ("radbrytningar", "line breaks")
                : marks.HasFlag(ItemMarks.Blanks) ? ("blankrader", "blank lines")
                : ("stycken", "paragraphs");
            var what = column == PlanColumn.Activities ? ("aktiviteter", "activities") : ("indikatorer", "indicators");
            notes.Add("cell.split", ReadingKind.Split,
                $"{items.Count} {what.Item1} i cellen, skilda åt av {swedish}.", $"{items.Count} {what.Item2} in the cell, told apart by {english}.",
                items[0], settle: marks.HasFlag(ItemMarks.Breaks), choices: [.. items.Select(i => i.Quote)]);
        }

        if (marks.HasFlag(ItemMarks.Joined))
        {
            notes.Add("cell.joined", ReadingKind.Split,
                "Ett stycke i cellen börjar med liten bokstav och läses som fortsättning på det förra.",
                "A paragraph in the cell begins with a small letter and is read as going on with the one before.",
                items[0], settle: true);
        }

        foreach (var item in items)
        {
            if (PiecesOf(item.Quote) is { Count: > 1 } pieces)
            {
                notes.Add("cell.maybeSeveral", ReadingKind.Split,
                    $"Texten kan vara flera som löper ihop: ”{string.Join("” | ”", pieces)}”. Den läses som en.",
                    $"The text may be several that run together: '{string.Join("' | '", pieces)}'. It is read as one.",
                    item, settle: true, choices: pieces);
            }
        }
    }

    // A cell that has lost its paragraphs: a capital follows a finished state, or begins what is to be done, without a mark before it. Names have capitals too,
    // so that this only asks.
    private static List<string> PiecesOf(string text)
    {
        var pieces = new List<string>();
        var from = 0;
        foreach (Match match in Seams().Matches(text))
        {
            pieces.Add(text[from..match.Index].Trim());
            from = match.Index;
        }

        pieces.Add(text[from..].Trim());
        return pieces;
    }

    [GeneratedRegex(@"(?<=\b(?:\p{L}*(?:genomförd|genomfört|genomförda|framtagen|framtaget|framtagna|identifierad|identifierat|identifierade|analyserade|skapad|skapat|uppstartat|mätt)|finns|projektplan|\((?i:ja/nej)\)) )(?=\p{Lu}\p{Ll})|(?<=[\p{L}\)”.] )(?=(?:\p{Lu}\p{Ll}*(?:era|apa|rka|gga|öra|ölja|iera)|Ta fram|Delprojekt|Projekt)\b)")]
    private static partial Regex Seams();
}
