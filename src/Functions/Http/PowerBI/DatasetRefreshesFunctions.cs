using System.Globalization;
using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Rebuilds of a plan's aggregates (Power BI REST: Datasets - Refresh Dataset, Get Refresh History, Get Refresh Execution Details).</summary>
/// <param name="plans">The plans.</param>
/// <param name="rebuild">Makes the aggregates anew.</param>
/// <param name="area">The area served.</param>
/// <param name="time">The clock.</param>
public sealed class DatasetRefreshesFunctions(ReadPlans plans, RebuildCells rebuild, AreaOptions area, TimeProvider time)
{
    private const string Route = "v1.0/myorg/datasets/{datasetId}/refreshes";
    private const string RouteInGroup = "v1.0/myorg/groups/{groupId}/datasets/{datasetId}/refreshes";
    private const string Top = "$top";

    private static readonly Failure Unknown = new(FailureKind.NotFound, "id.unknown", "Det finns ingen sådan uppdatering.", "There is no such refresh.");

    private readonly Datasets _datasets = new(area, plans);

    /// <summary>
    /// <c>POST /v1.0/myorg/datasets/{datasetId}/refreshes</c>: makes the plan's cells anew from the log, says what differed and puts it right; 202, and the
    /// refresh is done when it is answered.
    /// </summary>
    [Function("RefreshDataset")]
    [Access(Access.Report)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string datasetId, CancellationToken cancellationToken) =>
        PostAsync(request, null, datasetId, cancellationToken);

