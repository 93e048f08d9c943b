using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>The last look at a unit's drafts, from which they are sent: all of them in one submission, as any system sends its rows.</summary>
/// <param name="read">The unit's rounds.</param>
/// <param name="submit">Takes the answers in.</param>
/// <param name="drafts">Throws drafts away.</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the page.</param>
public sealed class CheckFunctions(ReadOwnRounds read, SubmitReports submit, ReadDrafts drafts, PageForms forms, PageRenderer renderer)
{
    /// <summary>The hidden field of the rows that were read.</summary>
    public const string Rows = "rows";

    /// <summary><c>GET /rapportera/{plan}/{round}/kontrollera</c>.</summary>
    [Function("CheckPage")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportingAddresses.CheckRoute)] HttpRequest request,
        string plan, string round, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        return (await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out var failure)
            ? await ShowAsync(request, page, own, null, null, cancellationToken)
            : FailureResult.Of(failure);
    }

    /// <summary><c>POST /rapportera/{plan}/{round}/kontrollera</c>: sends what was read. The form's key makes a double click one submission.</summary>
    [Function("SendAnswers")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReportingAddresses.CheckRoute)] HttpRequest request,
        string plan, string round, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (CarriedRows.Read(sent.Text(Rows)) is not { } rows || rows.Any(r => r.Round != round) || SubmitReports.RefuseCount(rows.Count) is not null)
        {
            return FailureResult.Of(FormFailures.Token);
        }

        var submission = new Submission(request.Caller(), plan, rows, DryRun: false, sent.Key, Door.Page);
        if ((await submit.HandleAsync(submission, cancellationToken)).Succeeded(out var receipt, out failure))
        {
            // An answer that is stored takes its draft along; of one that said the same nothing was stored.
            foreach (var unchanged in receipt.Rows.Where(r => r.Result == RowResult.Unchanged))
            {
                await drafts.RemoveAsync(request.Caller(), plan, unchanged.Key, cancellationToken);
            }

            return new SeeOther(sent.Page.Link(ReportingAddresses.Of(plan, round, "sent")));
        }

        return (await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out var gone)
            ? await ShowAsync(request, sent.Page, own, sent.Key, failure, cancellationToken)
            : FailureResult.Of(gone);
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, OwnRound own, string? key, Failure? failure, CancellationToken cancellationToken)
    {
        var drafts = await CheckAsync(request.Caller(), own, cancellationToken);
        var shown = failure ?? drafts.Failure;

        // After a refusal what is sent next may be other rows: the key stays only where the same is to be sent again.
        return await renderer.AnswerAsync<CheckPage>(
            page,
            new()
            {
                [nameof(CheckPage.Round)] = own,
                [nameof(CheckPage.Drafts)] = drafts,
                [nameof(CheckPage.Ticket)] = forms.Open(request, failure?.Kind == FailureKind.Unavailable ? key : null),
                [nameof(CheckPage.Errors)] = shown is null ? [] : ErrorsOf(shown, page.Language),
            },
            failure is null ? StatusCodes.Status200OK
                : failure.Kind == FailureKind.Unavailable ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status422UnprocessableEntity);
    }

    private static IReadOnlyList<FormError> ErrorsOf(Failure failure, PageLanguage language)
    {
        string Say(string swedish, string english) => language == PageLanguage.English ? english : swedish;
        return [new(null, Say(failure.Swedish, failure.English)), .. failure.Faults.Select(f => new FormError(null, Say(f.Swedish, f.English))).Distinct()];
    }

    // Tried as a submission of all of them; what the rules say of a row is that row's.
    private async Task<CheckedDrafts> CheckAsync(Caller caller, OwnRound own, CancellationToken cancellationToken)
    {
        var begun = own.Rows.Where(r => r.Draft is not null).ToList();
        if (begun.Count == 0)
        {
            return new([], [], null);
        }

        var submission = new Submission(caller, own.Snapshot.Plan.Id, [.. begun.Select(CheckedDrafts.RowOf)], DryRun: true, IdempotencyKey: null, Door.Page);
        if ((await submit.HandleAsync(submission, cancellationToken)).Failure is not { } failure)
        {
            return new(begun, [], null);
        }

        var faults = failure.Faults.ToLookup(f => CarriedRows.PlaceOf(f.Pointer));
        if (failure.Faults.Count == 0 || faults[null].Any())
        {
            return new([], [.. begun.Select(r => (r, (IReadOnlyList<Fault>)[]))], failure);
        }

        // A row that is overtaken is found first, alone: the others have then not been looked at, and are tried by themselves.
        var left = begun.Where((_, i) => !faults[i].Any()).ToList();
        var rest = left.Count == 0 || failure.Kind != FailureKind.PreconditionFailed
            ? new CheckedDrafts(left, [], null)
            : await CheckAsync(caller, own with { Rows = left }, cancellationToken);
        return rest with { NotReady = [.. begun.Select((r, i) => (r, (IReadOnlyList<Fault>)[.. faults[i]])).Where(r => r.Item2.Count > 0), .. rest.NotReady] };
    }
}
