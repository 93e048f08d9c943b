using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>What changed since the last samråd: better, worse, new and still missing, goal by goal and indicator by indicator.</summary>
internal static class ChangesSection
{
    private static readonly Column[] Columns = [new("Mål eller indikator", 56), new("Förra samrådet", 22), new("Nu", 22)];

    public static IEnumerable<Block> Of(PlanFollowUp plan)
    {
        yield return new Heading(2, "Ändringar sedan förra samrådet");
        if (plan.Since is not { } since)
        {
            yield return new Paragraph("Det här är planens första sammanställning, så det finns inget tidigare samråd att jämföra med.");
            yield break;
        }

        yield return new Paragraph($"Jämfört med den fastställda sammanställningen till samrådet den {SwedishDates.Long(since.Date)}.");
        if (since.PlanVersion != plan.Plan.Version)
        {
            yield return new Paragraph("Planen har lästs in på nytt sedan dess, så rader kan ha tillkommit eller ändrats.");
        }

        var nothing = true;
        foreach (var (kind, heading) in new[] { (ChangeKind.Worse, "Sämre"), (ChangeKind.Better, "Bättre"), (ChangeKind.New, "Nytt"), (ChangeKind.Gone, "Inget läge längre") })
        {
            Row[] rows = [.. plan.Status.Nodes.Where(IsShown).Select(n => since.Changes.Of(n.Node.Id)).OfType<NodeChange>().Where(c => c.Kind == kind).Select(c => RowOf(plan, c))];
            if (rows.Length > 0)
            {
                nothing = false;
                yield return new Heading(3, heading);
                yield return new Table($"{heading} sedan förra samrådet", Columns, rows);
            }
        }

        if (nothing)
        {
            yield return new Paragraph("Inget mål och ingen indikator har ändrat läge.");
        }

        Line[] missing = [.. StillMissingBy(plan, since)];
        if (missing.Length > 0)
        {
            yield return new Heading(3, "Saknas fortfarande");
            yield return new Paragraph("Svar som saknades också vid förra samrådet:");
            yield return new Points(missing);
        }
    }

    // References repeat another row, and what lies between goal and indicator says nothing of its own.
    private static bool IsShown(NodeStatus node) => node.Node.Kind is NodeKind.Goal || node.Cells.Count > 0;

    private static Row RowOf(PlanFollowUp plan, NodeChange change) => new(
    [
        Words.WithGoal(plan.Plan, plan.Plan.Node(change.Node)),
        Line.Of(Span.Of(change.Before)),
        Line.Of(change is { Kind: ChangeKind.New, After: null } ? "Har svar" : Span.Of(change.After)),
    ]);

    private static IEnumerable<Line> StillMissingBy(PlanFollowUp plan, SinceLastPaper since) =>
        from department in plan.Plan.Departments
        let rows = plan.Indicators.Select(n => n.Node).Where(n => since.Changes.MissingAt(n.Id)?.Departments.Contains(department.Id) == true).ToList()
        where rows.Count > 0
        select (Line)$"{department.Name}: {MissingSection.RowsPerGoal(plan.Plan, rows)}";
}