    /// <summary><c>POST …/groups/{groupId}/datasets/{datasetId}/refreshes</c>.</summary>
    [Function("RefreshDatasetInGroup")]
    [Access(Access.Report)]
    public Task<IResult> PostInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteInGroup)] HttpRequest request, string groupId, string datasetId,
        CancellationToken cancellationToken) =>
        PostAsync(request, groupId, datasetId, cancellationToken);

    /// <summary><c>GET /v1.0/myorg/datasets/{datasetId}/refreshes?$top=</c>: the newest first, 60 at most.</summary>
    [Function("GetRefreshes")]
    [Access(Access.Read)]
    [Query(Top)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string datasetId, CancellationToken cancellationToken) =>
        ListAsync(request, null, datasetId, cancellationToken);

    /// <summary><c>GET …/groups/{groupId}/datasets/{datasetId}/refreshes?$top=</c>.</summary>
    [Function("GetRefreshesInGroup")]
    [Access(Access.Read)]
    [Query(Top)]
    public Task<IResult> ListInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteInGroup)] HttpRequest request, string groupId, string datasetId,
        CancellationToken cancellationToken) =>
        ListAsync(request, groupId, datasetId, cancellationToken);

    /// <summary><c>GET /v1.0/myorg/datasets/{datasetId}/refreshes/{refreshId}</c>: 202 while it goes on, 200 when it is done.</summary>
    [Function("GetRefresh")]
    [Access(Access.Read)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{refreshId}}")] HttpRequest request, string datasetId, string refreshId,
        CancellationToken cancellationToken) =>
        GetAsync(request, null, datasetId, refreshId, cancellationToken);

    /// <summary><c>GET …/groups/{groupId}/datasets/{datasetId}/refreshes/{refreshId}</c>.</summary>
    [Function("GetRefreshInGroup")]
    [Access(Access.Read)]
    public Task<IResult> GetInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{RouteInGroup}/{{refreshId}}")] HttpRequest request, string groupId, string datasetId,
        string refreshId, CancellationToken cancellationToken) =>
        GetAsync(request, groupId, datasetId, refreshId, cancellationToken);

    private async Task<IResult> PostAsync(HttpRequest request, string? groupId, string datasetId, CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        if (!(await _datasets.FindAsync(groupId, datasetId, caller, cancellationToken)).Succeeded(out var dataset, out var failure)
            || (failure = Datasets.IsRefreshableBy(dataset, caller) ? null : await _datasets.RefusalAsync(caller, cancellationToken)) is not null
            || (failure = await ReadBodyAsync(request, cancellationToken)) is not null
            || !(await rebuild.HandleAsync(caller, dataset.Snapshot.Plan.Id, cancellationToken)).Succeeded(out var done, out failure))
        {
            return FailureResult.Of(failure);
        }

        request.HttpContext.Response.Headers["x-ms-request-id"] = done.Id.ToString();
        var group = groupId is null ? "" : $"/groups/{dataset.Workspace.Id}";
        return Results.Accepted($"{PowerBIContext.Root(request)}{group}/datasets/{dataset.DatasetId}/refreshes/{done.Id}");
    }

    private async Task<IResult> ListAsync(HttpRequest request, string? groupId, string datasetId, CancellationToken cancellationToken)
    {
        if (!TryReadTop(request, out var top))
        {
            return FailureResult.Of(QueryFailures.Of("query.top", Top, "Skicka ett heltal, 1 eller mer.", "Send a whole number, 1 or more."));
        }

        if (!(await _datasets.FindAsync(groupId, datasetId, request.Caller(), cancellationToken)).Succeeded(out var dataset, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return (await rebuild.ListAsync(dataset.Snapshot.Plan.Id, cancellationToken)).ToResult(Json.PowerBI, found => new Envelope<Refresh>
        {
            ODataContext = Datasets.ContextOf(request, groupId, "refreshes"),
            Value = [.. found.Take(top).Select(r => DatasetMapping.ToRefresh(r, time.GetUtcNow()))],
        });
    }

    private async Task<IResult> GetAsync(HttpRequest request, string? groupId, string datasetId, string refreshId, CancellationToken cancellationToken)
    {
        if (!(await _datasets.FindAsync(groupId, datasetId, request.Caller(), cancellationToken)).Succeeded(out var dataset, out var failure)
            || !(await rebuild.ListAsync(dataset.Snapshot.Plan.Id, cancellationToken)).Succeeded(out var all, out failure))
        {
            return FailureResult.Of(failure);
        }

        if (!Guid.TryParse(refreshId, out var id) || all.FirstOrDefault(r => r.Id == id) is not { } found)
        {
            return FailureResult.Of(Unknown);
        }

        return Results.Json(
            DatasetMapping.ToRefresh(found, time.GetUtcNow()) with { ODataContext = Datasets.ContextOf(request, groupId, "refreshes/$entity") }, Json.PowerBI,
            statusCode: DatasetMapping.IsGoingOn(found, time.GetUtcNow()) ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    // A body may be left out; in one that is sent only what can be kept to is taken.
    private static async Task<Failure?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or 0 && !request.Headers.TransferEncoding.Contains("chunked"))
        {
            return null;
        }

        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            if (fields.Text("notifyOption") is { } notify && notify is not "NoNotification")
            {
                errors.Add(new("notifyOption.unknown", "notifyOption",
                    "Ingen e-post skickas härifrån: utelämna fältet eller skicka NoNotification.", "No mail is sent from here: leave the field out or send NoNotification."));
            }

            if (fields.Text("type") is { } type && !type.Equals("full", StringComparison.OrdinalIgnoreCase) && !type.Equals("automatic", StringComparison.OrdinalIgnoreCase))
            {
                errors.Add(new("type.unknown", "type", "Allt byggs alltid om: utelämna fältet eller skicka full.", "Everything is always rebuilt: leave the field out or send full."));
            }

            fields.RefuseOthers();
            return errors.Count == 0 ? null : new(FailureKind.Malformed, "refresh.invalid", "Ingen uppdatering är gjord.", "No refresh was made.")
            {
                Faults = [.. errors.Select(e => new Fault(e.Code, e.Field, e.Swedish, e.English))],
            };
        }
    }

    private static bool TryReadTop(HttpRequest request, out int top)
    {
        top = int.MaxValue;
        return request.Query[Top] is not [{ } text] || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out top) && top > 0);
    }
}
