using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Lists the samråd, and lets the coordinator set their dates.</summary>
/// <param name="meetings">Lists and sets.</param>
/// <param name="removal">Removes.</param>
/// <param name="time">The clock.</param>
public sealed class MeetingsFunctions(SetMeeting meetings, RemoveMeeting removal, TimeProvider time)
{
    private static readonly Refusal Refused = new("meeting.invalid", "Samrådet har inte sparats.", "The meeting was not stored.");

    /// <summary><c>GET /hsvo/v1/meetings?asOf=</c>: the dated meetings, and the ordinary months that lack one; with asOf, as it was known then.</summary>
    [Function("ListMeetings")]
    [Access(Access.Read)]
    [Query(AsOfQuery.Name)]
    [Operation(
        "Listar samråden, och de ordinarie månader som saknar ett. Med asOf som det var känt då.",
        "Lists the meetings, and the ordinary months that lack one. With asOf as it was known then.",
        Answer = typeof(MeetingList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/meetings")] HttpRequest request, CancellationToken cancellationToken) =>
        AsOfQuery.Read(request, time, out var asOf) is { } wrong ? FailureResult.Of(wrong)
            : (await meetings.ListAsync(asOf, cancellationToken)).ToResult(Json.Api, MeetingMapping.ToDocument);

    /// <summary>
    /// <c>PUT /hsvo/v1/meetings/{meetingId}</c> with <c>{"date","kind","agenda":[{"plan","round"}],"diarienummer"?}</c>: dates a meeting, moves it or changes its agenda.
    /// Without kind it is ordinary.
    /// </summary>
    [Function("SetMeeting")]
    [Access(Access.Coordinate)]
    [Operation(
        "Sätter ett samråds dag och dagordning. Flyttar eller ändrar det som redan finns.",
        "Sets a meeting's day and agenda. Moves or changes one that is there already.",
        Body = typeof(MeetingRequest), Answer = typeof(MeetingDocument), Refuses = [409])]
    public async Task<IResult> SetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "hsvo/v1/meetings/{meetingId}")] HttpRequest request, string meetingId,
        CancellationToken cancellationToken)
    {
        if (!(await SmallBody.ReadAsync(request, Refused, ReadPlan, cancellationToken)).Succeeded(out var plan, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await meetings.HandleAsync(request.Caller(), meetingId, plan, cancellationToken)).ToResult(Json.Api, MeetingMapping.ToDocument);
    }

    /// <summary><c>DELETE /hsvo/v1/meetings/{meetingId}</c>: removes a meeting that was set by mistake; 409 once its paper is sealed.</summary>
    [Function("RemoveMeeting")]
    [Access(Access.Coordinate)]
    [Operation(
        "Tar bort ett samråd som sattes av misstag. Inte när underlaget har fastställts.",
        "Removes a meeting that was set by mistake. Not once its paper is sealed.",
        Refuses = [409])]
    public async Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "hsvo/v1/meetings/{meetingId}")] HttpRequest request, string meetingId,
        CancellationToken cancellationToken) =>
        (await removal.HandleAsync(request.Caller(), meetingId, cancellationToken)).Succeeded(out _, out var failure) ? Results.NoContent() : FailureResult.Of(failure);

    private static MeetingPlan ReadPlan(JsonFields fields) => new(
        fields.NeededDate("date"),
        fields.Name<MeetingKind>("kind") ?? MeetingKind.Ordinary,
        fields.NeededRows("agenda", SetMeeting.MaxAgenda, row => new AgendaItem(row.NeededText("plan"), row.NeededText("round"))))
    {
        Diarienummer = fields.Text("diarienummer"),
    };
}
