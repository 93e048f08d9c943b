using Hsvo.Contracts.Api;
using Hsvo.Domain.Drafting;
using Hsvo.Domain.Plans;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>A plan that was read from a document, in our own API's shape.</summary>
internal static class PlanDraftMapping
{
    /// <param name="drafted">The draft.</param>
    /// <param name="plans">All of the area's plans, for where its threads go on.</param>
    public static PlanDraftDocument ToDocument(PlanDrafted drafted, IEnumerable<Plan> plans) => new()
    {
        Draft = PlanMapping.ToDocument(drafted.Draft.Plan, plans),
        ToSettle = drafted.Draft.Points.Count(p => p.IsToSettle),
        Report = [.. drafted.Draft.Points.Select(ToPoint)],
        Threads =
        [
            .. drafted.Draft.Threads.Select(t => new ThreadLikenessDocument(t.Node, t.Text, t.PreviousNode, t.PreviousText, t.Likeness, t.Thread, t.IsTaken)),
        ],
        Faults = [.. drafted.Faults.Select(f => new ProblemFault(f.Code, f.Pointer, new(f.Swedish, f.English)))],
    };

    private static LoadingPointDocument ToPoint(LoadingPoint point) => new(
        point.Code, point.Kind.ToName(), point.Node, point.Place is { } place ? new(place.Table, place.Row, place.Column) : null, point.Quote,
        new(point.Swedish, point.English), point.IsToSettle, point.Choices);
}
