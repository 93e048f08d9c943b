using Hsvo.Domain.Proposals;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Proposals;

/// <summary>The unit that made a proposal, or the coordinator, takes it back; a board's own, the coordinator alone. It is kept, and says so.</summary>
/// <param name="area">The area served.</param>
/// <param name="proposals">The proposals.</param>
/// <param name="read">Finds it.</param>
/// <param name="time">The clock.</param>
public sealed class WithdrawProposal(AreaOptions area, IProposalStore proposals, ReadProposals read, TimeProvider time)
{
    /// <summary>Takes a proposal back; doing it again is harmless.</summary>
    public async Task<Outcome<Proposal>> HandleAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (await read.FindAsync(id, cancellationToken) is not { } proposal)
        {
            return new Failure(FailureKind.NotFound, "proposal.unknown", $"Förslaget ”{Excerpt.Of(id)}” finns inte.", $"There is no proposal '{Excerpt.Of(id)}'.");
        }

        if (!caller.Is(Role.Coordinator) && (proposal.IsOfBoard || caller.Department != proposal.Department))
        {
            return proposal.IsOfBoard
                ? new Failure(FailureKind.Forbidden, "proposal.otherDepartment",
                    "Förslaget är nämndens eget: bara det samordnande kontoret kan ta tillbaka det.", "The proposal is the board's own: only the coordinating office can take it back.")
                : new Failure(FailureKind.Forbidden, "proposal.otherDepartment",
                    $"Bara {proposal.DepartmentName} eller det samordnande kontoret kan ta tillbaka förslaget.", $"Only {proposal.DepartmentName} or the coordinating office can take the proposal back.");
        }

        if (proposal.Withdrawn is not null)
        {
            return proposal;
        }

        var withdrawal = new Withdrawal(time.GetUtcNow(), caller.ObjectId) { Origin = caller.Origin };
        return await proposals.TryWithdrawAsync(area.Area, id, withdrawal, cancellationToken)
            ? proposal with { Withdrawn = withdrawal }
            : await read.FindAsync(id, cancellationToken) ?? proposal;
    }
}
