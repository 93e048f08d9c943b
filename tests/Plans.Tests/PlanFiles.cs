using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>The data file as it is, and with one thing taken out.</summary>
internal static class PlanFiles
{
    public const string Name = "hsvo-2021.json";

    public static PlanFile Hsvo2021()
    {
        using var stream = Open();
        return PlanReader.Parse(Name, stream);
    }

    public static Stream Open() => typeof(PlanLibrary).Assembly.GetManifestResourceStream(Name)!;

    public static IEnumerable<TableRow> Rows(this PlanFile file) => file.FocusAreas.SelectMany(a => a.Goals).SelectMany(g => g.Rows);

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
