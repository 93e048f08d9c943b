using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;

namespace Hsvo.Functions.Papers.Text;

/// <summary>Who hasn't answered what in the round, and who has said that nothing more comes.</summary>
internal static class MissingSection
{
    private static readonly Column[] Columns = [new("Förvaltning", 34), new("Besvarat", 12), new("Saknas", 12), new("Var", 42)];

    public static IEnumerable<Block> Of(MeetingSummary summary, PlanFollowUp plan)
    {
        yield return new Heading(2, "Svar som saknas");
        Row[] rows = [.. plan.Plan.Departments.Select(d => RowOf(plan, d)).OfType<Row>()];
        if (plan.Status.Timeline is { } days)
        {
            var due = SwedishDates.Long(days.Due);
            var assumed = days.IsAssumed ? " (antaget)" : "";
            yield return new Paragraph(summary.Today > days.Due ? $"Svarstiden gick ut den {due}{assumed}." : $"Svar väntas senast den {due}{assumed}.");
        }

        if (rows.Length == 0)
        {
            yield return new Paragraph("Alla som skulle svara har svarat.");
        }
        else
        {
            yield return new Table($"Svar som saknas i omgången {SwedishDates.Round(plan.Status.Round.Id)}", Columns, rows);
        }

        Line[] declared = [.. plan.Plan.Departments.Select(d => DeclaredBy(plan, d)).OfType<Line>()];
        if (declared.Length > 0)
        {
            yield return new Paragraph("Har anmält att de inte har mer att lämna i omgången:");
            yield return new Points(declared);
        }
    }

    /// <summary>"4 rader (mål 2.1.1, 2.2.3 och 2.3.1)"; by the rows' own words where goals have no numbers.</summary>
    public static string RowsPerGoal(Plan plan, IReadOnlyCollection<PlanNode> rows)
    {
        PlanNode[] goals = [.. rows.Select(plan.GoalOf).DistinctBy(g => g.Id)];
        var count = Words.Count(rows.Count, "rad", "rader");
        return goals.All(g => g.Number is not null)
            ? $"{count} (mål {Words.Listed(goals.Select(g => g.Number!))})"
            : $"{count}: {string.Join("; ", rows.Select(r => r.Text))}";
    }

    private static Line? DeclaredBy(PlanFollowUp plan, Department department)
    {
        if (plan.Status.DatedRound.Declarations.FirstOrDefault(d => d.Department == department.Id) is not { } declaration)
        {
            return null;
        }

        PlanNode[] open = [.. plan.Indicators.Where(n => n.Cells.Any(c => c.Department.Id == department.Id && c.NothingMore is not null)).Select(n => n.Node)];
        var rows = open.Length == 0 ? "" : $": obesvarat {RowsPerGoal(plan.Plan, open)}";
        return declaration.IsExample ? Line.Of(department.Name + rows, Span.Example) : department.Name + rows;
    }

    private static Row? RowOf(PlanFollowUp plan, Department department)
    {
        var cells = plan.Indicators.SelectMany(n => n.Cells.Where(c => c.Department.Id == department.Id), (n, c) => (n.Node, c.Reporting)).ToList();
        PlanNode[] missing = [.. cells.Where(c => c.Reporting is ReportingStatus.Due or ReportingStatus.Missing).Select(c => c.Node)];
        var answered = cells.Count(c => c.Reporting is ReportingStatus.Reported or ReportingStatus.Late);
        return missing.Length == 0 ? null : new([department.Name, $"{answered}", $"{missing.Length}", Words.Capital(RowsPerGoal(plan.Plan, missing))]);
    }
}
