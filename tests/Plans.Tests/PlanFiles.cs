using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>The data files as they are, and with one thing taken out.</summary>
internal static class PlanFiles
{
    public static PlanFile Of(string plan)
    {
        using var stream = Open(plan);
        return PlanReader.Parse<PlanFile>(plan, stream);
    }

    public static Stream Open(string plan) => typeof(PlanLibrary).Assembly.GetManifestResourceStream(plan + ".json")!;

    public static IEnumerable<TableRow> Rows(this PlanFile file) => file.FocusAreas.SelectMany(a => a.Goals).SelectMany(g => g.Rows);

    /// <summary>A goal's rows, table by table: rows beside each other under one target group are one table.</summary>
    public static IEnumerable<IReadOnlyList<TableRow>> Tables(this GoalEntry goal)
    {
        for (var done = 0; done < goal.Rows.Count;)
        {
            var group = goal.Rows[done].TargetGroup;
            List<TableRow> table = [.. goal.Rows.Skip(done).TakeWhile(r => r.TargetGroup == group)];
            yield return table;
            done += table.Count;
        }
    }

    /// <summary>The file without one node; with a focus area or a goal goes all that stands under it.</summary>
    public static PlanFile Without(this PlanFile file, string node) => file with
    {
        FocusAreas =
        [
            .. file.FocusAreas.Where(a => a.Number != node).Select(a => a with
            {
                Goals = [.. a.Goals.Where(g => g.Number != node).Select(g => g with { Rows = [.. g.Rows.Select(r => Without(r, node))] })],
            }),
        ],
    };

    public static PlanFile WithRows(this PlanFile file, Func<TableRow, TableRow?> change) => file with
    {
        FocusAreas =
        [
            .. file.FocusAreas.Select(a => a with { Goals = [.. a.Goals.Select(g => g with { Rows = [.. g.Rows.Select(change).OfType<TableRow>()] })] }),
        ],
    };

    private static TableRow Without(TableRow row, string node) => row with
    {
        PriorityArea = row.PriorityArea?.Id == node ? null : row.PriorityArea,
        Activities = [.. row.Activities.Where(a => a.Id != node)],
        Indicators = [.. row.Indicators.Where(i => i.Id != node)],
    };
}
