using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>Makes rows of a table's bands: what opens a priority area, what goes on, and which indicator belongs to which activity.</summary>
/// <param name="notes">Gets what is uncertain.</param>
internal sealed class RowReader(DraftNotes notes)
{
    private readonly List<DraftRow> _rows = [];

    /// <summary>The rows so far, table after table.</summary>
    public IReadOnlyList<DraftRow> Rows => _rows;

    /// <summary>The table whose rows are read: what goes on from above does so within it and those that continue it.</summary>
    public int FirstOfTable { get; private set; }

    private DraftRow? Last => _rows.Count > FirstOfTable ? _rows[^1] : null;

    /// <summary>Begins a table that goes on from none.</summary>
    public void BeginTable() => FirstOfTable = _rows.Count;

    /// <summary>Reads one band.</summary>
    public void Add(Band band, string? targetGroup)
    {
        var areas = Items(band, PlanColumn.PriorityArea, NodeKind.PriorityArea);
        var activities = Items(band, PlanColumn.Activities, NodeKind.Activity);
        var indicators = Items(band, PlanColumn.Indicators, NodeKind.Indicator);
        var (responsible, marks) = CellText.ItemsOf(band[PlanColumn.Responsible]);
        List<string> bodies = [.. responsible];
        GoOn(band, areas, activities, indicators, bodies);
        if (areas.Count > 1 && activities.Count < areas.Count)
        {
            notes.Add("priorityArea.joined", ReadingKind.Split,
                $"Cellen har {areas.Count} stycken men raden bara {activities.Count} aktiviteter: styckena läses som ett prioriterat område.",
                $"The cell has {areas.Count} paragraphs but the row only {activities.Count} activities: they are read as one priority area.",
                areas[0], settle: true, choices: [.. areas.Select(a => a.Quote)], rows: [.. activities, .. indicators]);
            areas[0].Quote = string.Join(' ', areas.Select(a => a.Quote));
            areas.RemoveRange(1, areas.Count - 1);
        }

        if (areas.Count > 1)
        {
            AddSeveralAreas(band, targetGroup, areas, activities, indicators, bodies);
        }
        else if (bodies.Count > 1 && bodies.Count == activities.Count && activities.Count == indicators.Count && marks.HasFlag(ItemMarks.Blanks))
        {
            notes.Add("responsible.sideBySide", ReadingKind.Responsible,
                $"{bodies.Count} ansvariga står bredvid lika många aktiviteter och indikatorer: var och en läses som sin rads. De kan också ha ansvaret gemensamt.",
                $"{bodies.Count} responsible bodies stand beside as many activities and indicators: each is read as its row's. They may be responsible together too.",
                areas.FirstOrDefault() ?? activities[0], quote: string.Join(' ', bodies), settle: true, rows: indicators);
            foreach (var i in Enumerable.Range(0, bodies.Count))
            {
                AddRow(band, targetGroup, i == 0 ? areas.FirstOrDefault() : null, [activities[i]], [indicators[i]], [bodies[i]]);
            }
        }
        else if (areas.Count + activities.Count + indicators.Count > 0)
        {
            AddRow(band, targetGroup, areas.FirstOrDefault(), activities, indicators, bodies);
        }
        else if (bodies.Count > 0)
        {
            AddToLast(band, bodies);
        }
    }

    /// <summary>Says which indicator belongs to which activity, when all rows are there.</summary>
    public void Pair()
    {
        foreach (var row in _rows)
        {
            Pairing.Of(row, notes);
        }
    }

    private void AddSeveralAreas(
        Band band, string? targetGroup, List<DraftItem> areas, List<DraftItem> activities, List<DraftItem> indicators, List<string> bodies)
    {
        notes.Add("priorityArea.several", ReadingKind.Split,
            $"Cellen har {areas.Count} stycken utan linje emellan, bredvid {activities.Count} aktiviteter: de läses som {areas.Count} prioriterade områden, där det första får det som blir över.",
            $"The cell has {areas.Count} paragraphs without a rule between them, beside {activities.Count} activities: read as {areas.Count} priority areas, the first taking what is over.",
            areas[0], settle: true, choices: [.. areas.Select(a => a.Quote)], rows: [.. activities, .. indicators]);
        var starts = TableBands.FirstTakesRest(areas.Count, activities.Count);
        var indicatorStarts = indicators.Count == activities.Count ? starts
            : indicators.Count >= areas.Count ? TableBands.FirstTakesRest(areas.Count, indicators.Count)
            : [.. areas.Select((_, i) => Math.Min(i, indicators.Count))];
        foreach (var (i, area) in areas.Index())
        {
            AddRow(
                band, targetGroup, area, Part(activities, starts, i), Part(indicators, indicatorStarts, i),
                bodies.Count == areas.Count ? [bodies[i]] : i == 0 ? bodies : [],
                isShared: i > 0 && bodies.Count != areas.Count);
        }
    }

