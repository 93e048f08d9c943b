using Hsvo.Domain.Proposals;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Proposals;

/// <summary>Puts the proposals that stand in documents, and come with the app, into storage at start: one that is there stays as it is.</summary>
/// <param name="proposals">The proposals.</param>
public sealed class ImportBuiltInProposals(IProposalStore proposals)
{
    /// <summary>Imports those of one area that storage doesn't have.</summary>
    /// <returns>How many it had not.</returns>
    public async Task<int> ImportMissingAsync(IEnumerable<Proposal> all, CancellationToken cancellationToken)
    {
        var imported = 0;
        foreach (var area in all.GroupBy(p => p.Area, StringComparer.Ordinal))
        {
            var known = (await proposals.ListAsync(area.Key, cancellationToken)).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var proposal in area.Where(p => !known.Contains(p.Id)))
            {
                imported += await proposals.TryAddAsync(proposal, cancellationToken) ? 1 : 0;
            }
        }

        return imported;
    }
}
