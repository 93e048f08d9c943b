using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>What stands side by side in the four columns, between rules or in a row of its own.</summary>
/// <param name="place">The table's row.</param>
/// <param name="isBetweenRules">Whether it is a part of that row, told from others by rules.</param>
internal sealed class Band(TablePlace place, bool isBetweenRules)
{
    private readonly IReadOnlyList<CellLine>?[] _lines = new IReadOnlyList<CellLine>?[4];
    private readonly bool[] _shared = new bool[4];

    public TablePlace Place { get; } = place;

    public bool IsBetweenRules { get; } = isBetweenRules;

    /// <summary>The lines of a column; none where it has none of its own.</summary>
    public IReadOnlyList<CellLine> this[PlanColumn column] => _lines[(int)column] ?? [];

    public bool IsEmpty => _lines.All(l => l is null || l.All(x => x.Text is "" or null));

    public void Set(PlanColumn column, IReadOnlyList<CellLine> lines) => _lines[(int)column] = lines;

    public void Share(PlanColumn column) => _shared[(int)column] = true;

    /// <summary>Whether the column has nothing of its own since it goes on from above.</summary>
    public bool IsShared(PlanColumn column) => _shared[(int)column];
}

/// <summary>
/// Cuts a table's row into bands. Some documents have a row for each band; others have one row, with rules of hyphens in its cells, and how the cells of
/// the four columns go together is then to be worked out.
/// </summary>
internal static class TableBands
{
    // More than any cell has.
    private const int MaxRules = 500;

    private static readonly PlanColumn[] Columns = Enum.GetValues<PlanColumn>();

    /// <summary>The bands of one row.</summary>
    /// <param name="lines">Each column's lines.</param>
    /// <param name="shared">The columns whose cell goes on from the row above.</param>
    /// <param name="place">The row.</param>
    /// <param name="notes">Gets what is uncertain.</param>
    public static IReadOnlyList<Band> Of(ILookup<PlanColumn, CellLine> lines, IReadOnlySet<PlanColumn> shared, TablePlace place, DraftNotes notes)
    {
        var segments = Columns.ToDictionary(c => c, c => CellText.SegmentsOf(lines[c]));
        var (areas, activities, indicators, responsible) =
            (segments[PlanColumn.PriorityArea], segments[PlanColumn.Activities], segments[PlanColumn.Indicators], segments[PlanColumn.Responsible]);
        var count = Math.Max(Math.Max(activities.Count, indicators.Count), areas.Count);
        count = count == 0 ? responsible.Count : count;
        if (activities.Count > 0 && indicators.Count > 0 && activities.Count != indicators.Count)
        {
            notes.Add("rules.uneven", ReadingKind.Pairing,
                $"Linjerna delar aktiviteterna i {activities.Count} och indikatorerna i {indicators.Count}: de läses i ordning, och det som blir över hör till det sista.",
                $"The rules divide the activities into {activities.Count} and the indicators into {indicators.Count}: read in order, and what is left over belongs to the last.",
                place: place, settle: true);
        }

        var areaStarts = AreaStarts(areas, activities, indicators, count, place, notes);
        var starts = new Dictionary<PlanColumn, IReadOnlyList<int>>
        {
            [PlanColumn.PriorityArea] = areaStarts,
            [PlanColumn.Activities] = InOrder(activities.Count),
            [PlanColumn.Indicators] = InOrder(indicators.Count),
            [PlanColumn.Responsible] = ResponsibleStarts(responsible, activities, areaStarts, count, place, notes),
        };

        var all = Math.Max(Math.Max(count, responsible.Count), 1);
        var bands = Enumerable.Range(0, all).Select(_ => new Band(place, all > 1)).ToList();
        foreach (var column in Columns)
        {
            foreach (var (start, segment) in starts[column].Zip(segments[column]))
            {
                bands[start].Set(column, segment.Lines);
            }

            foreach (var (i, band) in bands.Index())
            {
                // Past the last of its own, a column goes on; an activity without an indicator has none.
                if (band[column].Count == 0 && (i == 0 ? shared.Contains(column) : column != PlanColumn.Indicators || shared.Contains(column)))
                {
                    band.Share(column);
                }
            }
        }

        return [.. bands.Where(b => !b.IsEmpty)];
    }

