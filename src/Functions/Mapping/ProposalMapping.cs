using Hsvo.Contracts.Api;
using Hsvo.Domain.Proposals;

namespace Hsvo.Functions.Mapping;

/// <summary>Proposals in our own API's shape.</summary>
internal static class ProposalMapping
{
    public static ProposalList ToList(IEnumerable<Proposal> proposals) => new([.. proposals.Select(ToDocument)]);

    public static ProposalDocument ToDocument(Proposal proposal) => new()
    {
        Id = proposal.Id,
        Year = proposal.Year,
        Kind = proposal.Kind.ToName(),
        Text = proposal.Text,
        Motivation = proposal.Motivation,
        Proposer = ProposerOf(proposal),
        EnteredByOffice = proposal.IsEnteredByOffice,
        Department = proposal.Department,
        DepartmentName = proposal.DepartmentName,
        Board = proposal.Board,
        ProposedAt = proposal.ProposedAt,
        Source = SourceOf(proposal),
        Threads = proposal.Threads,
        WithdrawnAt = proposal.Withdrawn?.At,
        IsExample = proposal.IsExample,
    };

    public static string ProposerOf(Proposal proposal) => proposal.IsOfBoard ? "board" : "unit";

    public static ProposalSourceDocument? SourceOf(Proposal proposal) =>
        proposal.Source is { } source ? new(source.Document, source.Diarienummer, source.Sha256, proposal.Quote) : null;
}
