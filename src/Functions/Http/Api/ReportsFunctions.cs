using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Spreadsheets;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Takes reports in, and gives them to readers who keep a copy.</summary>
/// <param name="submit">Takes them in.</param>
/// <param name="read">Reads them.</param>
/// <param name="plans">The plans that a spreadsheet answers.</param>
public sealed class ReportsFunctions(SubmitReports submit, ReadReports read, ReadPlans plans)
{
    /// <summary>
    /// <c>GET /hsvo/v1/reports?plan=&amp;changedSince=</c>: the answers of a plan, or those that were changed, reviewed or masked since; the answer's
    /// <c>next</c> is what to send next time.
    /// </summary>
    [Function("ListReports")]
    [Access(Access.Read)]
    [Query("plan", "changedSince")]
    [Operation(
        "Listar en plans svar. Med changedSince bara det som har ändrats, granskats eller dolts sedan dess; next i svaret är vad du skickar nästa gång.",
        "Lists a plan's answers. With changedSince only what was changed, reviewed or masked since; next in the answer is what to send next time.",
        Answer = typeof(ReportList), Needed = ["plan"])]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/reports")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PlanQuery.TryRead(request, out var plan, out var unnamed))
        {
            return FailureResult.Of(unnamed);
        }

        DateTimeOffset? changedSince = null;
        if (request.Query["changedSince"] is [{ } text])
        {
            if (!InstantQuery.TryRead(text, out var instant))
            {
                return FailureResult.Of(QueryFailures.Of("query.changedSince", "changedSince",
                    "Skicka en tid med zon, 2021-05-03T08:00:00Z: värdet next ur förra svaret.",
                    "Send a time with its zone, 2021-05-03T08:00:00Z: the value next of the last answer."));
            }

            changedSince = instant;
        }

        return (await read.ListAsync(plan, changedSince, cancellationToken)).ToResult(Json.Api, ReportMapping.ToDocument);
    }

    /// <summary>
    /// <c>POST /hsvo/v1/reports</c>: 1 to 1,000 rows of one plan, all or nothing; 200 with what happened to each row. With <c>"draft": true</c> they are
    /// kept as drafts. A row that says which <c>revision</c> its sender saw refuses the whole with 412 when another is stored. An answer sheet, as CSV or as
    /// a workbook, is the same submission: what it can't say itself stands in the query, and faults are told by row and column.
    /// </summary>
    [Function("SubmitReports")]
    [Access(Access.Report)]
    [Query("dryRun", "draft")]
    [Operation(
        "Lämnar svar på indikatorer. 1 till 1 000 rader av en plan, allt eller inget; dryRun prövar utan att spara, draft sparar som utkast. Också som kalkylblad, xlsx eller csv: felen pekar då ut rad och kolumn.",
        "Submits answers to indicators. 1 to 1,000 rows of one plan, all or nothing; dryRun checks without storing, draft keeps them as drafts. Also as a spreadsheet, xlsx or csv: faults then name row and column.",
        Body = typeof(SubmissionRequest), OtherBodies = [XlsxSheetWriter.ContentType, CsvSheetWriter.ContentType], Answer = typeof(SubmissionDocument),
        Headers = [IdempotencyKeys.Header], Refuses = [404, 409, 412])]
    public async Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hsvo/v1/reports")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!SubmissionQuery.TryRead(request, out var asked, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        if (SheetBody.Is(request))
        {
            return await SubmitSheetAsync(request, asked, cancellationToken);
        }

        if (!(await SubmissionReader.ReadAsync(request, asked, cancellationToken)).Succeeded(out var submission, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await submit.HandleAsync(submission, cancellationToken)).ToResult(Json.Api, SubmissionMapping.ToDocument);
    }

    private async Task<IResult> SubmitSheetAsync(HttpRequest request, SubmissionQuery asked, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        var key = IdempotencyKeys.Read(request, errors);
        if (errors.Count > 0)
        {
            return FailureResult.Of(SheetFailures.Of([.. errors.Select(e => new Fault(e.Code, e.Field, e.Swedish, e.English))]));
        }

        if (!(await SheetBody.ReadAsync(request, cancellationToken)).Succeeded(out var table, out var failure)
            || !SheetSubmission.Read(table).Succeeded(out var sheet, out failure))
        {
            return FailureResult.Of(failure);
        }

        var plan = (await plans.FindAsync(sheet.Plan, cancellationToken)).Value?.Plan;
        var submission = sheet.For(plan, new(request.Caller(), Door.Api, asked.DryRun, asked.Draft, key));
        return (await submit.HandleAsync(submission, cancellationToken)).Succeeded(out var receipt, out failure)
            ? Results.Json(SubmissionMapping.ToDocument(receipt), Json.Api)
            : FailureResult.Of(sheet.InThisShape(failure));
    }
}