    private static List<DraftItem> Part(List<DraftItem> items, IReadOnlyList<int> starts, int i) =>
        items[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : items.Count)];

    private void AddRow(
        Band band, string? targetGroup, DraftItem? opens, List<DraftItem> activities, List<DraftItem> indicators, List<string> bodies, bool isShared = false)
    {
        // An indicator that several activities share: they stand in one row with it.
        if (opens is null && indicators.Count == 0 && activities.Count > 0 && bodies.Count == 0 && band.IsShared(PlanColumn.Indicators) && Last is { } above)
        {
            above.Activities.AddRange(activities);
            return;
        }

        if (opens is null && Last?.Area is null)
        {
            notes.Add("priorityArea.missing", ReadingKind.Split,
                "Raden har inget prioriterat område, varken eget eller ovanför sig: den läses som stående direkt under målet.",
                "The row has no priority area, neither of its own nor above it: it is read as standing right under the goal.",
                activities.Concat(indicators).First(), settle: true, rows: [.. activities, .. indicators]);
        }
        else if (opens is null)
        {
            notes.Add("row.continues", ReadingKind.Split,
                band.IsShared(PlanColumn.PriorityArea)
                    ? "Första kolumnen går vidare från raden ovan: raden hör till samma prioriterade område."
                    : "Första kolumnen är tom: raden läses som en fortsättning på det prioriterade området ovan. Den kan också ha varit ett område utan namn.",
                band.IsShared(PlanColumn.PriorityArea)
                    ? "The first column goes on from the row above: the row belongs to the same priority area."
                    : "The first column is empty: the row is read as going on with the priority area above. It may have been an area without a name too.",
                activities.Concat(indicators).First(), settle: !band.IsShared(PlanColumn.PriorityArea), rows: [.. activities, .. indicators]);
        }

        var row = new DraftRow(band.Place)
        {
            TargetGroup = targetGroup,
            IsFirst = Last is null,
            IsBetweenRules = band.IsBetweenRules,
            Opens = opens,
            Area = opens ?? Last?.Area,
            SharedActivity = opens is null && activities.Count == 0 && band.IsShared(PlanColumn.Activities) ? Last?.Activities.LastOrDefault() ?? Last?.SharedActivity : null,
            State = bodies.Count > 0 ? ResponsibleState.Own : isShared || band.IsShared(PlanColumn.Responsible) ? ResponsibleState.Shared : ResponsibleState.Empty,
        };
        row.Activities.AddRange(activities);
        row.Indicators.AddRange(indicators);
        row.Responsible.AddRange(bodies);
        _rows.Add(row);
    }

    // Ansvar alone, beside nothing.
    private void AddToLast(Band band, List<string> bodies)
    {
        var text = string.Join(' ', bodies);
        if (Last is not { } above)
        {
            notes.Add("text.nowhere", ReadingKind.Responsible, "Ansvar står utan rad och har inte lästs in.", "Ansvar stands without a row and was not read in.",
                place: band.Place with { Column = TableHeader.NameOf(PlanColumn.Responsible) }, quote: text, settle: true);
            return;
        }

        notes.Add("responsible.alone", ReadingKind.Responsible,
            "Ansvar står ensamt i sin rad och läses som hörande till raden ovan.", "Ansvar stands alone in its row and is read as belonging to the row above.",
            above.Opening, band.Place, quote: text, settle: true, rows: above.Answering);
        above.Responsible.AddRange(bodies);
        above.State = ResponsibleState.Own;
    }

    // A row that a page's end has cut: its cells go on in the middle of a sentence.
    private void GoOn(Band band, List<DraftItem> areas, List<DraftItem> activities, List<DraftItem> indicators, List<string> bodies)
    {
        if (Last is not { } above)
        {
            return;
        }

        if (areas is [var again, ..] && above.Area is { } known && IsSame(again.Quote, known.Quote))
        {
            notes.Add("row.repeated", ReadingKind.Split,
                "Det prioriterade området står en gång till, där tabellen fortsätter: raden läses som en fortsättning.",
                "The priority area stands once more where the table goes on: the row is read as going on with it.",
                known, band.Place, quote: again.Quote);
            areas.RemoveAt(0);
        }

        GoOn(above.Area, areas);
        if (areas.Count > 0)
        {
            return;
        }

        GoOn(above.Activities.LastOrDefault(), activities);
        GoOn(above.Indicators.LastOrDefault(), indicators);
        if (above.Responsible is [.., { Length: <= PlanRules.MaxText }] && bodies is [{ } text, ..] && Wording.GoesOn(text) && activities.Count + indicators.Count == 0)
        {
            above.Responsible[^1] += " " + text;
            bodies.RemoveAt(0);
        }
    }

    private void GoOn(DraftItem? above, List<DraftItem> items)
    {
        // What is longer than a text may be already goes on no more.
        if (above is null || items is not [{ } first, ..] || !Wording.GoesOn(first.Quote) || above.Quote.Length > PlanRules.MaxText)
        {
            return;
        }

        notes.Add("row.continued", ReadingKind.Split,
            $"Cellen börjar mitt i en mening (”{first.Quote}”) och läses som fortsättning på den ovanför.",
            $"The cell begins in the middle of a sentence ('{first.Quote}') and is read as going on with the one above.",
            above, first.Place, settle: true);
        above.Quote += " " + first.Quote;
        items.RemoveAt(0);
    }

    private static bool IsSame(string again, string known) =>
        again == known || again.StartsWith(known + " (forts", StringComparison.OrdinalIgnoreCase) || again.StartsWith(known + ", forts", StringComparison.OrdinalIgnoreCase);

    private List<DraftItem> Items(Band band, PlanColumn column, NodeKind kind)
    {
        var place = band.Place with { Column = TableHeader.NameOf(column) };
        var (quotes, marks) = CellText.ItemsOf(band[column]);
        List<DraftItem> items = [.. quotes.Select(q => new DraftItem(kind, q, place))];
        if (items.Count > 0)
        {
            Splitting.Tell(items, marks, column, notes);
        }

        return items;
    }
}
