using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.UseCases;

/// <summary>What is still owed in a round.</summary>
/// <param name="Status">The status it was read from.</param>
/// <param name="Departments">Every department that owes answers in the plan, those with nothing left included.</param>
public sealed record MissingAnswers(PlanStatus Status, IReadOnlyList<DepartmentMissing> Departments)
{
    /// <summary>The days left to answer in time, counted from today: 0 on the last day, negative after it; null while the round has no days.</summary>
    public int? DaysLeft => Status.Timeline is { } days ? days.Due.DayNumber - Status.Today.DayNumber : null;
}

/// <summary>What one department still owes.</summary>
/// <param name="Department">The department.</param>
/// <param name="Owed">How many answers it owes in the round, answered ones included.</param>
/// <param name="Rows">The rows that await an answer.</param>
public sealed record DepartmentMissing(Department Department, int Owed, IReadOnlyList<MissingRow> Rows)
{
    /// <summary>What it has declared: that it has nothing more to report in the round; null when it hasn't.</summary>
    public Declaration? NothingMore { get; init; }
}

/// <summary>One answer that is awaited.</summary>
/// <param name="Goal">The goal it belongs to.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Reporting">Due, or missing once the due date has passed.</param>
/// <param name="Question">What the coordinator asks of an answer that was sent back, or null.</param>
public sealed record MissingRow(PlanNode Goal, PlanNode Indicator, ReportingStatus Reporting, string? Question = null);

/// <summary>Who has not answered what? The list behind every reminder.</summary>
/// <param name="status">How the plans stand.</param>
public sealed class ReadMissing(ReadStatus status)
{
    /// <summary>Reads what is missing.</summary>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id; null for the current one.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Outcome<MissingAnswers>> HandleAsync(string plan, string? round, CancellationToken cancellationToken) => HandleAsync(plan, round, asOf: null, cancellationToken);

    /// <summary>Reads what was missing, as it was known at an instant.</summary>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id; null for the round that was current.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<MissingAnswers>> HandleAsync(string plan, string? round, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (!(await status.HandleAsync(plan, round, asOf, cancellationToken)).Succeeded(out var feed, out var failure))
        {
            return failure;
        }

        return In(feed.Status);
    }

    /// <summary>What is missing by a status.</summary>
    public static MissingAnswers In(PlanStatus status)
    {
        var cells = status.Nodes.SelectMany(n => n.Cells.Select(c => (n.Node, Cell: c))).ToLookup(c => c.Cell.Department.Id);
        return new MissingAnswers(
            status,
            [
                .. status.Plan.Departments.Where(d => cells.Contains(d.Id)).Select(d => new DepartmentMissing(
                    d,
                    cells[d.Id].Count(c => c.Cell.Reporting is not (ReportingStatus.NotDue or ReportingStatus.NotApplicable)),
                    [
                        .. cells[d.Id].Where(c => c.Cell.Reporting is ReportingStatus.Due or ReportingStatus.Missing)
                            .Select(c => new MissingRow(status.Plan.GoalOf(c.Node), c.Node, c.Cell.Reporting, c.Cell.IsSentBack ? c.Cell.Report!.Review!.Question : null)),
                    ])
                {
                    NothingMore = status.DatedRound.Declarations.FirstOrDefault(n => n.Department == d.Id),
                }),
            ]);
    }
}
