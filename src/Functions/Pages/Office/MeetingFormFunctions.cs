using Hsvo.Domain.Meetings;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Office;

/// <summary>Sets, moves and removes meetings.</summary>
/// <param name="meetings">The meetings.</param>
/// <param name="removal">Removes.</param>
/// <param name="plans">The plans.</param>
/// <param name="configuration">When rounds open, are due and are sealed.</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the page.</param>
public sealed class MeetingFormFunctions(
    SetMeeting meetings, RemoveMeeting removal, ReadPlans plans, SetConfiguration configuration, PageForms forms, PageRenderer renderer)
{
    /// <summary><c>GET /samordning/moten/{meetingId}</c>; <c>nytt</c> for one whose id is to be chosen.</summary>
    [Function("MeetingFormPage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfficeAddresses.MeetingRoute)] HttpRequest request, string meetingId,
        CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        var there = await meetings.FindAsync(meetingId, cancellationToken);
        var id = meetingId == OfficeAddresses.NewMeeting ? "" : meetingId;
        var form = there is null ? new MeetingForm(id, "", IsExtra: false, await RoundsCalledAsync(id, cancellationToken), "", Seen: 0) : MeetingForm.Of(there);
        return await ShowAsync(request, page, meetingId, form, null, null, cancellationToken);
    }

    /// <summary><c>POST /samordning/moten/{meetingId}</c>: sets or moves it, or removes it.</summary>
    [Function("SetMeetingAtPage")]
    [Page]
    [Access(Access.Coordinate)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OfficeAddresses.MeetingRoute)] HttpRequest request, string meetingId,
        CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var form = MeetingForm.Of(meetingId, sent);
        if (sent.Text("do") == "remove")
        {
            // One that was there and isn't any more has been removed, by a double click or a colleague.
            return (await removal.HandleAsync(request.Caller(), form.Id, cancellationToken)).Succeeded(out _, out failure) || (failure.Kind == FailureKind.NotFound && form.Seen > 0)
                ? new SeeOther(sent.Page.Link(OfficeAddresses.Start + "?done=removed"))
                : await ShowAsync(request, sent.Page, meetingId, form, sent.Key, failure, cancellationToken);
        }

        var plan = new MeetingPlan(form.Day, form.IsExtra ? MeetingKind.Extra : MeetingKind.Ordinary, form.Items) { Diarienummer = sent.Tidy("number"), Seen = form.Seen };
        if ((await meetings.HandleAsync(request.Caller(), form.Id, plan, cancellationToken)).Succeeded(out _, out failure))
        {
            return new SeeOther(sent.Page.Link(OfficeAddresses.Start + "?done=meeting"));
        }

        // Who is told of a colleague's change saves over it knowingly the next time; a new meeting needs another id.
        var isTold = failure.Code == "meeting.overtaken" && meetingId != OfficeAddresses.NewMeeting;
        form = isTold ? form with { Seen = (await meetings.FindAsync(form.Id, cancellationToken))?.Number ?? 0 } : form;
        return await ShowAsync(request, sent.Page, meetingId, form, sent.Key, failure, cancellationToken);
    }

    // A meeting is called by the month of the rounds that it follows up.
    private async Task<IReadOnlySet<string>> RoundsCalledAsync(string id, CancellationToken cancellationToken) =>
        (await plans.ListAsync(cancellationToken)).Where(s => s.Plan.FindRound(id) is not null && s.Plan.Cadence == Domain.Plans.PlanCadence.Samrad)
            .Select(s => MeetingForm.BoxOf(s.Plan.Id, id)).ToHashSet();

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, string meetingId, MeetingForm form, string? key, Failure? failure, CancellationToken cancellationToken) =>
        await renderer.AnswerAsync<MeetingFormPage>(
            page,
            new()
            {
                [nameof(MeetingFormPage.Form)] = form,
                [nameof(MeetingFormPage.IsNew)] = meetingId == OfficeAddresses.NewMeeting,
                [nameof(MeetingFormPage.Plans)] = (await plans.ListAsync(cancellationToken)).Select(s => s.Plan).OrderByDescending(p => p.Year).ToList(),
                [nameof(MeetingFormPage.Days)] = (await configuration.ReadAsync(cancellationToken)).Settings.Days,
                [nameof(MeetingFormPage.Ticket)] = forms.Open(request, key),
                [nameof(MeetingFormPage.Errors)] = failure is null ? [] : new OfficeTexts(page.Language).Errors(failure, FieldOf),
            },
            failure is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static string? FieldOf(string pointer) => pointer.TrimStart('/').Split('/')[0] switch
    {
        "date" => "date",
        "agenda" => "agenda",
        "diarienummer" => "number",
        "meetingId" or "id" => "id",
        _ => null,
    };
}
