using Hsvo.Domain.Scorecards;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>A department's own goal, as whoever changes what is said of it names it.</summary>
/// <param name="Caller">Who changes it.</param>
/// <param name="Department">Whose it is.</param>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="Goal">The goal.</param>
public sealed record OwnGoalPlace(Caller Caller, string Department, Guid Scorecard, Guid Goal);

/// <summary>A department's own goal after a change of what is said of it.</summary>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="Log">What was checked in on the goal.</param>
public sealed record OwnGoalState(PersonalScorecard Scorecard, GoalLog Log);

/// <summary>
/// Check-ins on departments' own goals, and the rules that judge them: each change is a revision, and none is removed. They are kept beside the scorecard
/// and touch nothing else.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="store">The scorecards.</param>
/// <param name="time">The clock.</param>
public sealed class OwnGoalCheckIns(AreaOptions area, IPersonalScorecardStore store, TimeProvider time)
{
    /// <summary>The most notes of a check-in.</summary>
    public const int MaxNotes = 10;

    private const int Attempts = 5;

    /// <summary>What was checked in on a scorecard's goals when it had its version.</summary>
    public async Task<ScorecardLog> ReadAsync(PersonalScorecard scorecard, CancellationToken cancellationToken) =>
        (await store.ReadLogAsync(scorecard, null, cancellationToken)).At(scorecard.Version);

    /// <summary>What was checked in on one goal when its scorecard had its version.</summary>
    public async Task<GoalLog> ReadAsync(PersonalScorecard scorecard, Guid goal, CancellationToken cancellationToken) =>
        (await store.ReadLogAsync(scorecard, goal, cancellationToken)).At(scorecard.Version).Of(goal);

