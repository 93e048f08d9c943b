using Hsvo.Domain.Plans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>How the cells of a plan's tables are set.</summary>
public enum TableLayout
{
    /// <summary>A row for each row; an Ansvar cell that several share is merged, and what stands several in a cell are paragraphs.</summary>
    MergedCells,

    /// <summary>The same with empty cells instead of merged ones, and blank lines between what stands in a cell.</summary>
    EmptyCells,

    /// <summary>The same as lists.</summary>
    Lists,

    /// <summary>Each table cut in two by a page's end, with its header once more.</summary>
    CutTables,

    /// <summary>One row for each table, with rules of hyphens between its rows.</summary>
    Rules,
}

/// <summary>Sets a plan of src/Plans as a Word document, from its quotes.</summary>
internal sealed class SetPlan(Plan plan, TableLayout layout, bool numbersAreTyped)
{
    // Rows of one priority area that stand in rows of their own, which the plan itself doesn't tell.
    private static readonly string[] OwnRows = ["2.2.3.a2"];

    private readonly WordBuilder _word = new();

    private sealed record Row(PlanNode? Area, IReadOnlyList<PlanNode> Activities, IReadOnlyList<PlanNode> Indicators, string? Responsible, string? TargetGroup);

    /// <summary>The file: what stands before the sections, the sections, what stands after.</summary>
    public byte[] Build(Action<WordBuilder> opening, Action<WordBuilder> afterGoal, string operations)
    {
        opening(_word);
        var lists = 0;
        foreach (var area in plan.FocusAreas)
        {
            _word.Text(area.ListQuote!).Text("Mål:").List(++lists, plan.ChildrenOf(area.Id).Select(g => g.ListQuote!));
        }

        foreach (var area in plan.FocusAreas)
        {
            Heading(area);
            foreach (var goal in plan.ChildrenOf(area.Id).Where(g => g.Number is not null))
            {
                Heading(goal);
                foreach (var table in Tables(goal))
                {
                    if (table[0].TargetGroup is { } group)
                    {
                        _word.Text(group);
                    }

                    Set(table);
                }
            }
        }

        afterGoal(_word);
        if (operations.Length > 0)
        {
            _word.Heading(1, operations);
        }

        foreach (var operation in plan.OrdinaryOperations)
        {
            _word.Text(operation.Quote);
        }

        return _word.Build();
    }

    private void Heading(PlanNode node)
    {
        var level = node.Number!.Count(c => c == '.') + 1;
        if (numbersAreTyped)
        {
            _word.Heading(level, node.Quote);
        }
        else
        {
            _word.NumberedHeading(level, node.Quote[(node.Number!.Length + 1)..]);
        }
    }

    private IEnumerable<IReadOnlyList<Row>> Tables(PlanNode goal)
    {
        var rows = plan.ChildrenOf(goal.Id).SelectMany(Rows).ToList();
        for (var done = 0; done < rows.Count;)
        {
            List<Row> table = [.. rows.Skip(done).TakeWhile(r => r.TargetGroup == rows[done].TargetGroup)];
            yield return table;
            done += table.Count;
        }
    }

