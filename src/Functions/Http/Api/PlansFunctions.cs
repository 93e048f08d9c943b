using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Proposals;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Says what the plans say.</summary>
/// <param name="plans">The plans as they stand, and as they were known.</param>
/// <param name="versions">Every version.</param>
/// <param name="proposals">What is proposed for coming years, some of it for threads.</param>
/// <param name="time">The clock.</param>
public sealed class PlansFunctions(ReadPlans plans, ReadPlanVersions versions, ReadProposals proposals, TimeProvider time)
{
    /// <summary><c>GET /hsvo/v1/plans</c>: the area's plans.</summary>
    [Function("ListPlans")]
    [Access(Access.Read)]
    [Operation("Listar områdets planer.", "Lists the area's plans.", Answer = typeof(PlanList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans")] HttpRequest request, CancellationToken cancellationToken) =>
        Results.Json(PlanMapping.ToList(await plans.ListAsync(cancellationToken)), Json.Api);

    /// <summary>
    /// <c>GET /hsvo/v1/plans/{plan}</c>: one plan, every row with its quote; with <c>?version=</c> an earlier version, with <c>?asOf=</c> the one of then. The
    /// entity tag is the version, for the If-Match of an import.
    /// </summary>
    [Function("GetPlan")]
    [Access(Access.Read)]
    [Query("version", AsOfQuery.Name)]
    [Operation(
        "Visar en plan, varje rad med sitt citat ur dokumentet. En tidigare version med version, den som gällde då med asOf. ETag är versionen, för If-Match vid ändring.",
        "Shows a plan, every row with its quote from the document. An earlier version with version, the one of then with asOf. The ETag is the version, for the If-Match of a change.",
        Answer = typeof(PlanDocument), HasTag = true)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}")] HttpRequest request, string plan,
        CancellationToken cancellationToken)
    {
        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (request.Query["version"] is [{ } text])
        {
            return !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || asOf is not null
                ? FailureResult.Of(QueryFailures.Of("query.version", "version", "Skriv versionens nummer, utan asOf.", "Say the version's number, without asOf."))
                : await AnswerAsync(request, await versions.FindAsync(plan, version, cancellationToken), cancellationToken);
        }

        return await AnswerAsync(
            request,
            asOf is { } instant ? await versions.FindAsOfAsync(plan, instant, cancellationToken) : await versions.FindAsync(plan, null, cancellationToken),
            cancellationToken);
    }

    /// <summary><c>GET /hsvo/v1/plans/{plan}/versions</c>: every version, when it was imported and by whom.</summary>
    [Function("ListPlanVersions")]
    [Access(Access.Read)]
    [Operation(
        "Listar en plans versioner: när de lästes in och av vem.",
        "Lists a plan's versions: when they were imported and by whom.",
        Answer = typeof(PlanVersionList))]
    public async Task<IResult> ListVersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}/versions")] HttpRequest request, string plan,
        CancellationToken cancellationToken) =>
        (await versions.ListAsync(plan, cancellationToken)).ToResult(Json.Api, v => PlanImportMapping.ToList(plan, v));

    /// <summary><c>GET /hsvo/v1/plans/{plan}/loading-report</c>: everything that was read into the document.</summary>
    [Function("GetLoadingReport")]
    [Access(Access.Read)]
    [Operation(
        "Visar allt som har lästs in i planens dokument.",
        "Shows everything that was read into the plan's document.",
        Answer = typeof(LoadingReportDocument))]
    public async Task<IResult> GetLoadingReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}/loading-report")] HttpRequest request, string plan,
        CancellationToken cancellationToken) =>
        (await plans.FindAsync(plan, cancellationToken)).ToResult(Json.Api, s => PlanMapping.ToLoadingReport(s.Plan));

    /// <summary><c>GET /hsvo/v1/plans/{plan}/health</c>: what in the plan can't be followed up, or only by what was read into it.</summary>
    [Function("GetPlanHealth")]
    [Access(Access.Read)]
    [Operation(
        "Visar vad i planen som är svårt att följa upp. Det som inte går att följa upp, eller bara genom vad som har lästs in.",
        "Shows what in the plan is hard to follow up. What can't be followed up, or only by what was read into it.",
        Answer = typeof(PlanHealthDocument))]
    public async Task<IResult> GetHealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}/health")] HttpRequest request, string plan,
        CancellationToken cancellationToken) =>
        (await plans.FindAsync(plan, cancellationToken)).ToResult(Json.Api, s => PlanHealthMapping.ToDocument(s.Plan));

    /// <summary><c>GET /hsvo/v1/threads</c>: what goes on from one plan to another, over the years, and who proposed it.</summary>
    [Function("ListThreads")]
    [Access(Access.Read)]
    [Operation(
        "Listar det som går vidare från plan till plan. Över åren, med förslagen om det.",
        "Lists what goes on from plan to plan. Over the years, with the proposals that ask for it.",
        Answer = typeof(ThreadList))]
    public async Task<IResult> ListThreadsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/threads")] HttpRequest request, CancellationToken cancellationToken) =>
        Results.Json(
            ThreadMapping.Of((await plans.ListAsync(cancellationToken)).Select(s => s.Plan)).ToList(await proposals.ListAsync(null, cancellationToken)), Json.Api);

    /// <summary>
    /// <c>GET /hsvo/v1/plans/{plan}/next?year=</c>: a draft of a later year's plan, the next where none is said, with the rows whose threads go on; ready
    /// to be edited and posted to <c>/hsvo/v1/plans</c>.
    /// </summary>
    [Function("GetNextPlan")]
    [Access(Access.Read)]
    [Query("year")]
    [Operation(
        "Ger ett utkast till ett senare års plan. Raderna vars trådar går vidare, redo att ändras och skickas till POST /plans.",
        "Gives a draft of a later year's plan. The rows whose threads go on, ready to be edited and sent to POST /plans.",
        Answer = typeof(PlanDocument))]
    public async Task<IResult> GetNextAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/plans/{plan}/next")] HttpRequest request, string plan,
        CancellationToken cancellationToken)
    {
        if (!YearQuery.TryRead(request, out var year, out var failure) || !(await versions.FindAsync(plan, null, cancellationToken)).Succeeded(out var found, out failure))
        {
            return FailureResult.Of(failure);
        }

        return year is { } asked && asked <= found.Year
            ? FailureResult.Of(QueryFailures.Of("query.year", "year", $"Skriv ett år efter {found.Year}.", $"Say a year after {found.Year}."))
            : Results.Json(
                PlanMapping.ToDocument(NextPlan.DraftFrom(found, year ?? found.Year + 1), (await plans.ListAsync(cancellationToken)).Select(s => s.Plan)), Json.Api);
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, Outcome<Plan> outcome, CancellationToken cancellationToken)
    {
        if (!outcome.Succeeded(out var found, out var failure))
        {
            return FailureResult.Of(failure);
        }

        request.HttpContext.Response.Headers.ETag = PlanTags.Of(found);
        return Results.Json(PlanMapping.ToDocument(found, (await plans.ListAsync(cancellationToken)).Select(s => s.Plan)), Json.Api);
    }
}
