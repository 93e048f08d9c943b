using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Plans as push datasets (Power BI REST: Datasets, Push Datasets). Without a group in the address they are those of the caller's own workspace.</summary>
/// <param name="plans">The plans.</param>
/// <param name="area">The area served.</param>
public sealed class DatasetsFunctions(ReadPlans plans, AreaOptions area)
{
    private readonly Datasets _datasets = new(area, plans);

    /// <summary><c>GET /v1.0/myorg/datasets</c>.</summary>
    [Function("GetDatasets")]
    [Access(Access.Read)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/datasets")] HttpRequest request, CancellationToken cancellationToken) =>
        ListAsync(request, null, cancellationToken);

    /// <summary><c>GET …/groups/{groupId}/datasets</c>.</summary>
    [Function("GetDatasetsInGroup")]
    [Access(Access.Read)]
    public Task<IResult> ListInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/datasets")] HttpRequest request, string groupId,
        CancellationToken cancellationToken) =>
        ListAsync(request, groupId, cancellationToken);

    /// <summary><c>GET /v1.0/myorg/datasets/{datasetId}</c>.</summary>
    [Function("GetDataset")]
    [Access(Access.Read)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/datasets/{datasetId}")] HttpRequest request, string datasetId,
        CancellationToken cancellationToken) =>
        GetAsync(request, null, datasetId, cancellationToken);

    /// <summary><c>GET …/groups/{groupId}/datasets/{datasetId}</c>.</summary>
    [Function("GetDatasetInGroup")]
    [Access(Access.Read)]
    public Task<IResult> GetInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/datasets/{datasetId}")] HttpRequest request, string groupId,
        string datasetId, CancellationToken cancellationToken) =>
        GetAsync(request, groupId, datasetId, cancellationToken);

    /// <summary><c>GET /v1.0/myorg/datasets/{datasetId}/tables</c>: the one table, with its columns.</summary>
    [Function("GetTables")]
    [Access(Access.Read)]
    public Task<IResult> ListTablesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/datasets/{datasetId}/tables")] HttpRequest request, string datasetId,
        CancellationToken cancellationToken) =>
        ListTablesAsync(request, null, datasetId, cancellationToken);

    /// <summary><c>GET …/groups/{groupId}/datasets/{datasetId}/tables</c>.</summary>
    [Function("GetTablesInGroup")]
    [Access(Access.Read)]
    public Task<IResult> ListTablesInGroupAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/datasets/{datasetId}/tables")] HttpRequest request,
        string groupId, string datasetId, CancellationToken cancellationToken) =>
        ListTablesAsync(request, groupId, datasetId, cancellationToken);

    private async Task<IResult> ListAsync(HttpRequest request, string? groupId, CancellationToken cancellationToken) =>
        (await _datasets.ListAsync(groupId, request.Caller(), cancellationToken)).ToResult(Json.PowerBI, found => new Envelope<Dataset>
        {
            ODataContext = Datasets.ContextOf(request, groupId, "datasets"),
            Value = [.. found.Select(d => DatasetMapping.ToDataset(d, request.Caller()))],
        });

    private async Task<IResult> GetAsync(HttpRequest request, string? groupId, string datasetId, CancellationToken cancellationToken) =>
        (await _datasets.FindAsync(groupId, datasetId, request.Caller(), cancellationToken)).ToResult(Json.PowerBI, found =>
            DatasetMapping.ToDataset(found, request.Caller()) with { ODataContext = Datasets.ContextOf(request, groupId, "datasets/$entity") });

    private async Task<IResult> ListTablesAsync(HttpRequest request, string? groupId, string datasetId, CancellationToken cancellationToken) =>
        (await _datasets.FindAsync(groupId, datasetId, request.Caller(), cancellationToken)).ToResult(Json.PowerBI, _ => new Envelope<Table>
        {
            ODataContext = Datasets.ContextOf(request, groupId, "tables"),
            Value = [DatasetMapping.Table],
        });
}
