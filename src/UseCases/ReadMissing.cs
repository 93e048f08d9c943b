using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.UseCases;

/// <summary>What is still owed in a plan's round.</summary>
/// <param name="Status">The status it was read from.</param>
/// <param name="Departments">Every department that owes answers in the plan, those with nothing left included.</param>
public sealed record MissingAnswers(PlanStatus Status, IReadOnlyList<DepartmentMissing> Departments)
{
    /// <summary>The days left to answer in time, counted from today: 0 on the last day, negative after it; null while the round has no days.</summary>
    public int? DaysLeft => Status.Timeline is { } days ? days.Due.DayNumber - Status.Today.DayNumber : null;
}

/// <summary>What one department still owes in one plan.</summary>
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

/// <summary>Whose list is asked for.</summary>
/// <param name="Plan">The plan's id; null for every plan of the area.</param>
/// <param name="Round">The round's id in the plan; null for the current one.</param>
/// <param name="Department">The department's id; null for all.</param>
/// <param name="AsOf">The instant it was known at; null for now.</param>
public sealed record MissingQuery(string? Plan, string? Round, string? Department, DateTimeOffset? AsOf);

/// <summary>Who has not answered what? The list behind every reminder.</summary>
/// <param name="status">How the plans stand.</param>
/// <param name="plans">Which plans there are.</param>
/// <param name="time">The clock.</param>
public sealed class ReadMissing(ReadStatus status, ReadPlans plans, TimeProvider time)
{
    /// <summary>
    /// Reads what each department owes, across the plans that are asked about. Without a plan: every plan of the area in the round that is current there,
    /// but for those whose last meeting has been held, since nothing more comes of them.
    /// </summary>
    /// <param name="query">Whose list.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<MissingList>> ListAsync(MissingQuery query, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(query, cancellationToken)).Succeeded(out var all, out var failure))
        {
            return failure;
        }

        if (query.Department is { } department && UnknownOf(department, all) is { } unknown)
        {
            return unknown;
        }

        var asked = query.Plan is null ? all.Where(m => !(m.Status.Timeline?.Meets < m.Status.Today)) : all;
        return new MissingList(
            StockholmTime.DateOf(query.AsOf ?? time.GetUtcNow()),
            [.. asked.Select(m => query.Department is null ? m : m with { Departments = [.. m.Departments.Where(d => d.Department.Id == query.Department)] })]);
    }

    /// <summary>Reads what was missing in one plan, as it was known at an instant.</summary>
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

    private async Task<Outcome<List<MissingAnswers>>> ReadAsync(MissingQuery query, CancellationToken cancellationToken)
    {
        if (query.Plan is not null)
        {
            return (await HandleAsync(query.Plan, query.Round, query.AsOf, cancellationToken)).Succeeded(out var one, out var wrong) ? new List<MissingAnswers> { one } : wrong;
        }

        var (all, before) = (new List<MissingAnswers>(), default(Failure));
        foreach (var plan in await plans.ListAsync(cancellationToken))
        {
            if ((await HandleAsync(plan.Plan.Id, round: null, query.AsOf, cancellationToken)).Succeeded(out var missing, out var failure))
            {
                all.Add(missing);
            }
            else if (failure.Code != "asOf.before")
            {
                return failure;
            }
            else
            {
                before = failure;
            }
        }

        // A plan that wasn't here then asked nothing of anybody; if none was, the answer says so rather than that all is well.
        return all.Count == 0 && before is not null ? before : all;
    }

    private static Failure? UnknownOf(string department, List<MissingAnswers> missing)
    {
        var known = missing.SelectMany(m => m.Status.Plan.Departments).Select(d => d.Id).Distinct().ToList();
        if (known.Contains(department))
        {
            return null;
        }

        var choices = string.Join(", ", known);
        return new(FailureKind.NotFound, "department.unknown",
            $"Enheten ”{Excerpt.Of(department)}” finns inte här; de som finns: {choices}.", $"There is no unit '{Excerpt.Of(department)}' here; there are: {choices}.")
        {
            Faults = [new("department.unknown", "department", $"Välj en av: {choices}.", $"Choose one of: {choices}.")],
        };
    }
}
