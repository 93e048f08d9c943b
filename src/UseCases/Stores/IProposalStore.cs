using Hsvo.Domain.Proposals;

namespace Hsvo.UseCases.Stores;

/// <summary>What units and boards propose for coming years. Nothing is changed or removed: that one was taken back is kept beside it.</summary>
public interface IProposalStore
{
    /// <summary>Every proposal of an area, by id, those taken back among them.</summary>
    Task<IReadOnlyList<Proposal>> ListAsync(string area, CancellationToken cancellationToken);

    /// <summary>Keeps a proposal.</summary>
    /// <returns>False when there is one with its id, which stands as it was.</returns>
    Task<bool> TryAddAsync(Proposal proposal, CancellationToken cancellationToken);

    /// <summary>Keeps that a proposal was taken back.</summary>
    /// <returns>False when it had been already, which stands as it was.</returns>
    Task<bool> TryWithdrawAsync(string area, string id, Withdrawal withdrawal, CancellationToken cancellationToken);
}
