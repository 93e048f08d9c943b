using Hsvo.Domain.Proposals;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Proposals;

/// <summary>What is proposed for a coming year?</summary>
/// <param name="area">The area served.</param>
/// <param name="proposals">The proposals.</param>
public sealed class ReadProposals(AreaOptions area, IProposalStore proposals)
{
    /// <summary>Every proposal for a year, or for all, in the order they were made; those taken back among them.</summary>
    public async Task<IReadOnlyList<Proposal>> ListAsync(int? year, CancellationToken cancellationToken) =>
    [
        .. (await proposals.ListAsync(area.Area, cancellationToken)).Where(p => year is null || p.Year == year)
            .OrderBy(p => p.Year).ThenBy(p => p.ProposedAt).ThenBy(p => p.Id, StringComparer.Ordinal),
    ];

    /// <summary>The proposals for a year that stand: what the samråd in May takes up.</summary>
    public async Task<IReadOnlyList<Proposal>> ListStandingAsync(int year, CancellationToken cancellationToken) =>
        [.. (await ListAsync(year, cancellationToken)).Where(p => p.Withdrawn is null)];

    /// <summary>One proposal, or null.</summary>
    public async Task<Proposal?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await proposals.ListAsync(area.Area, cancellationToken)).FirstOrDefault(p => p.Id == id);
}