    /// <summary>Where each of a few begins among many: the first takes what is over.</summary>
    public static IReadOnlyList<int> FirstTakesRest(int few, int many) => [.. Enumerable.Range(0, few).Select(i => i == 0 ? 0 : many - few + i)];

    private static IReadOnlyList<int> InOrder(int count) => [.. Enumerable.Range(0, count)];

    private static IReadOnlyList<int> AreaStarts(
        IReadOnlyList<CellSegment> areas, IReadOnlyList<CellSegment> activities, IReadOnlyList<CellSegment> indicators, int count, TablePlace place, DraftNotes notes)
    {
        if (areas.Count <= 1 || areas.Count == count)
        {
            return InOrder(areas.Count);
        }

        // A long rule divides a row, a short one the activities in it: where the lengths tell them apart, they are believed.
        foreach (var rules in new[] { activities, indicators })
        {
            if (rules.Count == count && Matching(areas, rules) is { } starts)
            {
                notes.Add("rules.byLength", ReadingKind.Split,
                    "Linjerna är av olika längd: de som är lika långa som i första kolumnen skiljer de prioriterade områdena åt.",
                    "The rules are of several lengths: those as long as in the first column divide the priority areas.", place: place);
                return starts;
            }
        }

        notes.Add("rules.unaligned", ReadingKind.Split,
            $"Första kolumnen har {areas.Count} områden och raden {count} band mellan linjer: det första området får det som blir över.",
            $"The first column has {areas.Count} areas and the row {count} bands between rules: the first area takes what is over.",
            place: place, settle: true);
        return FirstTakesRest(areas.Count, count);
    }

    // The one way in which a column's rules are found among another's by their lengths; null where there is none, or more than one.
    private static IReadOnlyList<int>? Matching(IReadOnlyList<CellSegment> column, IReadOnlyList<CellSegment> rules)
    {
        int[] wanted = [.. column.SkipLast(1).Select(s => s.RuleAfter ?? 0)];
        int[] lengths = [.. rules.SkipLast(1).Select(s => s.RuleAfter ?? 0)];
        if (wanted.Length > lengths.Length || lengths.Length > MaxRules || lengths.Distinct().Count() < 2)
        {
            return null;
        }

        // The earliest and the latest way are the same where there is one alone.
        var earliest = Embed(wanted, lengths);
        var latest = Embed([.. wanted.Reverse()], [.. lengths.Reverse()])?.Select(i => lengths.Length - 1 - i).Reverse();
        return earliest is not null && earliest.SequenceEqual(latest!) ? [0, .. earliest.Select(i => i + 1)] : null;
    }

    private static List<int>? Embed(int[] wanted, int[] lengths)
    {
        var at = new List<int>();
        foreach (var (i, length) in lengths.Index())
        {
            if (at.Count < wanted.Length && length == wanted[at.Count])
            {
                at.Add(i);
            }
        }

        return at.Count == wanted.Length ? at : null;
    }

    private static IReadOnlyList<int> ResponsibleStarts(
        IReadOnlyList<CellSegment> responsible, IReadOnlyList<CellSegment> activities, IReadOnlyList<int> areaStarts, int count, TablePlace place, DraftNotes notes)
    {
        if (responsible.Count <= 1 || responsible.Count == count)
        {
            return InOrder(responsible.Count);
        }

        if (responsible.Count == areaStarts.Count)
        {
            return areaStarts;
        }

        if (activities.Count == count && Matching(responsible, activities) is { } starts)
        {
            return starts;
        }

        notes.Add("rules.responsible", ReadingKind.Responsible,
            $"Ansvar är delat i {responsible.Count} och raden i {count}: den första delen får det som blir över.",
            $"Ansvar is divided into {responsible.Count} and the row into {count}: the first part takes what is over.", place: place, settle: true);
        return responsible.Count < count ? FirstTakesRest(responsible.Count, count) : InOrder(responsible.Count);
    }
}
