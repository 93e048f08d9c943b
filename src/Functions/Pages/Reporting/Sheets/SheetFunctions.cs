using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.Functions.Spreadsheets;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Reporting.Sheets;

/// <summary>
/// Reporting by spreadsheet: a sheet is fetched, filled in elsewhere and sent here. It is tried first and shown row by row; what is then sent is what was
/// shown, by the same use case as every other submission, and nothing is kept in between.
/// </summary>
/// <param name="read">The unit's rounds.</param>
/// <param name="sheets">The unit's questions.</param>
/// <param name="plans">The plans.</param>
/// <param name="submit">Takes the answers in.</param>
/// <param name="forms">Guards the forms.</param>
/// <param name="renderer">Renders the pages.</param>
/// <param name="time">The clock.</param>
public sealed class SheetFunctions(
    ReadOwnRounds read, ReadAnswerSheet sheets, ReadPlans plans, SubmitReports submit, PageForms forms, PageRenderer renderer, TimeProvider time)
{
    /// <summary>The field of the file.</summary>
    public const string File = "file";

    /// <summary>The hidden field of the plan.</summary>
    public const string Plan = "plan";

    /// <summary>The hidden field of the rows.</summary>
    public const string Rows = "rows";

    /// <summary>The hidden field of the rows' numbers in the sheet.</summary>
    public const string Numbers = "numbers";

    /// <summary>The most bytes of the rows that a form carries along: beside them it has its token, the rows' numbers and little else.</summary>
    internal const int MaxRowsText = PageForms.MaxBytes - (64 * 1024);

    /// <summary><c>GET /rapportera/kalkylblad</c>.</summary>
    [Function("SheetPage")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = SheetAddresses.Route)] HttpRequest request, CancellationToken cancellationToken) =>
        PageContext.TryRead(request, out var page, out var wrong) ? await ShowAsync(request, page, [], cancellationToken) : FailureResult.Of(wrong);

    /// <summary><c>GET /rapportera/{plan}/{round}/kalkylblad?format=</c>: the unit's own sheet, as a workbook or CSV.</summary>
    [Function("FetchSheet")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption, "format")]
    public async Task<IResult> FetchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = SheetAddresses.FileRoute)] HttpRequest request,
        string plan, string round, CancellationToken cancellationToken)
    {
        if (request.Query["format"] is not ([] or ["csv" or "xlsx"]))
        {
            return FailureResult.Of(QueryFailures.Of("query.format", "format", "Formaten är xlsx och csv.", "The formats are xlsx and csv."));
        }

        if (!(await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out var failure)
            || !(await sheets.HandleAsync(request.Caller(), plan, round, own.Department.Id, cancellationToken)).Succeeded(out var sheet, out failure))
        {
            return FailureResult.Of(failure);
        }

        return SheetFile.Of(request, sheet, request.Query["format"] == "csv");
    }

    /// <summary><c>POST /rapportera/kalkylblad</c>: tries a sheet and shows what would come of each row. Nothing is stored.</summary>
    [Function("CheckSheet")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SheetAddresses.Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var texts = new SheetTexts(sent.Page.Language);
        if (sent.Fields.Files.GetFile(File) is not { Length: > 0 } file)
        {
            return await ShowAsync(request, sent.Page, [new(File, texts.NoFile)], cancellationToken);
        }

        if (!SheetFile.Read(await BytesOfAsync(file, cancellationToken)).Succeeded(out var table, out failure) || !SheetSubmission.Read(table).Succeeded(out var sheet, out failure))
        {
            return await ShowAsync(request, sent.Page, [.. failure.Faults.Select(f => new FormError(File, texts.Of(f)))], cancellationToken);
        }

        var plan = (await plans.FindAsync(sheet.Plan, cancellationToken)).Value?.Plan;
        var submission = sheet.For(plan, new(request.Caller(), Door.Page, DryRun: true, IsDraft: false, IdempotencyKey: null));
        var outcome = await submit.HandleAsync(submission, cancellationToken);
        var rows = new SheetRows(sheet.Plan, submission.Rows, [.. sheet.Answers.Select(a => a.Lines[0].Number)]);
        var preview = SheetPreview.Of(rows, plan, outcome, sheet.InThisShape, time.Today());
        if (preview.CanBeSent && Encoding.UTF8.GetByteCount(rows.ToText()) > MaxRowsText)
        {
            return await ShowAsync(request, sent.Page, [new(File, texts.TooMuchText)], cancellationToken);
        }

        return await PreviewAsync(request, sent.Page, preview, key: null, mayTryAgain: false, preview.CanBeSent ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary><c>POST /rapportera/skicka-kalkylblad</c>: sends what was shown. The form's key makes a double click one submission.</summary>
    [Function("SendSheet")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SheetAddresses.SendRoute)] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (SheetRows.Read(sent.Tidy(Plan), sent.Text(Rows), sent.Text(Numbers)) is not { } rows || SubmitReports.RefuseCount(rows.Rows.Count) is not null)
        {
            return FailureResult.Of(FormFailures.Token);
        }

        var outcome = await submit.HandleAsync(new(request.Caller(), rows.Plan, rows.Rows, DryRun: false, sent.Key, Door.Page), cancellationToken);
        if (outcome.Succeeded(out _, out failure))
        {
            return new SeeOther(sent.Page.Link(ReportingAddresses.Of(rows.Plan, rows.Rows[0].Round!, "sent")));
        }

        var plan = (await plans.FindAsync(rows.Plan, cancellationToken)).Value?.Plan;
        var preview = SheetPreview.Of(rows, plan, outcome, rows.InWordsOfTheSheet, time.Today());

        // The same may be sent again, with the same key, where storage didn't answer; else the sheet has to be looked at anew.
        var isAway = failure.Kind == FailureKind.Unavailable;
        return await PreviewAsync(
            request, sent.Page, preview, isAway ? sent.Key : null, isAway, isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, PageContext page, IReadOnlyList<FormError> errors, CancellationToken cancellationToken) =>
        (await read.ListAsync(request.Caller(), cancellationToken)).Succeeded(out var rounds, out var failure)
            ? await renderer.AnswerAsync<SheetPage>(
                page,
                new() { [nameof(SheetPage.Rounds)] = rounds, [nameof(SheetPage.Ticket)] = forms.Open(request), [nameof(SheetPage.Errors)] = errors },
                errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : FailureResult.Of(failure);

    private async Task<IResult> PreviewAsync(HttpRequest request, PageContext page, SheetPreview preview, string? key, bool mayTryAgain, int status) =>
        await renderer.AnswerAsync<PreviewPage>(
            page,
            new() { [nameof(PreviewPage.Preview)] = preview, [nameof(PreviewPage.Ticket)] = forms.Open(request, key), [nameof(PreviewPage.MayTryAgain)] = mayTryAgain },
            status);

    private static async Task<byte[]> BytesOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
