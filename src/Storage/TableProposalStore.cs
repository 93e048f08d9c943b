using Azure;
using Azure.Data.Tables;
using Hsvo.Domain.Proposals;
using Hsvo.UseCases.Stores;

namespace Hsvo.Storage;

/// <summary>Proposals in the table "plans", in the area's partition: one row each, and one more for each that was taken back.</summary>
/// <param name="tables">The tables.</param>
internal sealed class TableProposalStore(Tables tables) : IProposalStore
{
    public async Task<IReadOnlyList<Proposal>> ListAsync(string area, CancellationToken cancellationToken) =>
        [.. Rows.ReadProposals(await Tables.QueryAsync(await tables.PlansAsync(), Keys.Partition(area), Keys.ProposalRange(), cancellationToken).ToListAsync(cancellationToken))
            .OrderBy(p => p.Id, StringComparer.Ordinal)];

    public Task<bool> TryAddAsync(Proposal proposal, CancellationToken cancellationToken) => TryInsertAsync(Rows.Proposal(proposal), cancellationToken);

    public Task<bool> TryWithdrawAsync(string area, string id, Withdrawal withdrawal, CancellationToken cancellationToken) =>
        TryInsertAsync(Rows.Withdrawal(area, id, withdrawal), cancellationToken);

    private async Task<bool> TryInsertAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var table = await tables.PlansAsync();
        return await StorageErrors.Translate(
            async () =>
            {
                try
                {
                    await table.AddEntityAsync(row, cancellationToken);
                    return true;
                }
                catch (RequestFailedException e) when (StorageErrors.IsConflict(e))
                {
                    return false;
                }
            },
            cancellationToken);
    }
}
