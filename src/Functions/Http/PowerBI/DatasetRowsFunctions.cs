using System.Threading.RateLimiting;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Reports as rows pushed to a dataset (Power BI REST: Push Datasets).</summary>
/// <param name="plans">The plans.</param>
/// <param name="submit">Takes reports in.</param>
/// <param name="limits">How often rows may be pushed.</param>
/// <param name="area">The area served.</param>
public sealed class DatasetRowsFunctions(ReadPlans plans, SubmitReports submit, PushLimits limits, AreaOptions area)
{
    private const string Route = "v1.0/myorg/datasets/{datasetId}/tables/{tableName}/rows";
    private const string RouteInGroup = "v1.0/myorg/groups/{groupId}/datasets/{datasetId}/tables/{tableName}/rows";

    private static readonly TimeSpan WaitForPending = TimeSpan.FromSeconds(1);

    private static readonly Failure HistoryIsKept = new(FailureKind.Conflict, "rows.kept",
        "Rader tas inte bort: historiken finns kvar. Rätta ett svar genom att skicka raden igen, och ta tillbaka ett med DELETE …/goalValues({datum}).",
        "Rows are not deleted: history is kept. Correct an answer by sending its row again, and take one back with DELETE …/goalValues({date}).");

    private readonly Datasets _datasets = new(area, plans);

    /// <summary><c>POST /v1.0/myorg/datasets/{datasetId}/tables/Reports/rows</c>: up to 10,000 rows, checked as a whole; 200 with an empty body.</summary>
    [Function("PostRows")]
    [Access(Access.Report)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string datasetId, string tableName,
        CancellationToken cancellationToken) =>
        PostAsync(request, null, datasetId, tableName, cancellationToken);

    /// <summary><c>POST …/groups/{groupId}/datasets/{datasetId}/tables/Reports/rows</c>.</summary>
    [Function("PostRowsInGroup")]
    [Access(Access.Report)]
    public Task<IResult> PostInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteInGroup)] HttpRequest request, string groupId, string datasetId, string tableName,
        CancellationToken cancellationToken) =>
        PostAsync(request, groupId, datasetId, tableName, cancellationToken);

    /// <summary><c>DELETE /v1.0/myorg/datasets/{datasetId}/tables/Reports/rows</c>: refused, since history is kept.</summary>
    [Function("DeleteRows")]
    [Access(Access.Report)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request, string datasetId, string tableName,
        CancellationToken cancellationToken) =>
        DeleteAsync(request, null, datasetId, tableName, cancellationToken);

    /// <summary><c>DELETE …/groups/{groupId}/datasets/{datasetId}/tables/Reports/rows</c>: refused.</summary>
    [Function("DeleteRowsInGroup")]
    [Access(Access.Report)]
    public Task<IResult> DeleteInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = RouteInGroup)] HttpRequest request, string groupId, string datasetId, string tableName,
        CancellationToken cancellationToken) =>
        DeleteAsync(request, groupId, datasetId, tableName, cancellationToken);

    private async Task<IResult> PostAsync(HttpRequest request, string? groupId, string datasetId, string table, CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        if (!(await _datasets.FindTableAsync(groupId, datasetId, table, caller, cancellationToken)).Succeeded(out var dataset, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (!dataset.Workspace.IsWritableBy(caller))
        {
            return FailureResult.Of(await _datasets.RefusalAsync(caller, cancellationToken));
        }

        using var post = limits.Begin(dataset.DatasetId);
        if (!post.IsAcquired)
        {
            return FailureResult.Of(TooMany(post));
        }

        if (!(await PushedRows.ReadAsync(request, dataset, cancellationToken)).Succeeded(out var rows, out failure))
        {
            return FailureResult.Of(failure);
        }

        using (rows)
        {
            return (await submit.HandleAsync(rows.Submission, cancellationToken)).Succeeded(out _, out failure)
                ? Results.StatusCode(StatusCodes.Status200OK)
                : FailureResult.Of(rows.InThisShape(failure));
        }
    }

    private async Task<IResult> DeleteAsync(HttpRequest request, string? groupId, string datasetId, string table, CancellationToken cancellationToken) =>
        FailureResult.Of((await _datasets.FindTableAsync(groupId, datasetId, table, request.Caller(), cancellationToken)).Failure ?? HistoryIsKept);

    private static Failure TooMany(RateLimitLease post) => post.TryGetMetadata(MetadataName.RetryAfter, out var wait)
        ? new(FailureKind.TooManyRequests, "rows.perMinute", "En datamängd tar 120 sändningar i minuten.", "A dataset takes 120 posts a minute.") { RetryAfter = wait }
        : new(FailureKind.TooManyRequests, "rows.pending", "Fem sändningar till datamängden pågår redan.", "Five posts to the dataset are going on already.")
        {
            RetryAfter = WaitForPending,
        };
}
