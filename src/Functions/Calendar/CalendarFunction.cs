using System.Security.Cryptography;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages;
using Hsvo.UseCases.Calendar;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Calendar;

/// <summary>The days that people subscribe to in their calendars.</summary>
/// <param name="read">The use case.</param>
/// <param name="answers">Answers, and 304.</param>
public sealed class CalendarFunction(ReadCalendar read, FeedAnswers answers)
{
    /// <summary>
    /// <c>GET /kalender.ics?department=</c>: meetings, and when their rounds open, are due and are sealed. A calendar can send no token, and a secret in an address
    /// ends in logs and forwarded mails: so a setting opens it to everyone, or it is for those who sign in. It tells days and the plans' titles, and no answer.
    /// </summary>
    [Function("GetCalendar")]
    [Access(Access.Calendar)]
    [Page]
    [Query(PageContext.LanguageOption, "department")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kalender.ics")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await read.HandleAsync(request.Query["department"], cancellationToken)).Succeeded(out var calendar, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var text = CalendarText.Write(calendar, request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().BaseOf(request));
        return answers.Answer(
            request, Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 12)), "text/calendar; charset=utf-8", HeaderNames.AcceptEncoding, () => text);
    }
}
