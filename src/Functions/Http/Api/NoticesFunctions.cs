using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Tells the office and the auditor what was sent to whom, and what didn't get there; and lets the office try a receiver.</summary>
/// <param name="read">What was sent.</param>
/// <param name="test">Tries a receiver.</param>
/// <param name="time">The clock.</param>
public sealed class NoticesFunctions(ReadNotices read, TestReceiver test, TimeProvider time)
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

    /// <summary><c>POST /hsvo/v1/notice-receivers/{receiver}/test-messages</c>: sends a receiver one message that is marked as a test. The answer tells what came of it.</summary>
    [Function("TestReceiver")]
    [Access(Access.Coordinate)]
    [Operation(
        "Skickar ett provmeddelande till en mottagare, undertecknat som alla andra, en gång och utan nya försök. Svaret säger om det kom fram.",
        "Sends a receiver a test message, signed as all others are, once and without tries anew. The answer tells whether it got there.",
        Answer = typeof(TestMessageDocument))]
    public async Task<IResult> TestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hsvo/v1/notice-receivers/{receiver}/test-messages")] HttpRequest request,
        string receiver, CancellationToken cancellationToken) =>
        (await test.HandleAsync(request.Caller(), receiver, cancellationToken)).ToResult(Json.Api, NoticeMapping.ToDocument);
}
