using Hsvo.Domain.Scorecards;

namespace Hsvo.UseCases.Stores;

/// <summary>Departments' own scorecards beside the plans, each replaced under its version and removed for good.</summary>
public interface IPersonalScorecardStore
{
    /// <summary>A department's scorecards, by when they were made.</summary>
    Task<IReadOnlyList<StoredScorecard>> ListAsync(string area, string department, CancellationToken cancellationToken);

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
