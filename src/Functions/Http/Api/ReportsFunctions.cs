using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Takes reports in, and gives them to readers who keep a copy.</summary>
/// <param name="submit">Takes them in.</param>
/// <param name="read">Reads them.</param>
public sealed class ReportsFunctions(SubmitReports submit, ReadReports read)
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
    /// kept as drafts. A row that says which <c>revision</c> its sender saw refuses the whole with 412 when another is stored.
    /// </summary>
    [Function("SubmitReports")]
    [Access(Access.Report)]
    [Operation(
        "Lämnar svar på indikatorer. 1 till 1 000 rader av en plan, allt eller inget; dryRun prövar utan att spara, draft sparar som utkast.",
        "Submits answers to indicators. 1 to 1,000 rows of one plan, all or nothing; dryRun checks without storing, draft keeps them as drafts.",
        Body = typeof(SubmissionRequest), Answer = typeof(SubmissionDocument), Headers = [IdempotencyKeys.Header], Refuses = [404, 409, 412])]
    public async Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hsvo/v1/reports")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await SubmissionReader.ReadAsync(request, cancellationToken)).Succeeded(out var submission, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await submit.HandleAsync(submission, cancellationToken)).ToResult(Json.Api, SubmissionMapping.ToDocument);
    }
}
