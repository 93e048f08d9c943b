using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>One answer: what counts, what it was, and how it is changed by someone who says which revision they saw.</summary>
/// <param name="read">Reads it.</param>
/// <param name="history">Reads its history.</param>
/// <param name="submit">Takes a new revision in.</param>
/// <param name="change">Takes it back.</param>
/// <param name="mask">Hides what was written.</param>
public sealed class ReportFunctions(ReadReports read, ReadHistory history, SubmitReports submit, ChangeReport change, MaskComment mask)
{
    private const string ReportRoute = RoundRoutes.Report;
    private const string RowPrefix = "/reports/0";

    private static readonly Refusal NotHidden = new("mask.invalid", "Inget har dolts.", "Nothing was hidden.");

    /// <summary><c>GET …/reports/{indicator}/{department}</c>: the answer that counts; its ETag is the revision.</summary>
    [Function("GetReport")]
    [Access(Access.Read)]
    [Operation(
        "Visar ett svar. Det som gäller; ETag är revisionen.",
        "Shows an answer. The one that counts; the ETag is the revision.",
        Answer = typeof(ReportDocument), HasTag = true)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReportRoute)] HttpRequest request,
        string plan, string round, string indicator, string department, CancellationToken cancellationToken) =>
        Answer(request, await read.FindAsync(request.Caller(), plan, new(round, indicator, department), cancellationToken));

    /// <summary>
    /// <c>PUT …/reports/{indicator}/{department}</c> with <c>If-Match: "3"</c>, or <c>If-None-Match: *</c> for a first answer; 412 with both versions
    /// when somebody else was there before, 428 when the revision isn't said.
    /// </summary>
    [Function("PutReport")]
    [Access(Access.Report)]
    [Operation(
        "Lämnar eller ändrar ett svar. Säg vilken revision du såg med If-Match, eller If-None-Match: * för ett första svar.",
        "Gives or changes an answer. Say which revision you saw with If-Match, or If-None-Match: * for a first answer.",
        Body = typeof(AnswerRequest), Answer = typeof(ReportDocument), HasTag = true, Headers = ["If-Match", "If-None-Match"], Refuses = [409, 412, 428])]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ReportRoute)] HttpRequest request,
        string plan, string round, string indicator, string department, CancellationToken cancellationToken)
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return FailureResult.Of(failure);
        }

        using (body)
        {
            if (RevisionTags.Read(request, out var revision) is { } wrong)
            {
                return FailureResult.Of(wrong);
            }

            if (revision is null)
            {
                return FailureResult.Of(RevisionTags.Needed, StatusCodes.Status428PreconditionRequired);
            }

            if (revision == RevisionTags.AnyThereIs)
            {
                if (!(await read.FindAsync(request.Caller(), plan, new(round, indicator, department), cancellationToken)).Succeeded(out _, out failure))
                {
                    return FailureResult.Of(failure.Kind == FailureKind.NotFound ? RevisionTags.NothingThere : failure);
                }

                revision = null;
            }

            var faults = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, faults);
            var row = new SubmittedRow(indicator, department, round, SubmissionReader.ReadAnswer(fields), faults) { Revision = revision };
            fields.RefuseOthers();
            var submission = new Submission(request.Caller(), plan, [row], DryRun: false, IdempotencyKey: null, Door.Api);
            return (await submit.HandleAsync(submission, cancellationToken)).Succeeded(out _, out failure)
                ? Answer(request, await read.FindAsync(request.Caller(), plan, new(round, indicator, department), cancellationToken))
                : FailureResult.Of(OfOneRow(failure));
        }
    }

    /// <summary>
    /// <c>DELETE …/reports/{indicator}/{department}</c> with <c>If-Match: "3"</c>: takes the answer back, 204. It stays in the history, another is awaited,
    /// and until it comes nothing looks better than before. PUT with <c>{"withdrawn": true, "reason"}</c> does the same and says why, which is needed
    /// once the round is due or the answer accepted.
    /// </summary>
    [Function("WithdrawReport")]
    [Access(Access.Report)]
    [Operation(
        "Tar tillbaka ett svar. Det finns kvar i historiken, ett nytt väntas, och tills det kommer ser inget bättre ut än förut.",
        "Takes an answer back. It stays in the history, another is awaited, and until it comes nothing looks better than before.",
        Headers = ["If-Match"], Refuses = [409, 412, 422, 428])]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ReportRoute)] HttpRequest request,
        string plan, string round, string indicator, string department, CancellationToken cancellationToken)
    {
        if (RevisionTags.Read(request, out var revision) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        var withdrawal = new ReportChange(
            request.Caller(), plan, new(round, indicator, department), revision == RevisionTags.AnyThereIs ? null : revision, Door.Api);
        if ((await read.FindAsync(request.Caller(), plan, withdrawal.Key, cancellationToken)).Failure is { } missing)
        {
            return FailureResult.Of(missing);
        }

        if (revision is null or 0)
        {
            return FailureResult.Of(RevisionTags.Needed, StatusCodes.Status428PreconditionRequired);
        }

        return (await change.HandleAsync(withdrawal, _ => new SubmittedAnswer { IsWithdrawal = true }, cancellationToken)).Succeeded(out _, out var failure)
            ? Results.NoContent()
            : FailureResult.Of(OfOneRow(failure));
    }

    /// <summary><c>GET …/reports/{indicator}/{department}/history</c>: every revision with its author, reviews and mask.</summary>
    [Function("GetReportHistory")]
    [Access(Access.Read)]
    [Operation(
        "Visar alla revisioner av ett svar. Var och en med sin avsändare, sina granskningar och vad som är dolt.",
        "Shows every revision of an answer. Each with its author, its reviews and what is masked.",
        Answer = typeof(HistoryDocument))]
    public async Task<IResult> GetHistoryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReportRoute + "/history")] HttpRequest request,
        string plan, string round, string indicator, string department, CancellationToken cancellationToken) =>
        (await history.HandleAsync(request.Caller(), plan, new(round, indicator, department), cancellationToken)).ToResult(Json.Api, ReportMapping.ToDocument);

    /// <summary><c>POST …/reports/{indicator}/{department}/mask</c> with <c>{"revision","reason"}</c>: hides what was written in a revision.</summary>
    [Function("MaskComment")]
    [Access(Access.Coordinate)]
    [Operation(
        "Döljer det som skrevs i en revision. Originalet finns kvar för revisorn.",
        "Hides what was written in a revision. The original is kept for the auditor.",
        Body = typeof(MaskRequest), Answer = typeof(RevisionDocument), Refuses = [409, 412])]
    public async Task<IResult> MaskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReportRoute + "/mask")] HttpRequest request,
        string plan, string round, string indicator, string department, CancellationToken cancellationToken)
    {
        if (!(await SmallBody.ReadAsync(request, NotHidden, f => new MaskRequest(f.NeededWhole("revision"), f.NeededText("reason")), cancellationToken))
            .Succeeded(out var asked, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await mask.HandleAsync(request.Caller(), plan, new(round, indicator, department), asked.Revision, asked.Reason, cancellationToken))
            .ToResult(Json.Api, r => ReportMapping.ToDocument(r, showsOriginal: false, showsReason: true));
    }

    private static IResult Answer(HttpRequest request, Outcome<Report> outcome)
    {
        if (outcome.Value is { } report)
        {
            RevisionTags.Set(request.HttpContext.Response, report.Revision);
        }

        return outcome.ToResult(Json.Api, ReportMapping.ToDocument);
    }

    // The body is the one row itself, and the revision that was seen stands in a header.
    private static Failure OfOneRow(Failure failure) => failure with
    {
        Faults = [.. failure.Faults.Select(f => f with { Pointer = PointerOf(f.Pointer) })],
        Conflicts = [.. failure.Conflicts.Select(c => c with { Pointer = PointerOf(c.Pointer) })],
    };

    private static string PointerOf(string pointer) => pointer switch
    {
        RowPrefix + "/revision" => "If-Match",
        RowPrefix + "/round" or RowPrefix + "/indicator" or RowPrefix + "/department" => pointer[(RowPrefix.Length + 1)..],
        "/plan" => "plan",
        _ when pointer.StartsWith(RowPrefix, StringComparison.Ordinal) => pointer[RowPrefix.Length..],
        _ => pointer,
    };
}
