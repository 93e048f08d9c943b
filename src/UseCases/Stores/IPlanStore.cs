using Hsvo.Domain.Plans;

namespace Hsvo.UseCases.Stores;

/// <summary>Plans, every version kept.</summary>
public interface IPlanStore
{
    /// <summary>The newest version of a plan, or null.</summary>
    Task<Plan?> FindAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>One version of a plan, or null.</summary>
    Task<Plan?> FindAsync(PlanKey plan, int version, CancellationToken cancellationToken);

    /// <summary>The number of a plan's newest version; 0 when there is none.</summary>
    Task<int> ReadVersionAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>A plan's versions, the oldest first; which one was the newest at a time says <see cref="PlanVersions.NewestAt"/>.</summary>
    Task<IReadOnlyList<PlanVersion>> ListVersionsAsync(PlanKey plan, CancellationToken cancellationToken);

    /// <summary>The ids of an area's plans, in order; among them may be one whose first import was cut off.</summary>
    Task<IReadOnlyList<string>> ListAsync(string area, CancellationToken cancellationToken);

    /// <summary>The build of the app whose own plans an area was given last; null before the first.</summary>
    Task<string?> ReadBuiltInAsync(string area, CancellationToken cancellationToken);

    /// <summary>Keeps which build of the app has given an area its own plans.</summary>
    Task KeepBuiltInAsync(string area, string build, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a plan as its <see cref="Plan.Version"/>. Nothing of it shows until all of it is stored; a half-done import is overwritten by the next.
    /// </summary>
    /// <returns>False when that version, or a later one, exists already.</returns>
    Task<bool> TryImportAsync(Plan plan, CancellationToken cancellationToken);
}
