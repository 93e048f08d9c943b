using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Says what the plans say.</summary>
/// <param name="plans">The use case.</param>
/// <param name="time">The clock.</param>
public sealed class PlansFunctions(ReadPlans plans, TimeProvider time)
{
    /// <summary><c>GET /hsvo/v1/plans</c>: the area's plans.</summary>
    [Function("ListPlans")]
    [Access(Access.Read)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans")] HttpRequest request, CancellationToken cancellationToken) =>
        Results.Json(PlanMapping.ToList(await plans.ListAsync(cancellationToken)), Json.Api);

    /// <summary><c>GET /hsvo/v1/plans/{plan}?asOf=</c>: one plan, every row with its quote; with asOf, the version of then.</summary>
    [Function("GetPlan")]
    [Access(Access.Read)]
    [Query(AsOfQuery.Name)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}")] HttpRequest request, string plan,
        CancellationToken cancellationToken) =>
        AsOfQuery.Read(request, time, out var asOf) is { } wrong ? FailureResult.Of(wrong)
        : (await plans.FindAsync(plan, asOf, cancellationToken)).Succeeded(out var found, out var failure)
            ? Results.Json(PlanMapping.ToDocument(found.Plan, (await plans.ListAsync(cancellationToken)).Select(s => s.Plan)), Json.Api)
            : FailureResult.Of(failure);

    /// <summary><c>GET /hsvo/v1/plans/{plan}/loading-report</c>: everything that was read into the document.</summary>
    [Function("GetLoadingReport")]
    [Access(Access.Read)]
    public async Task<IResult> GetLoadingReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}/loading-report")] HttpRequest request, string plan,
        CancellationToken cancellationToken) =>
        (await plans.FindAsync(plan, cancellationToken)).ToResult(Json.Api, s => PlanMapping.ToLoadingReport(s.Plan));

    /// <summary><c>GET /hsvo/v1/plans/{plan}/health</c>: what in the plan can't be followed up, or only by what was read into it.</summary>
    [Function("GetPlanHealth")]
    [Access(Access.Read)]
    public async Task<IResult> GetHealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}/health")] HttpRequest request, string plan,
        CancellationToken cancellationToken) =>
        (await plans.FindAsync(plan, cancellationToken)).ToResult(Json.Api, s => PlanHealthMapping.ToDocument(s.Plan));

    /// <summary><c>GET /hsvo/v1/threads</c>: what goes on from one plan to another, over the years.</summary>
    [Function("ListThreads")]
    [Access(Access.Read)]
    public async Task<IResult> ListThreadsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/threads")] HttpRequest request, CancellationToken cancellationToken) =>
        Results.Json(ThreadMapping.Of((await plans.ListAsync(cancellationToken)).Select(s => s.Plan)).ToList(), Json.Api);
}
