using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.UseCases;

/// <summary>A plan's status with what tells it from an older one.</summary>
/// <param name="Status">The status of every node.</param>
/// <param name="Snapshot">What it was computed from.</param>
/// <param name="Version">The entity tag's text.</param>
public sealed record StatusFeed(PlanStatus Status, PlanSnapshot Snapshot, string Version);

/// <summary>How does each goal stand, and why? By what everyone may see, unless the plain edition is asked for by name.</summary>
/// <param name="plans">The plans.</param>
/// <param name="time">The clock.</param>
public sealed class ReadStatus(ReadPlans plans, TimeProvider time)
{
    /// <summary>Reads a plan's status.</summary>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id; null for the round that is current.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Outcome<StatusFeed>> HandleAsync(string plan, string? round, CancellationToken cancellationToken) => HandleAsync(plan, round, asOf: null, cancellationToken);

    /// <summary>Reads a plan's status as it was known at an instant, on the day that it was in Stockholm then.</summary>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id; null for the round that was current.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<StatusFeed>> HandleAsync(string plan, string? round, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        Of(await plans.FindAsync(plan, asOf, cancellationToken), round);

    /// <summary>Reads a plan's status by every answer as it was given: for the coordinating office.</summary>
    /// <param name="plan">The plan's id.</param>
    /// <param name="round">The round's id.</param>
    /// <param name="asOf">The instant it was known at; null for now.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<StatusFeed>> HandlePlainAsync(string plan, string round, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        Of(await plans.FindPlainAsync(plan, asOf, cancellationToken), round);

    private Outcome<StatusFeed> Of(Outcome<PlanSnapshot> found, string? round)
    {
        if (!found.Succeeded(out var snapshot, out var failure))
        {
            return failure.Code != "plan.unknown" ? failure : failure with
            {
                Faults = [new("plan.unknown", "plan", "Planerna listas på /hsvo/v1/plans.", "The plans are listed at /hsvo/v1/plans.")],
            };
        }

        var today = StockholmTime.DateOf(snapshot.AsOf ?? time.GetUtcNow());
        var asked = round is null ? snapshot.CurrentRound(today) : snapshot.Plan.FindRound(round);
        if (asked is null)
        {
            var rounds = string.Join(", ", snapshot.Plan.Rounds.Select(r => r.Id));
            return new Failure(FailureKind.NotFound, "round.unknown",
                $"Omgången ”{Excerpt.Of(round!)}” finns inte; omgångarna är: {rounds}.", $"There is no round '{Excerpt.Of(round!)}'; the rounds are: {rounds}.")
            {
                Faults = [new("round.unknown", "round", $"Välj en av: {rounds}.", $"Choose one of: {rounds}.")],
            };
        }

        return new StatusFeed(snapshot.StatusIn(asked, today), snapshot, snapshot.VersionOn(today));
    }
}
