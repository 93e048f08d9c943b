using System.Globalization;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>Takes an answer of the unit back: a revision like any other, sent at once, since there can be no draft of it.</summary>
/// <param name="read">The unit's rounds.</param>
/// <param name="submit">Takes it in.</param>
/// <param name="forms">Guards the form.</param>
/// <param name="renderer">Renders the page.</param>
public sealed class WithdrawalFunctions(ReadOwnRounds read, SubmitReports submit, PageForms forms, PageRenderer renderer)
{
    /// <summary><c>GET /rapportera/{plan}/{round}/svar/{indicator}/ta-tillbaka</c>.</summary>
    [Function("WithdrawalPage")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportingAddresses.WithdrawalRoute)] HttpRequest request,
        string plan, string round, string indicator, CancellationToken cancellationToken) => PageContext.TryRead(request, out var page, out var wrong)
            ? await ShowAsync(request, page, plan, round, indicator, null, null, cancellationToken)
            : FailureResult.Of(wrong);

    /// <summary><c>POST /rapportera/{plan}/{round}/svar/{indicator}/ta-tillbaka</c>: takes back the answer that was read.</summary>
    [Function("TakeAnswerBack")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReportingAddresses.WithdrawalRoute)] HttpRequest request,
        string plan, string round, string indicator, CancellationToken cancellationToken)
    {
        if (!(await forms.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure)
            || !(await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out failure)
            || !own.FindRow(indicator).Succeeded(out _, out failure))
        {
            return FailureResult.Of(failure);
        }

        var row = new SubmittedRow(indicator, own.Department.Id, round, new() { IsWithdrawal = true, Reason = sent.Tidy(AnswerForm.Reason) }, [])
        {
            Revision = int.TryParse(sent.Text(AnswerForm.RevisionField), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0,
        };
        if (!(await submit.HandleAsync(new(request.Caller(), plan, [row], DryRun: false, sent.Key, Door.Page), cancellationToken)).Succeeded(out _, out failure))
        {
            return await ShowAsync(request, sent.Page, plan, round, indicator, sent, failure, cancellationToken);
        }

        return new SeeOther(sent.Page.Link(ReportingAddresses.Of(plan, round, "withdrawn")));
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, PageContext page, string plan, string round, string indicator, SentForm? sent, Failure? failure, CancellationToken cancellationToken)
    {
        if (!(await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out var unknown)
            || !own.FindRow(indicator).Succeeded(out var row, out unknown))
        {
            return FailureResult.Of(unknown);
        }

        return await renderer.AnswerAsync<WithdrawalPage>(
            page,
            new()
            {
                [nameof(WithdrawalPage.Round)] = own,
                [nameof(WithdrawalPage.Row)] = row,
                [nameof(WithdrawalPage.Ticket)] = forms.Open(request, failure?.Kind == FailureKind.Unavailable ? sent?.Key : null),
                [nameof(WithdrawalPage.Reason)] = sent?.Text(AnswerForm.Reason),
                [nameof(WithdrawalPage.Errors)] = failure is null ? [] : ErrorsOf(failure, page.Language),
            },
            failure?.Kind switch
            {
                null => StatusCodes.Status200OK,
                FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status422UnprocessableEntity,
            });
    }

    private static IReadOnlyList<FormError> ErrorsOf(Failure failure, PageLanguage language)
    {
        string Say(string swedish, string english) => language == PageLanguage.English ? english : swedish;
        return failure switch
        {
            { Kind: FailureKind.PreconditionFailed } => [new(null, new WithdrawalTexts(language).Overtaken)],
            { Faults: [] } => [new(null, Say(failure.Swedish, failure.English))],
            _ => [.. failure.Faults.Select(f => new FormError(f.Pointer == "/reports/0/reason" ? AnswerForm.Reason : null, Say(f.Swedish, f.English)))],
        };
    }
}
