using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.UseCases;

/// <summary>One unit's own rows in a plan's round, as it gave them.</summary>
/// <param name="Snapshot">The plan.</param>
/// <param name="Status">How it stands in the round.</param>
/// <param name="Department">The unit.</param>
/// <param name="Rows">What it owes, in the plan's order.</param>
/// <param name="Locked">Why nothing can be changed, and until when; null when it can.</param>
public sealed record OwnRound(PlanSnapshot Snapshot, PlanStatus Status, Department Department, IReadOnlyList<OwnRow> Rows, FieldError? Locked)
{
    /// <summary>What it has declared: that it has nothing more to report in the round; null when it hasn't.</summary>
    public Declaration? NothingMore => Status.DatedRound.Declarations.FirstOrDefault(d => d.Department == Department.Id);

    /// <summary>The rows to answer that nobody has begun with: those that are awaited; before the round opens, all that have no answer.</summary>
    public IEnumerable<OwnRow> Open => Rows.Where(r => r.Draft is null && (r.IsAwaited || (IsAhead && r.Given is null)));

    /// <summary>The row of an indicator.</summary>
    public Outcome<OwnRow> FindRow(string indicator) => Rows.FirstOrDefault(r => r.Indicator.Id == indicator) is { } row
        ? row
        : new Failure(FailureKind.NotFound, "indicator.unknown", "Frågan finns inte, eller besvaras inte av er.", "There is no such question, or you don't answer it.");

    /// <summary>Whether changing the answer that was given to a row, or taking it back, needs a reason.</summary>
    public bool AsksWhy(OwnRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Given is { IsAccepted: true } || Status.Timeline?.Due < Status.Today;
    }

    private bool IsAhead => Status.Timeline is not { Opens: var opens } || opens > Status.Today;
}

/// <summary>One row that a unit answers.</summary>
/// <param name="Goal">The goal it belongs to.</param>
/// <param name="Indicator">The row.</param>
/// <param name="Cell">How the unit stands on it.</param>
/// <param name="Draft">What it has begun to write; null for nothing.</param>
public sealed record OwnRow(PlanNode Goal, PlanNode Indicator, CellStatus Cell, DraftVersions? Draft)
{
    /// <summary>Whether an answer is awaited, be it another than the one that is there.</summary>
    public bool IsAwaited => Cell.Reporting is ReportingStatus.Due or ReportingStatus.Missing;

    /// <summary>The answer given in this very round; null when there is none, or it was taken back.</summary>
    public Report? Given => Cell is { IsCarried: false, Report: { } report } ? report : null;

    /// <summary>The revision that the unit's next answer follows: of the round's last, be it taken back.</summary>
    /// <param name="round">The round.</param>
    public int RevisionIn(string round) =>
        new[] { Given, Cell.Withdrawn is { } withdrawn && withdrawn.Key.Round == round ? withdrawn : null }.Max(r => r?.Revision ?? 0);
}

/// <summary>What does my own unit owe, and what has it answered? In plain, with its drafts: for those who report for it.</summary>
/// <param name="plans">The plans.</param>
/// <param name="drafts">The unit's drafts.</param>
/// <param name="time">The clock.</param>
public sealed class ReadOwnRounds(ReadPlans plans, ReadDrafts drafts, TimeProvider time)
{
    /// <summary>The round that is current in each plan in which the unit owes anything; not of plans whose last meeting has been held, unless a permit opens it.</summary>
    public async Task<Outcome<IReadOnlyList<OwnRound>>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Department is not { } unit)
        {
            return NoUnit(caller);
        }

        var today = time.Today();
        var rounds = new List<OwnRound>();
        foreach (var snapshot in await plans.ListPlainAsync(cancellationToken))
        {
            var open = snapshot.Plan.Rounds.Where(r => r == snapshot.CurrentRound(today)
                ? !(snapshot.Dated(r).Timeline?.Meets < today)
                : snapshot.Permits.Any(p => p.Covers(r.Id, unit, today)));
            foreach (var round in open)
            {
                if (await ReadAsync(caller, snapshot, round, unit, cancellationToken) is { Rows.Count: > 0 } own)
                {
                    rounds.Add(own);
                }
            }
        }

        return rounds.OrderBy(r => r.Status.Timeline?.Due ?? DateOnly.MaxValue).ThenByDescending(r => r.Snapshot.Plan.Year).ToList();
    }

    /// <summary>One round of a plan.</summary>
    public async Task<Outcome<OwnRound>> FindAsync(Caller caller, string plan, string round, CancellationToken cancellationToken)
    {
        if (caller.Department is not { } unit)
        {
            return NoUnit(caller);
        }

        if (!(await plans.FindPlainAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (snapshot.Plan.FindRound(round) is not { } found)
        {
            return PermitLateChange.UnknownRound(round);
        }

        return await ReadAsync(caller, snapshot, found, unit, cancellationToken) is { } own
            ? own
            : new Failure(FailureKind.NotFound, "department.unknown", "Din enhet svarar inte på den här planen.", "Your unit doesn't answer this plan.");
    }

    private async Task<OwnRound?> ReadAsync(Caller caller, PlanSnapshot snapshot, Round round, string unit, CancellationToken cancellationToken)
    {
        if (snapshot.Plan.FindDepartment(unit) is not { } department)
        {
            return null;
        }

        var today = time.Today();
        var status = snapshot.StatusIn(round, today);
        var cells = status.Nodes.SelectMany(n => n.Cells.Where(c => c.Department.Id == unit).Select(c => (n.Node, Cell: c))).ToList();
        var written = cells.Count == 0 ? null : (await drafts.ListAsync(caller, snapshot.Plan.Id, round.Id, cancellationToken)).Value;
        return new(
            snapshot,
            status,
            department,
            [.. cells.Select(c => new OwnRow(snapshot.Plan.GoalOf(c.Node), c.Node, c.Cell, written?.FirstOrDefault(d => d.Draft.Key.Indicator == c.Node.Id)))],
            RoundLock.FaultOf(snapshot, round, unit, today));
    }

    private static Failure NoUnit(Caller caller) => new(FailureKind.Forbidden, "department.none",
        $"Du är inte kopplad till någon enhet. Be det samordnande kontoret knyta {caller.ObjectId} till en.",
        $"You speak for no unit. Ask the coordinating office to map {caller.ObjectId} to one.");
}
