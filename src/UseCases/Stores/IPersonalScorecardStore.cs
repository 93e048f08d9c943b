using Hsvo.Domain.Scorecards;

namespace Hsvo.UseCases.Stores;

/// <summary>
/// Departments' own scorecards beside the plans, each replaced under its version and removed for good; what was checked in on their goals is added, and
/// neither changed nor removed.
/// </summary>
public interface IPersonalScorecardStore
{
    /// <summary>A department's scorecards, by when they were made.</summary>
    Task<IReadOnlyList<StoredScorecard>> ListAsync(string area, string department, CancellationToken cancellationToken);

    /// <summary>What was checked in on a scorecard's goals, or on one of them.</summary>
    Task<ScorecardLog> ReadLogAsync(PersonalScorecard scorecard, Guid? goal, CancellationToken cancellationToken);

    /// <summary>Keeps a revision of a check-in with the scorecard's new version, both or neither.</summary>
    /// <returns>False when somebody has changed the scorecard since it was read, or removed it.</returns>
    Task<bool> TryAppendAsync(StoredScorecard changed, GoalCheckIn checkIn, CancellationToken cancellationToken);

    /// <summary>Keeps a change of a goal's rules with the scorecard's new version, both or neither.</summary>
    /// <returns>False when somebody has changed the scorecard since it was read, or removed it.</returns>
    Task<bool> TryAppendAsync(StoredScorecard changed, GoalRules rules, CancellationToken cancellationToken);

    /// <summary>Keeps a new one.</summary>
    Task AddAsync(PersonalScorecard scorecard, CancellationToken cancellationToken);

    /// <summary>Replaces one that nobody has changed since it was read.</summary>
    /// <returns>False when somebody has, or removed it.</returns>
    Task<bool> TryReplaceAsync(StoredScorecard changed, CancellationToken cancellationToken);

    /// <summary>Removes one that nobody has changed since it was read.</summary>
    /// <returns>False when somebody has, or removed it.</returns>
    Task<bool> TryRemoveAsync(StoredScorecard stored, CancellationToken cancellationToken);
}

/// <summary>A scorecard as it stands in storage.</summary>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="Version">What tells this state of it from any other.</param>
public sealed record StoredScorecard(PersonalScorecard Scorecard, string Version);
