using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.OData;
using Hsvo.Functions.Mapping.OData;
using Hsvo.Functions.Pages;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.OpenData;

/// <summary>The catalogue that dataportal.se harvests, and the files it names. Of the published edition alone; open to everyone by the setting OpenData:IsOpen.</summary>
/// <param name="plans">The plans.</param>
/// <param name="first">When they came.</param>
/// <param name="feed">Their rows.</param>
/// <param name="answers">Answers, and 304.</param>
/// <param name="settings">Who publishes.</param>
/// <param name="time">The clock.</param>
public sealed class OpenDataFunctions(ReadPlans plans, ReadFirstImport first, Feed feed, FeedAnswers answers, OpenDataSettings settings, TimeProvider time)
{
    /// <summary><c>GET /datasets/dcat</c>: the catalogue by DCAT-AP-SE 3.0.1, RDF/XML, with absolute addresses.</summary>
    [Function("GetCatalogue")]
    [Access(Access.OpenData)]
    [Page]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetCatalogueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "datasets/dcat")] HttpRequest request, CancellationToken cancellationToken)
    {
        var datasets = new List<OpenDataset>();
        var versions = new List<string> { $"{settings}" };
        foreach (var snapshot in (await plans.ListAsync(cancellationToken)).OrderByDescending(s => s.Plan.Year).ThenBy(s => s.Plan.Id, StringComparer.Ordinal))
        {
            datasets.Add(new(snapshot.Plan, await first.HandleAsync(snapshot.Plan, cancellationToken), ModifiedOf(snapshot)));
            versions.Add(snapshot.VersionOn(time.Today()));
        }

        var address = request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().BaseOf(request);
        return answers.Answer(
            request, EntityTags.Of(versions), "application/rdf+xml; charset=utf-8", HeaderNames.AcceptEncoding,
            () => new Catalogue(settings, address).Write(datasets));
    }

    /// <summary><c>GET /datasets/{plan}/lage.json</c>: a plan's status row by row, every round.</summary>
    [Function("GetDatasetJson")]
    [Access(Access.OpenData)]
    [Page]
    [Query(PageContext.LanguageOption)]
    public Task<IResult> GetJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "datasets/{plan}/lage.json")] HttpRequest request, string plan,
        CancellationToken cancellationToken) => AnswerAsync(request, plan, "json", "application/json; charset=utf-8", rows => OpenRows.Json(rows.StatusFeed), cancellationToken);

    /// <summary><c>GET /datasets/{plan}/lage.csv</c>: the same as CSV.</summary>
    [Function("GetDatasetCsv")]
    [Access(Access.OpenData)]
    [Page]
    [Query(PageContext.LanguageOption)]
    public Task<IResult> GetCsvAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "datasets/{plan}/lage.csv")] HttpRequest request, string plan,
        CancellationToken cancellationToken) => AnswerAsync(request, plan, "csv", "text/csv; charset=utf-8", rows => OpenRows.Csv(rows.StatusFeed), cancellationToken);

    private async Task<IResult> AnswerAsync(
        HttpRequest request, string plan, string extension, string contentType, Func<PlanRows, byte[]> write, CancellationToken cancellationToken)
    {
        if ((await feed.ReadAsync(cancellationToken)).Tables.ByPlan.FirstOrDefault(r => r.Snapshot.Plan.Id == plan) is not { } rows)
        {
            return FailureResult.Of(new Failure(FailureKind.NotFound, "plan.unknown", $"Planen ”{Excerpt.Of(plan)}” finns inte.", $"There is no plan '{Excerpt.Of(plan)}'."));
        }

        request.HttpContext.Response.Headers.ContentDisposition = $"inline; filename={rows.Snapshot.Plan.Id}-lage.{extension}";
        return answers.Answer(request, rows.Snapshot.VersionOn(rows.Today), contentType, HeaderNames.AcceptEncoding, () => write(rows));
    }

    private static DateTimeOffset? ModifiedOf(PlanSnapshot snapshot) => snapshot.Cells.Select(c => (DateTimeOffset?)c.ReportedAt).Append(snapshot.Plan.Imported?.At).Max();
}
