using Hsvo.Domain.Plans;

namespace Hsvo.UseCases.Stores;

/// <summary>The cells made anew from the log, and when that was done.</summary>
public interface IRebuildStore
{
    /// <summary>The most cells that go in one transaction of 100, with room for the stamp.</summary>
    const int MaxCellsPerPart = 99;

    /// <summary>How many rebuilds of a plan are kept.</summary>
    const int MaxKept = 60;

    /// <summary>Puts cells right and renews the plan's stamp, all or nothing; the log is not touched.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cells">At most <see cref="MaxCellsPerPart"/>, each with the version of the cell that it replaces; none renews the stamp alone.</param>
    /// <param name="cancellationToken">The caller's.</param>
    Task<AppendOutcome> MendAsync(PlanKey plan, IReadOnlyList<NewRevision> cells, CancellationToken cancellationToken);

    /// <summary>Keeps a rebuild, begun or done; those beyond the newest <see cref="MaxKept"/> are forgotten.</summary>
    Task KeepAsync(PlanKey plan, Rebuild rebuild, CancellationToken cancellationToken);

    /// <summary>The rebuilds of a plan, the newest first.</summary>
    Task<IReadOnlyList<Rebuild>> ListAsync(PlanKey plan, CancellationToken cancellationToken);
}
