using Hsvo.Domain.Meetings;
using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Board;

/// <summary>The first page: how every plan stands, and what is next.</summary>
/// <param name="plans">The plans.</param>
/// <param name="status">How they stand.</param>
/// <param name="meetings">The meetings.</param>
/// <param name="time">The clock.</param>
/// <param name="answers">Keeps the page.</param>
public sealed class BoardPageFunction(ReadPlans plans, ReadStatus status, SetMeeting meetings, TimeProvider time, PageAnswers answers)
{
    /// <summary><c>GET /</c>. The route is how the real host is told "the root": see design section 4.</summary>
    [Function("StatusPage")]
    [Page]
    [Access(Access.Page)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        var feeds = new List<StatusFeed>();
        foreach (var plan in await plans.ListAsync(cancellationToken))
        {
            if ((await status.HandleAsync(plan.Plan.Id, round: null, cancellationToken)).Succeeded(out var feed, out _))
            {
                feeds.Add(feed);
            }
        }

        var today = time.Today();
        // Each plan's version has the area's stamp in it, so meetings and warnings are told by them too.
        var version = EntityTags.Of([$"{today:yyyy-MM-dd}", .. feeds.Select(f => f.Version)]);
        var (known, warnings) = (await meetings.ListAsync(cancellationToken), await meetings.ListWarningsAsync(cancellationToken));
        return await answers.AnswerAsync<BoardPage>(request, page, version, () => new()
        {
            [nameof(BoardPage.Feeds)] = InOrder(feeds),
            [nameof(BoardPage.Meetings)] = known.Where(m => m.Date >= today).ToList(),
            [nameof(BoardPage.Warnings)] = warnings,
            [nameof(BoardPage.Today)] = today,
        });
    }

    // What the next samråd takes up comes first, then what is newest.
    private static List<StatusFeed> InOrder(IEnumerable<StatusFeed> feeds) =>
    [
        .. feeds.OrderBy(f => f.Status.Meeting is { } meeting && meeting.Date >= f.Status.Today ? meeting.Date : DateOnly.MaxValue)
            .ThenByDescending(f => f.Status.Plan.Year).ThenBy(f => f.Status.Plan.Id, StringComparer.Ordinal),
    ];
}
