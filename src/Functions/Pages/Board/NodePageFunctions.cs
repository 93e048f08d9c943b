using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Board;

/// <summary>A goal with its rows and answers, and an indicator with its history.</summary>
/// <param name="status">How they stand.</param>
/// <param name="plans">Every plan, for the threads.</param>
/// <param name="answers">Keeps the pages.</param>
public sealed class NodePageFunctions(ReadStatus status, ReadPlans plans, PageAnswers answers)
{
    /// <summary><c>GET /mal/{plan}_{node}?round=</c>. What stands between goals and indicators leads to the goal's page.</summary>
    [Function("GoalPage")]
    [Page]
    [Access(Access.Page)]
    [Query("round", PageContext.LanguageOption)]
    public Task<IResult> GetGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "mal/{goalKey}")] HttpRequest request, string goalKey, CancellationToken cancellationToken) =>
        GetAsync<GoalPage>(request, goalKey, n => n.Kind == NodeKind.Goal, cancellationToken);

    /// <summary><c>GET /indikator/{plan}_{node}?round=</c>.</summary>
    [Function("IndicatorPage")]
    [Page]
    [Access(Access.Page)]
    [Query("round", PageContext.LanguageOption)]
    public Task<IResult> GetIndicatorAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "indikator/{indicatorKey}")] HttpRequest request, string indicatorKey, CancellationToken cancellationToken) =>
        GetAsync<IndicatorPage>(request, indicatorKey, n => n.Kind == NodeKind.Indicator, cancellationToken);

    private async Task<IResult> GetAsync<TPage>(HttpRequest request, string key, Func<PlanNode, bool> isOfPage, CancellationToken cancellationToken)
        where TPage : NodePage
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        if (!RowKeys.TryParse(key, out var plan, out var nodeId))
        {
            return FailureResult.Of(Unknown(key));
        }

        if (!(await status.HandleAsync(plan, request.Query["round"], cancellationToken)).Succeeded(out var feed, out var failure))
        {
            return FailureResult.Of(failure with { Faults = [] });
        }

        if (feed.Snapshot.Plan.Find(nodeId) is not { } node)
        {
            return FailureResult.Of(Unknown(nodeId));
        }

        if (!isOfPage(node))
        {
            return Results.Redirect(page.Link(BoardLinks.Of(feed.Snapshot.Plan, node)));
        }

        // Other plans say where a thread goes on; how they stand is another page's to say.
        var all = await plans.ListAsync(cancellationToken);
        var version = EntityTags.Of([feed.Version, feed.Status.Round.Id, .. all.Select(p => $"{p.Plan.Id} {p.Plan.Version}")]);
        return await answers.AnswerAsync<TPage>(request, page, version, () => new()
        {
            [nameof(NodePage.Feed)] = feed,
            [nameof(NodePage.Node)] = node,
            [nameof(NodePage.Elsewhere)] = Threads.PlacesIn(all.Select(p => p.Plan)).Where(p => p.Plan.Id != plan).ToLookup(p => p.Thread.Id, StringComparer.Ordinal),
        });
    }

    private static Failure Unknown(string id) => new(FailureKind.NotFound, "node.unknown",
        $"Det finns inget mål och ingen indikator ”{Excerpt.Of(id)}”.", $"There is no goal and no indicator '{Excerpt.Of(id)}'.");
}
