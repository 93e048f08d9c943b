using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>Where an answer stands: what an address names, found in its plan.</summary>
/// <param name="Snapshot">The plan as it stands, every answer as it was given.</param>
/// <param name="Round">The round.</param>
/// <param name="Indicator">The row.</param>
/// <param name="Department">The unit.</param>
public sealed record ReportPlace(PlanSnapshot Snapshot, Round Round, PlanNode Indicator, Department Department)
{
    /// <summary>The cell.</summary>
    public ReportKey Key => new(Round.Id, Indicator.Id, Department.Id);
}

/// <summary>Finds the plan, round, row and unit that an address names, or says which of them there isn't.</summary>
/// <param name="plans">The plans.</param>
public sealed class ReportPlaces(ReadPlans plans)
{
    /// <summary>The plan.</summary>
    public Task<Outcome<PlanSnapshot>> FindAsync(string plan, CancellationToken cancellationToken) => plans.FindPlainAsync(plan, cancellationToken);

    /// <summary>The plan, when it has the round.</summary>
    public async Task<Outcome<PlanSnapshot>> FindAsync(string plan, string round, CancellationToken cancellationToken)
    {
        var found = await FindAsync(plan, cancellationToken);
        return found.Value is { } snapshot && snapshot.Plan.FindRound(round) is null ? UnknownRound(snapshot.Plan, round) : found;
    }

    /// <summary>The place of an answer, be it there or not.</summary>
    public async Task<Outcome<ReportPlace>> FindAsync(string plan, ReportKey key, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (snapshot.Plan.FindRound(key.Round) is not { } round)
        {
            return UnknownRound(snapshot.Plan, key.Round);
        }

        if (snapshot.Plan.Find(key.Indicator) is not { Kind: NodeKind.Indicator } indicator)
        {
            return Unknown("indicator", key.Indicator,
                $"Indikatorn ”{Excerpt.Of(key.Indicator)}” finns inte i planen.", $"There is no indicator '{Excerpt.Of(key.Indicator)}' in the plan.");
        }

        return snapshot.Plan.FindDepartment(key.Department) is { } department
            ? new ReportPlace(snapshot, round, indicator, department)
            : Unknown("department", key.Department,
                $"Enheten ”{Excerpt.Of(key.Department)}” finns inte i planen.", $"There is no unit '{Excerpt.Of(key.Department)}' in the plan.");
    }

    /// <summary>Whether a caller may see a unit's answers as they were given where these are read one by one: one who answers for the unit.</summary>
    internal static bool IsPlainTo(Caller caller, string department) =>
        caller.Department == department && (caller.Is(Role.Reporter) || caller.Is(Role.Coordinator));

    /// <summary>That a row was never answered in the round.</summary>
    internal static Failure NoReport(ReportKey key) => new(FailureKind.NotFound, "report.unknown",
        $"{key.Department} har inte svarat på {key.Indicator} i omgången {key.Round}.", $"{key.Department} hasn't answered {key.Indicator} in the round {key.Round}.");

    private static Failure UnknownRound(Plan plan, string round)
    {
        var rounds = string.Join(", ", plan.Rounds.Select(r => r.Id));
        return Unknown("round", round, $"Omgången ”{Excerpt.Of(round)}” finns inte; omgångarna är: {rounds}.",
            $"There is no round '{Excerpt.Of(round)}'; the rounds are: {rounds}.");
    }

    private static Failure Unknown(string what, string id, string swedish, string english) => new(FailureKind.NotFound, $"{what}.unknown", swedish, english)
    {
        Faults = [new($"{what}.unknown", what, $"Okänt id: {Excerpt.Of(id)}", $"Unknown id: {Excerpt.Of(id)}")],
    };
}
