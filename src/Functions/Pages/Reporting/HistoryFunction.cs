using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>How one of the unit's own answers came to be.</summary>
/// <param name="read">The unit's rounds.</param>
/// <param name="history">The answer's versions.</param>
/// <param name="renderer">Renders the page.</param>
public sealed class HistoryFunction(ReadOwnRounds read, ReadHistory history, PageRenderer renderer)
{
    /// <summary><c>GET /rapportera/{plan}/{round}/svar/{indicator}/historik</c>.</summary>
    [Function("AnswerHistoryPage")]
    [Page]
    [Access(Access.Report)]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportingAddresses.QuestionRoute + "/historik")] HttpRequest request,
        string plan, string round, string indicator, CancellationToken cancellationToken)
    {
        if (!PageContext.TryRead(request, out var page, out var wrong))
        {
            return FailureResult.Of(wrong);
        }

        if (!(await read.FindAsync(request.Caller(), plan, round, cancellationToken)).Succeeded(out var own, out var failure)
            || !own.FindRow(indicator).Succeeded(out var row, out failure))
        {
            return FailureResult.Of(failure);
        }

        return (await history.HandleAsync(request.Caller(), plan, new(round, indicator, own.Department.Id), cancellationToken)).Succeeded(out var found, out failure)
            ? await renderer.AnswerAsync<HistoryPage>(page, new()
            {
                [nameof(HistoryPage.Round)] = own,
                [nameof(HistoryPage.Row)] = row,
                [nameof(HistoryPage.History)] = found,
            })
            : FailureResult.Of(failure);
    }
}
