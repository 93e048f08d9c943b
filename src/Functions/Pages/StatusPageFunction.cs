using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages;

/// <summary>The first page.</summary>
/// <param name="plans">The plans.</param>
/// <param name="status">How they stand.</param>
/// <param name="papers">The papers that it links to.</param>
/// <param name="renderer">Renders it.</param>
public sealed class StatusPageFunction(ReadPlans plans, ReadStatus status, ReadPaper papers, PageRenderer renderer)
{
    /// <summary><c>GET /</c>. The route is how the real host is told "the root": see design section 4.</summary>
    [Function("StatusPage")]
    [Access(Access.Page)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request, CancellationToken cancellationToken)
    {
        var feeds = new List<StatusFeed>();
        var editions = new Dictionary<string, PaperEdition>(StringComparer.Ordinal);
        foreach (var plan in await plans.ListAsync(cancellationToken))
        {
            if ((await status.HandleAsync(plan.Plan.Id, round: null, cancellationToken)).Succeeded(out var feed, out _))
            {
                feeds.Add(feed);
                if (feed.Status.Meeting is { } meeting && await papers.FindAsync(meeting.Id, cancellationToken) is { } paper)
                {
                    editions[meeting.Id] = paper.Edition;
                }
            }
        }

        var page = await renderer.RenderAsync<StatusPage>(
            new Dictionary<string, object?> { [nameof(StatusPage.Feeds)] = feeds, [nameof(StatusPage.Papers)] = editions });
        return Results.Bytes(page, "text/html; charset=utf-8");
    }
}
