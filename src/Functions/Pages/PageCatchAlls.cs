using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Pages;

/// <summary>Answers what no page does beside those for reporting and for the office, by a page: the host itself would give an empty 404.</summary>
public static class PageCatchAlls
{
    /// <summary>Anything else under <c>/rapportera</c>.</summary>
    [Function("ReportingCatchAll")]
    [Page]
    [Access(Access.CatchAll)]
    public static Task<IResult> AnswerReportingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "rapportera/{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        CatchAlls.AnswerAsync(request, notOffered: null, cancellationToken);

    /// <summary>Anything else under <c>/samordning</c>.</summary>
    [Function("OfficeCatchAll")]
    [Page]
    [Access(Access.CatchAll)]
    public static Task<IResult> AnswerOfficeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "samordning/{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        CatchAlls.AnswerAsync(request, notOffered: null, cancellationToken);
}
