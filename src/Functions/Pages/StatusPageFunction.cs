using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages;

/// <summary>The first page.</summary>
/// <param name="plans">The plans.</param>
/// <param name="status">How they stand.</param>
/// <param name="meetings">The meetings that ought to have a date.</param>
/// <param name="renderer">Renders it.</param>
public sealed class StatusPageFunction(ReadPlans plans, ReadStatus status, SetMeeting meetings, PageRenderer renderer)
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

        return await renderer.AnswerAsync<StatusPage>(page, new()
        {
            [nameof(StatusPage.Feeds)] = InOrder(feeds),
            [nameof(StatusPage.Warnings)] = await meetings.ListWarningsAsync(cancellationToken),
        });
    }

    // What the next samråd takes up comes first, then what is newest.
    private static List<StatusFeed> InOrder(IEnumerable<StatusFeed> feeds) =>
    [
        .. feeds.OrderBy(f => f.Status.Meeting is { } meeting && meeting.Date >= f.Status.Today ? meeting.Date : DateOnly.MaxValue)
            .ThenByDescending(f => f.Status.Plan.Year).ThenBy(f => f.Status.Plan.Id, StringComparer.Ordinal),
    ];
}