    /// <summary>
    /// Checks in, changes a check-in or takes it back. Somebody else's change that came between is changed in its turn, unless the caller has said which
    /// revision it saw. What says the same again stores nothing.
    /// </summary>
    /// <param name="at">The goal.</param>
    /// <param name="date">The day.</param>
    /// <param name="seen">The revision that the caller saw, 0 for none; null when it doesn't say.</param>
    /// <param name="make">Makes of the check-in that is there, null for none, what is to stand in its place, or says why not.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Outcome<OwnGoalState>> CheckInAsync(
        OwnGoalPlace at, DateOnly date, int? seen, Func<GoalCheckIn?, DateTimeOffset, Outcome<GoalCheckIn>> make, CancellationToken cancellationToken) =>
        TryAsync(at, async (stored, log) =>
        {
            var newest = log.NewestOf(date);
            var standing = newest is { IsWithdrawn: false } ? newest : null;
            if (seen is { } revision && revision != (standing?.Revision ?? 0))
            {
                return new Failure(FailureKind.PreconditionFailed, "goalValue.overtaken",
                    "Avstämningen har ändrats sedan du läste den.", "The check-in was changed after you read it.");
            }

            var now = time.GetUtcNow();
            if (!make(standing, now).Succeeded(out var made, out var failure))
            {
                return failure;
            }

            if (standing is not null && made.SaysTheSameAs(standing))
            {
                return new OwnGoalState(stored.Scorecard, log);
            }

            made = made with
            {
                Goal = at.Goal,
                Date = date,
                Revision = (newest?.Revision ?? 0) + 1,
                Version = stored.Scorecard.Version + 1,
                By = at.Caller.ObjectId,
                FirstAt = standing?.FirstAt ?? now,
                At = now,
            };
            var after = log.With(made);
            if (ContradictionOf(made, standing, after) is { } contradiction)
            {
                return contradiction;
            }

            if (!Next(stored, at.Caller, made.Weight, now).Succeeded(out var changed, out failure))
            {
                return failure;
            }

            Outcome<OwnGoalState>? done = (Outcome<OwnGoalState>)new OwnGoalState(changed.Scorecard, after);
            return await store.TryAppendAsync(changed, made, cancellationToken) ? done : null;
        }, cancellationToken);

    /// <summary>Sets the rules that judge a goal's check-ins, or takes them away.</summary>
    /// <param name="at">The goal.</param>
    /// <param name="rules">The rules; null to take them away.</param>
    /// <param name="seen">The number of the change that the caller saw, 0 for none; null when it doesn't say.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<Outcome<OwnGoalState>> SetRulesAsync(OwnGoalPlace at, WrittenRules? rules, int? seen, CancellationToken cancellationToken) =>
        TryAsync(at, async (stored, log) =>
        {
            if (seen is { } number && number != (log.Rules?.Number ?? 0))
            {
                return new Failure(FailureKind.PreconditionFailed, "statusRules.overtaken", "Reglerna har ändrats sedan du läste dem.", "The rules were changed after you read them.");
            }

            if (rules is null && log.Rules?.Rules is null)
            {
                return NoRules;
            }

            var now = time.GetUtcNow();
            var made = new GoalRules(at.Goal, (log.Rules?.Number ?? 0) + 1, stored.Scorecard.Version + 1, rules, at.Caller.ObjectId, now);
            if (!Next(stored, at.Caller, made.Weight, now).Succeeded(out var changed, out var failure))
            {
                return failure;
            }

            Outcome<OwnGoalState>? done = (Outcome<OwnGoalState>)new OwnGoalState(changed.Scorecard, log.With(made));
            return await store.TryAppendAsync(changed, made, cancellationToken) ? done : null;
        }, cancellationToken);

    /// <summary>That a goal has no rules.</summary>
    public static Failure NoRules { get; } = new(FailureKind.NotFound, "statusRules.unknown", "Målet har inga statusregler.", "The goal has no status rules.");

    private async Task<Outcome<OwnGoalState>> TryAsync(
        OwnGoalPlace at, Func<StoredScorecard, GoalLog, Task<Outcome<OwnGoalState>?>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if ((await store.ListAsync(area.Area, at.Department, cancellationToken)).FirstOrDefault(s => s.Scorecard.Id == at.Scorecard) is not { } stored
                || stored.Scorecard.Find(at.Goal) is null)
            {
                return new Failure(FailureKind.NotFound, "id.unknown", "Det finns inget med detta id här.", "There is nothing with this id here.");
            }

            if (await change(stored, (await store.ReadLogAsync(stored.Scorecard, at.Goal, cancellationToken)).Of(at.Goal)) is { } outcome)
            {
                return outcome;
            }
        }

        return PersonalScorecards.Busy;
    }

    private static Outcome<StoredScorecard> Next(StoredScorecard stored, Caller caller, int weight, DateTimeOffset now) =>
        stored.Scorecard.LogWeight + weight > PersonalScorecard.MaxLog
            ? new Failure(FailureKind.Conflict, "scorecard.full",
                "Styrkortet rymmer inte fler avstämningar: allt som sagts sparas. Gör ett nytt styrkort.",
                "The scorecard holds no more check-ins: all that was said is kept. Make a new scorecard.")
            : stored with
            {
                Scorecard = stored.Scorecard with
                {
                    Version = stored.Scorecard.Version + 1,
                    LogWeight = stored.Scorecard.LogWeight + weight,
                    By = caller.ObjectId,
                    Origin = caller.Origin,
                    ModifiedAt = now,
                },
            };

    // A status that was said before rules came, or before they were changed, stays as it was said.
    private static Failure? ContradictionOf(GoalCheckIn made, GoalCheckIn? standing, GoalLog after) =>
        made is { IsWithdrawn: false, Value: not null, Status: { } said } && (made.Status, made.Value) != (standing?.Status, standing?.Value)
        && after.Rules?.Rules is not null && after.JudgedOn(made.Date)?.Status is { } judged && judged != said
            ? new Failure(FailureKind.Malformed, "goalValue.invalid", "Avstämningen har inte sparats.", "The check-in was not stored.")
            {
                Faults =
                [
                    new("assessment.contradicts", "status",
                        $"Målets statusregler ger läget {(int)judged} ({judged.Swedish()}); utelämna status, eller ändra reglerna.",
                        $"The goal's status rules give the status {(int)judged} ({judged.Name()}); leave status out, or change the rules."),
                ],
            }
            : null;
}
