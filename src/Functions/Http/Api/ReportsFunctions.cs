using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Takes reports in.</summary>
/// <param name="submit">The use case.</param>
public sealed class ReportsFunctions(SubmitReports submit)
{
    /// <summary><c>POST /hsvo/v1/reports</c>: 1 to 1,000 rows of one plan, all or nothing; 200 with what happened to each row.</summary>
    [Function("SubmitReports")]
    [Access(Access.Report)]
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
