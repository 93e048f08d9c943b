using Hsvo.Domain.Meetings;
using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Office;

/// <summary>The coordinating office's first page.</summary>
/// <param name="meetings">The meetings.</param>
/// <param name="missing">Who owes what.</param>
/// <param name="renderer">Renders it.</param>
/// <param name="time">The clock.</param>
public sealed class OfficeFunction(SetMeeting meetings, ReadMissing missing, PageRenderer renderer, TimeProvider time)
{
    /// <summary><c>GET /samordning</c>.</summary>
    [Function("OfficePage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption, "done")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "samordning")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        if (!(await missing.ListAsync(new(null, null, null, null), cancellationToken)).Succeeded(out var rounds, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return await renderer.AnswerAsync<OfficePage>(page, new()
        {
            [nameof(OfficePage.Meetings)] = await meetings.ListAsync(cancellationToken),
            [nameof(OfficePage.Warnings)] = await meetings.ListWarningsAsync(cancellationToken),
            [nameof(OfficePage.Rounds)] = rounds.Plans,
            [nameof(OfficePage.Today)] = time.Today(),
            [nameof(OfficePage.Done)] = (string?)request.Query["done"],
        });
    }
}
