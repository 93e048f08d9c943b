using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Tells the office and the auditor what was sent to whom, and what didn't get there.</summary>
/// <param name="read">The use case.</param>
/// <param name="time">The clock.</param>
public sealed class NoticesFunctions(ReadNotices read, TimeProvider time)
{
    private const int DefaultDays = 90;
    private const int MaxDays = 366;

    /// <summary>
    /// <c>GET /hsvo/v1/notices?from=&amp;to=</c>: the receivers that the settings name, and each notice of these days; from ninety days ago to ninety ahead when none are said.
    /// </summary>
    [Function("ListNotices")]
    [Access(Access.Audit)]
    [Query("from", "to")]
    [Operation(
        "Visar vart påminnelser och besked skickas, och vad som blev av vart och ett. Dagarna är svarsdagar och dagar för fastställande; utan dagar nittio bakåt och nittio framåt.",
        "Shows where reminders and notices are sent, and what came of each. The days are due dates and days of sealing; without days ninety back and ninety ahead.",
        Answer = typeof(NoticesDocument))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/notices")] HttpRequest request, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var from = DayQuery.Read(request, "from", faults) ?? time.Today().AddDays(-DefaultDays);
        var to = DayQuery.Read(request, "to", faults) ?? time.Today().AddDays(DefaultDays);
        if (faults.Count == 0 && (from > to || to.DayNumber - from.DayNumber > MaxDays))
        {
            faults.Add(new("query.period", "from", $"Från och med from till och med to, högst {MaxDays} dagar.", $"From from until to, {MaxDays} days at most."));
        }

        return faults.Count > 0
            ? FailureResult.Of(QueryFailures.Of(faults))
            : Results.Json(NoticeMapping.ToDocument(from, to, read.Receivers, await read.ListAsync(from, to, cancellationToken)), Json.Api);
    }
}
