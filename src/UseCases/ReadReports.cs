using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Reports;

namespace Hsvo.UseCases;

/// <summary>Answers that were changed, and from when to ask next.</summary>
/// <param name="Snapshot">The plan as it stands.</param>
/// <param name="Reports">The newest revision of each cell that was changed.</param>
/// <param name="Next">What to send as changedSince next time.</param>
public sealed record ReportChanges(PlanSnapshot Snapshot, IReadOnlyList<Report> Reports, DateTimeOffset Next);

/// <summary>What is answered, answer by answer: for readers who keep a copy. From memory, so that asking often costs storage nothing.</summary>
/// <param name="plans">The plans.</param>
/// <param name="places">Finds what the address names.</param>
/// <param name="time">The clock.</param>
public sealed class ReadReports(ReadPlans plans, ReportPlaces places, TimeProvider time)
{
    /// <summary>
    /// How far back the next question begins before this one's answer was read. A revision has the time at which its submission began, and shows when
    /// it is stored, minutes later when storage is slow: a copy that takes an answer twice is right, one that misses it is wrong.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The answers of a plan, as everyone may see them. What is shown of a row that counts people hangs on other answers too: such rows always come along.
    /// It also hangs on the plan: a version of that time or later brings every answer.
    /// </summary>
    /// <param name="plan">The plan's id.</param>
    /// <param name="changedSince">Those alone whose newest revision, review or mask is of this time or later; null for all.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<ReportChanges>> ListAsync(string plan, DateTimeOffset? changedSince, CancellationToken cancellationToken)
    {
        if (changedSince > time.GetUtcNow())
        {
            return new Failure(FailureKind.Malformed, "query.invalid", "Frågan kan inte besvaras som den är ställd.", "The query can't be answered as asked.")
            {
                Faults = [new("query.changedSince", "changedSince", "Tiden är i framtiden; skicka värdet next ur förra svaret.",
                    "The time is in the future; send the value next of the last answer.")],
            };
        }

        if (!(await plans.FindAsync(plan, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        return In(snapshot, changedSince);
    }

    /// <summary>The answers of a plan that were changed since a time; all without one.</summary>
    public static ReportChanges In(PlanSnapshot snapshot, DateTimeOffset? changedSince) => new(
        snapshot,
        [
            .. snapshot.Cells.Where(c => changedSince is null || c.ChangedAt >= changedSince || snapshot.Plan.Imported?.At >= changedSince
                || c.Given.IsSuppressed || c.Counted is not null || (snapshot.Plan.Find(c.Key.Indicator) is { } row && SmallNumbers.MayHide(snapshot.Plan, row))),
        ],
        snapshot.ReadAt - Overlap);

    /// <summary>The answer that counts in one cell: as it was given to those who answer for the unit, as it is published to others.</summary>
    public async Task<Outcome<Report>> FindAsync(Caller caller, string plan, ReportKey key, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(plan, key, cancellationToken)).Succeeded(out var place, out var failure))
        {
            return failure;
        }

        var shown = ReportPlaces.IsPlainTo(caller, key.Department) ? place.Snapshot : place.Snapshot.Published;
        return shown.Cells.FirstOrDefault(c => c.Key == key) is { } report ? report : ReportPlaces.NoReport(key);
    }
}
