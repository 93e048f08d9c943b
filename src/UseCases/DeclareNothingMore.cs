using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// "Inget mer från oss": a department says that it has nothing more to report in a round, and nothing more is awaited from it. How anything goes doesn't
/// change with it. It may report all the same, and take its word back; every word is kept.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
/// <param name="meetings">Where declarations are kept.</param>
/// <param name="feeds">Hear of a new one.</param>
/// <param name="time">The clock.</param>
public sealed class DeclareNothingMore(AreaOptions area, ReadPlans plans, IMeetingStore meetings, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>The most times that a department says it or takes it back in a round: every word is kept, and read with all that the area decides.</summary>
    public const int MaxDeclarations = 50;

    /// <summary>What is declared in a round.</summary>
    public async Task<Outcome<IReadOnlyList<Declaration>>> ListAsync(string plan, string round, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        return snapshot.Plan.FindRound(round) is { } found ? snapshot.Dated(found).Declarations.ToList() : PermitLateChange.UnknownRound(round);
    }

    /// <summary>Declares; saying it again changes nothing.</summary>
    /// <param name="caller">A reporter.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id.</param>
    /// <param name="department">The caller's department.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Outcome<Declaration>> HandleAsync(Caller caller, string plan, string round, string department, CancellationToken cancellationToken) =>
        SayAsync(caller, plan, round, department, isWithdrawn: false, cancellationToken);

    /// <summary>Takes it back.</summary>
    /// <param name="caller">A reporter.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id.</param>
    /// <param name="department">The caller's department.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Outcome<Declaration>> WithdrawAsync(Caller caller, string plan, string round, string department, CancellationToken cancellationToken) =>
        SayAsync(caller, plan, round, department, isWithdrawn: true, cancellationToken);

    private async Task<Outcome<Declaration>> SayAsync(
        Caller caller, string plan, string round, string department, bool isWithdrawn, CancellationToken cancellationToken)
    {
        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (snapshot.Plan.FindRound(round) is not { } found)
        {
            return PermitLateChange.UnknownRound(round);
        }

        if (Refuse(caller, snapshot, found, department, isWithdrawn) is { } refused)
        {
            return refused;
        }

        Declaration? seen = null;
        for (var attempt = 0; attempt < SetMeeting.Attempts; attempt++)
        {
            // The stamp before the content: what is said after it was read is refused by the store.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var history = await meetings.ReadAsync(area.Area, cancellationToken);
            var before = history.Now.Declarations.FirstOrDefault(d => (d.Plan, d.Round, d.Department) == (plan, round, department));
            if (before is null && isWithdrawn)
            {
                // Gone since the last attempt: by that attempt, whose answer was lost, or by a colleague's. It is what was asked for.
                return seen is not null ? TakenBack(seen) : NotDeclared(department);
            }

            if (before is not null && !isWithdrawn)
            {
                return before;
            }

            var number = history.NextDeclarationOf(plan, round, department);
            if (number > MaxDeclarations)
            {
                return Invalid(FailureKind.Invalid, new("declaration.tooMany", "/department",
                    $"”{department}” har ändrat sig {MaxDeclarations} gånger i omgången; nu står det senaste kvar. Det går fortfarande att rapportera.",
                    $"'{department}' has changed its word {MaxDeclarations} times in the round; now the last one stands. Reports are still taken."));
            }

            var said = new Declaration
            {
                Area = area.Area,
                Plan = plan,
                Round = round,
                Department = department,
                Number = number,
                IsWithdrawn = isWithdrawn,
                By = caller.ObjectId,
                At = time.GetUtcNow(),
                Origin = caller.Origin,
                IsExample = caller.IsExample,
            };
            if (await meetings.TryDeclareAsync(said, stamp, cancellationToken))
            {
                feeds.InvalidateArea(area.Area);
                return said;
            }

            seen = before;
        }

        return SetMeeting.Busy;
    }

    private Declaration TakenBack(Declaration declaration)
    {
        feeds.InvalidateArea(area.Area);
        return declaration;
    }

    private Failure? Refuse(Caller caller, PlanSnapshot snapshot, Round round, string department, bool isWithdrawn)
    {
        if (snapshot.Plan.FindDepartment(department) is null)
        {
            return Invalid(FailureKind.Invalid, new("department.unknown", "/department",
                $"Enheten ”{Excerpt.Of(department)}” finns inte i planen.", $"There is no unit '{Excerpt.Of(department)}' in the plan."));
        }

        if (caller.Department != department)
        {
            return Invalid(FailureKind.Forbidden, new("department.forbidden", "/department",
                caller.Department is null ? "Du rapporterar inte för någon enhet." : $"Du rapporterar för ”{caller.Department}”, inte för ”{department}”.",
                caller.Department is null ? "You report for no unit." : $"You report for '{caller.Department}', not for '{department}'."));
        }

        // Taking back is let through: who owed something when it declared may owe nothing by now.
        if (!isWithdrawn && !snapshot.Plan.Indicators.Any(i => snapshot.Plan.Owing(i).Any(d => d.Id == department)))
        {
            return Invalid(FailureKind.Invalid, new("department.notOwing", "/department",
                $"”{department}” svarar inte på någon rad i planen.", $"'{department}' answers no row of the plan."));
        }

        return RoundLock.FaultOf(snapshot, round, department, time.Today()) is { } locked
            ? Invalid(FailureKind.Invalid, new(locked.Code, locked.Field, locked.Swedish, locked.English))
            : null;
    }

    private static Failure Invalid(FailureKind kind, Fault fault) =>
        new(kind, kind == FailureKind.Forbidden ? "declaration.forbidden" : "declaration.invalid", "Inget har sparats.", "Nothing was stored.") { Faults = [fault] };

    private static Failure NotDeclared(string department) => new(FailureKind.NotFound, "declaration.unknown",
        $"”{department}” har inte sagt att det inte kommer mer i omgången.", $"'{department}' hasn't declared that it has nothing more in the round.");
}
