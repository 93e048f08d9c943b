using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.UseCases;

/// <summary>What one unit is asked in a round, beside what it has answered.</summary>
/// <param name="Status">The round as it stands.</param>
/// <param name="Department">The unit.</param>
/// <param name="Rows">What it answers, in the plan's order.</param>
public sealed record AnswerSheet(PlanStatus Status, Department Department, IReadOnlyList<AskedRow> Rows)
{
    /// <summary>What a unit is asked by a status.</summary>
    /// <param name="status">The round as it stands.</param>
    /// <param name="department">The unit.</param>
    /// <param name="revisions">The revisions stored in the round, by indicator.</param>
    public static AnswerSheet Of(PlanStatus status, Department department, IReadOnlyDictionary<string, int> revisions) => new(status, department,
    [
        .. from node in status.Nodes
           where node.Node is { Kind: NodeKind.Indicator, Indicator.Kind: not IndicatorKind.Reference }
           from cell in node.Cells
           where cell.Department.Id == department.Id
           select new AskedRow(status.Plan.GoalOf(node.Node), ActivityOf(status.Plan, node.Node), node.Node, cell, revisions.GetValueOrDefault(node.Node.Id)),
    ]);

    /// <summary>The statuses that may be sent along with an answer to a row.</summary>
    public IReadOnlyList<Status> OfferedIn(AskedRow row) => StatusRule.Offered(row.Indicator.Indicator!, Status.Round.IsFinal, Status.Today);

    private static PlanNode? ActivityOf(Plan plan, PlanNode indicator) =>
        indicator.ParentId is { } parent && plan.Node(parent) is { Kind: NodeKind.Activity } activity ? activity : null;
}

/// <summary>One row that a unit answers.</summary>
/// <param name="Goal">The goal that the row stands below.</param>
/// <param name="Activity">The activity that it measures; null where it belongs to a whole priority area or goal.</param>
/// <param name="Indicator">The row.</param>
/// <param name="Cell">How the unit stands on it.</param>
/// <param name="Revision">The revision that is stored in this very round, be it a withdrawal; 0 for none. Whoever answers says that they saw it.</param>
public sealed record AskedRow(PlanNode Goal, PlanNode? Activity, PlanNode Indicator, CellStatus Cell, int Revision)
{
    /// <summary>
    /// The answer given in this very round where it can be written as it was given: not one that is masked or not shown, nor one to an earlier version of
    /// the row.
    /// </summary>
    public Report? Given => Cell is { IsCarried: false, Report: { Mask: null, Answer.IsSuppressed: false } report }
        && (report.Answer.NotApplicable || report.Fits(Indicator.Indicator!)) ? report : null;
}

/// <summary>What is my unit asked in this round, and what have we answered? The questions of every form, and of the spreadsheets.</summary>
/// <param name="places">Finds what the address names.</param>
/// <param name="time">The clock.</param>
public sealed class ReadAnswerSheet(ReportPlaces places, TimeProvider time)
{
    /// <summary>Reads it: the unit's answers as they were given for those who answer for it, as they are published for others.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id.</param>
    /// <param name="department">The unit's id.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<AnswerSheet>> HandleAsync(Caller caller, string plan, string round, string department, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(plan, round, cancellationToken)).Succeeded(out var plain, out var failure))
        {
            return failure;
        }

        if (plain.Plan.FindDepartment(department) is not { } unit)
        {
            return Unknown(plain.Plan, department);
        }

        var snapshot = ReportPlaces.IsPlainTo(caller, department) ? plain : plain.Published;
        var status = snapshot.StatusIn(snapshot.Plan.FindRound(round)!, StockholmTime.DateOf(time.GetUtcNow()));
        var revisions = snapshot.Cells.Where(c => c.Key.Round == round && c.Key.Department == department).ToDictionary(c => c.Key.Indicator, c => c.Revision);
        return AnswerSheet.Of(status, unit, revisions);
    }

    private static Failure Unknown(Plan plan, string department)
    {
        var choices = string.Join(", ", plan.Departments.Select(d => d.Id));
        return new(FailureKind.NotFound, "department.unknown",
            $"Enheten ”{Excerpt.Of(department)}” finns inte i planen; de som finns: {choices}.",
            $"There is no unit '{Excerpt.Of(department)}' in the plan; there are: {choices}.")
        {
            Faults = [new("department.unknown", "department", $"Välj en av: {choices}.", $"Choose one of: {choices}.")],
        };
    }
}
