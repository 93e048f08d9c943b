using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;

namespace Hsvo.Functions.Mapping;

/// <summary>Threads in our own API's shape.</summary>
internal sealed class ThreadMapping
{
    private readonly ILookup<string, ThreadPlace> _places;

    private ThreadMapping(ILookup<string, ThreadPlace> places) => _places = places;

    /// <summary>The threads of an area's plans.</summary>
    public static ThreadMapping Of(IEnumerable<Plan> plans) => new(Threads.PlacesIn(plans).ToLookup(p => p.Thread.Id, StringComparer.Ordinal));

    /// <summary>Every thread of the plans, with the proposals that ask for it.</summary>
    public ThreadList ToList(IReadOnlyCollection<Proposal> proposals) => new([.. _places.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new ThreadDocument(
        t.Key, t.Last().Thread.Name, [.. t.Select(p => p.Plan.Year).Distinct()], [.. t.Select(ToDocument)],
        [.. proposals.Where(p => p.Withdrawn is null && p.Threads.Contains(t.Key, StringComparer.Ordinal)).Select(ToDocument)]))]);

    /// <summary>Where threads go on in other plans than one.</summary>
    public IReadOnlyList<ThreadPlaceDocument> Elsewhere(Plan plan, params IEnumerable<string> threads) =>
        [.. threads.SelectMany(t => _places[t]).Where(p => p.Plan.Id != plan.Id).Select(ToDocument)];

    private static ThreadProposalDocument ToDocument(Proposal proposal) =>
        new(proposal.Id, proposal.Year, proposal.Text, string.Create(CultureInfo.InvariantCulture, $"/hsvo/v1/proposals?year={proposal.Year}"));

    private static ThreadPlaceDocument ToDocument(ThreadPlace place) => new(
        place.Thread.Id, place.Plan.Id, place.Plan.Year, place.Kind.ToName(), place.Node?.Id, place.Text, $"/hsvo/v1/plans/{place.Plan.Id}");
}
