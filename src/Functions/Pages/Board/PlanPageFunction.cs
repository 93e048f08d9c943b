using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Board;

/// <summary>One plan: its goals, what changed since the last samråd, and who hasn't answered.</summary>
/// <param name="status">How it stands.</param>
/// <param name="papers">What the last paper said.</param>
/// <param name="answers">Keeps the page.</param>
public sealed class PlanPageFunction(ReadStatus status, KnownPapers papers, PageAnswers answers)
{
    /// <summary><c>GET /plan/{plan}?round=</c>: in the current round, or in another one.</summary>
    [Function("PlanPage")]
    [Page]
    [Access(Access.Page)]
    [Query("round", PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "plan/{plan}")] HttpRequest request, string plan, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        if (!(await status.HandleAsync(plan, request.Query["round"], cancellationToken)).Succeeded(out var feed, out var failure))
        {
            return FailureResult.Of(failure with { Faults = [] });
        }

        var (snapshot, shown) = (feed.Snapshot, feed.Status);
        // An earlier round was compared with what was before it by its own paper.
        var last = shown.Round == snapshot.CurrentRound(shown.Today) ? await papers.FindLastAsync(snapshot, shown.Today, cancellationToken) : null;
        return await answers.AnswerAsync<PlanPage>(request, page, EntityTags.Of([feed.Version, shown.Round.Id, last?.Manifest.ContentVersion ?? ""]), () => new()
        {
            [nameof(PlanPage.FollowUp)] = SummarizeMeeting.Of(snapshot, shown.Round, shown.Today, last).FollowUp,
            [nameof(PlanPage.Meetings)] = snapshot.Meetings,
        });
    }
}
