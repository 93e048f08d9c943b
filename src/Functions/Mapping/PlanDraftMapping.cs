using System.Text.Json;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Drafting;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api;
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
        PreviousThreads = [.. drafted.Draft.PreviousThreads.Select(t => new PreviousThreadDocument(t.Id, t.Name))],
        Faults = [.. drafted.Faults.Select(f => new ProblemFault(f.Code, f.Pointer, new(f.Swedish, f.English)))],
    };

    /// <summary>The draft that a document tells of; null where it is none that was written here.</summary>
    public static DraftedPlan? ToDraft(PlanDraftDocument document) =>
        new PlanDocumentReader([]).Read(JsonSerializer.SerializeToElement(document.Draft, Json.Api)) is { Plan: { } plan } && IsTree(plan)
            ? new(
                plan with { Version = document.Draft.Plan.Version },
                [.. document.Report.Select(ToPoint)],
                [.. document.Threads.Select(t => new ThreadProposal(t.Node, t.Text, t.PreviousNode, t.PreviousText, t.Likeness, t.Thread, t.IsTaken))],
                [.. document.PreviousThreads.Select(t => new PlanThread(t.Id, t.Name))])
            : null;

    // Each row has an id of its own, and stands after the one it is under.
    private static bool IsTree(Plan plan)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        return plan.Nodes.All(n => (n.ParentId is null || above.Contains(n.ParentId)) && above.Add(n.Id));
    }

    private static LoadingPointDocument ToPoint(LoadingPoint point) => new(
        point.Code, point.Kind.ToName(), point.Node, point.Place is { } place ? new(place.Table, place.Row, place.Column) : null, point.Quote,
        new(point.Swedish, point.English), point.IsToSettle, point.Choices, point.Rows);

    private static LoadingPoint ToPoint(LoadingPointDocument point) => new()
    {
        Code = point.Code,
        Kind = Enum.GetValues<ReadingKind>().FirstOrDefault(k => k.ToName() == point.Kind),
        Node = point.Node,
        Place = point.Place is { } place ? new(place.Table, place.Row, place.Column) : null,
        Quote = point.Quote,
        Swedish = point.Message.Sv,
        English = point.Message.En,
        IsToSettle = point.ToSettle,
        Choices = point.Choices,
        Rows = point.Rows,
    };
}
