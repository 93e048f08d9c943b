using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Lists the samråd, and lets the coordinator set their dates.</summary>
/// <param name="meetings">Lists and sets.</param>
/// <param name="removal">Removes.</param>
public sealed class MeetingsFunctions(SetMeeting meetings, RemoveMeeting removal)
{
    /// <summary><c>GET /hsvo/v1/meetings</c>: the dated meetings.</summary>
    [Function("ListMeetings")]
    [Access(Access.Read)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/meetings")] HttpRequest request, CancellationToken cancellationToken) =>
        Results.Json(new MeetingList([.. (await meetings.ListAsync(cancellationToken)).Select(MeetingMapping.ToDocument)]), Json.Api);

    /// <summary><c>PUT /hsvo/v1/meetings/{meetingId}</c> with <c>{"plan","round","date"}</c>: dates a meeting or moves it.</summary>
    [Function("SetMeeting")]
    [Access(Access.Coordinate)]
    public async Task<IResult> SetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "hsvo/v1/meetings/{meetingId}")] HttpRequest request, string meetingId,
        CancellationToken cancellationToken)
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return FailureResult.Of(failure);
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var (plan, round, date) = (fields.Text("plan"), fields.Text("round"), fields.Date("date"));
            fields.RefuseOthers();
            BodyFailures.Require(plan, "plan", errors);
            BodyFailures.Require(round, "round", errors);
            BodyFailures.Require(date, "date", errors);
            if (errors.Count > 0)
            {
                return FailureResult.Of(BodyFailures.Of("meeting.invalid", "Mötet har inte sparats.", "The meeting was not stored.", errors));
            }

            return (await meetings.HandleAsync(request.Caller(), meetingId, plan!, round!, date!.Value, cancellationToken))
                .ToResult(Json.Api, MeetingMapping.ToDocument);
        }
    }

    /// <summary><c>DELETE /hsvo/v1/meetings/{meetingId}</c>: removes a meeting that was set by mistake; 409 once its paper is sealed.</summary>
    [Function("RemoveMeeting")]
    [Access(Access.Coordinate)]
    public async Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "hsvo/v1/meetings/{meetingId}")] HttpRequest request, string meetingId,
        CancellationToken cancellationToken) =>
        (await removal.HandleAsync(meetingId, cancellationToken)).Succeeded(out _, out var failure) ? Results.NoContent() : FailureResult.Of(failure);
}