    // A row of its own begins where the Ansvar cell is told anew.
    private IEnumerable<Row> Rows(PlanNode area)
    {
        var activities = plan.ChildrenOf(area.Id).Where(n => n.Kind == NodeKind.Activity).ToList();
        var indicators = plan.Nodes.Where(n => n.Kind == NodeKind.Indicator && (n.ParentId == area.Id || activities.Exists(a => a.Id == n.ParentId)))
            .OrderBy(n => int.Parse(n.Id[(n.Id.LastIndexOf('i') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var cuts = activities.Where(a => OwnRows.Contains(a.Id) || indicators.Exists(i => i.ParentId == a.Id && i.ResponsibleQuote is not null)).ToList();
        var first = activities.TakeWhile(a => !cuts.Contains(a)).ToList();
        yield return new(area, first, [.. indicators.Where(i => cuts.TrueForAll(c => c.Id != i.ParentId))], area.ResponsibleQuote, area.TargetGroup);
        foreach (var cut in cuts)
        {
            List<PlanNode> own = [.. indicators.Where(i => i.ParentId == cut.Id)];
            yield return new(null, [cut], own, own[0].ResponsibleQuote, area.TargetGroup);
        }
    }

    private void Set(IReadOnlyList<Row> table)
    {
        WordCell[] header = [new("Prioriterat område"), new($"Aktiviteter {plan.Year}"), new("Indikatorer för uppföljning"), new("Ansvar")];
        if (layout == TableLayout.Rules)
        {
            _word.Table([header, Ruled(table)]);
            return;
        }

        List<WordCell[]> rows = [.. table.Select((r, i) => Cells(r, table.Skip(i + 1)))];
        if (layout == TableLayout.CutTables && rows.Count > 1)
        {
            _word.Table([header, .. rows.Take(rows.Count / 2)]).Text("").Table([header, .. rows.Skip(rows.Count / 2)]);
        }
        else
        {
            _word.Table([header, .. rows]);
        }
    }

    private WordCell[] Cells(Row row, IEnumerable<Row> below)
    {
        var merges = layout is TableLayout.MergedCells or TableLayout.Lists;
        return
        [
            new([.. row.Area is { } area ? [area.Quote] : Array.Empty<string>()])
            {
                Merge = !merges ? CellMerge.None : row.Area is null ? CellMerge.GoesOn : below.FirstOrDefault() is { Area: null } ? CellMerge.Begins : CellMerge.None,
            },
            Cell(row.Activities),
            Cell(row.Indicators),
            new([.. row.Responsible is { } named ? Paragraphs(named) : []])
            {
                Merge = !merges ? CellMerge.None : row.Responsible is null ? CellMerge.GoesOn : below.FirstOrDefault() is { Responsible: null } ? CellMerge.Begins : CellMerge.None,
            },
        ];
    }

    // The one Ansvar cell that has two paragraphs.
    private static string[] Paragraphs(string responsible) =>
        responsible.IndexOf(" Lokalt anpassning", StringComparison.Ordinal) is > 0 and var at ? [responsible[..at], "", responsible[(at + 1)..]] : [responsible];

    private WordCell Cell(IReadOnlyList<PlanNode> nodes) => layout switch
    {
        TableLayout.EmptyCells => new([.. nodes.SelectMany((n, i) => i == 0 ? [n.Quote] : new[] { "", n.Quote })]),
        _ => new([.. nodes.Select(n => n.Quote)]) { IsList = layout == TableLayout.Lists && nodes.Count > 1 },
    };

    // As in 2019: long rules between areas, short ones between what stands in one.
    private static WordCell[] Ruled(IReadOnlyList<Row> table)
    {
        const string between = "----------------------------------------";
        const string within = "--------------------------------------------";
        var (areas, activities, indicators, responsible) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var (i, row) in table.Index())
        {
            var rule = row.Area is null ? within : between;
            if (i > 0)
            {
                AddRule(areas, row.Area is null ? null : rule);
                AddRule(activities, rule);
                AddRule(indicators, rule);
                AddRule(responsible, row.Responsible is null ? null : rule);
            }

            areas.AddRange(row.Area is { } area ? [area.Quote] : []);
            AddAll(activities, row.Activities, within);
            AddAll(indicators, row.Indicators, within);
            responsible.AddRange(row.Responsible is { } named ? Paragraphs(named) : []);
        }

        return [new([.. areas]), new([.. activities]), new([.. indicators]), new([.. responsible])];
    }

    private static void AddAll(List<string> cell, IReadOnlyList<PlanNode> nodes, string within)
    {
        foreach (var (i, node) in nodes.Index())
        {
            AddRule(cell, i > 0 ? within : null);
            cell.Add(node.Quote);
        }
    }

    private static void AddRule(List<string> cell, string? rule)
    {
        if (rule is not null)
        {
            cell.AddRange(["", rule, ""]);
        }
    }
}
