using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Mapping;

/// <summary>Threads in our own API's shape.</summary>
internal sealed class ThreadMapping
{
    private readonly ILookup<string, ThreadPlace> _places;

    private ThreadMapping(ILookup<string, ThreadPlace> places) => _places = places;

    /// <summary>The threads of an area's plans.</summary>
    public static ThreadMapping Of(IEnumerable<Plan> plans) => new(Threads.PlacesIn(plans).ToLookup(p => p.Thread.Id, StringComparer.Ordinal));

    public ThreadList ToList() => new([.. _places.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new ThreadDocument(
        t.Key, t.Last().Thread.Name, [.. t.Select(p => p.Plan.Year).Distinct()], [.. t.Select(ToDocument)]))]);

    /// <summary>Where threads go on in other plans than one.</summary>
    public IReadOnlyList<ThreadPlaceDocument> Elsewhere(Plan plan, params IEnumerable<string> threads) =>
        [.. threads.SelectMany(t => _places[t]).Where(p => p.Plan.Id != plan.Id).Select(ToDocument)];

    private static ThreadPlaceDocument ToDocument(ThreadPlace place) => new(
        place.Thread.Id, place.Plan.Id, place.Plan.Year, place.Kind.ToName(), place.Node?.Id, place.Text, $"/hsvo/v1/plans/{place.Plan.Id}");
}
