using Hsvo.Contracts.PowerBI;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Plans as scorecards (Power BI REST: Scorecards).</summary>
/// <param name="plans">The plans.</param>
/// <param name="firstImport">When a plan was first imported.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class ScorecardsFunctions(ReadPlans plans, ReadFirstImport firstImport, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private readonly Scorecards _scorecards = new(new(area, plans), firstImport, time);

    /// <summary><c>GET …/groups/{groupId}/scorecards</c>. ETag and 304.</summary>
    [Function("GetScorecards")]
    [Access(Access.Read)]
    [Query(AsOfQuery.Name)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards")] HttpRequest request, string groupId,
        CancellationToken cancellationToken)
    {
        if (!(await _scorecards.ListAsync(request, groupId, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return answers.Answer(request, EntityTags.Of(found.Select(s => s.Version)), Json.PowerBI, () => new Envelope<Scorecard>
        {
            ODataContext = PowerBIContext.Of(request, Guid.Parse(groupId), "scorecards"),
            ODataCount = found.Count,
            Value = [.. found.Select(s => s.ToScorecard())],
        });
    }

    /// <summary><c>GET …/scorecards({scorecardId})?$expand=goals($expand=goalValues,aggregations)</c>. ETag and 304.</summary>
    [Function("GetScorecard")]
    [Access(Access.Read)]
    [Query(ExpandQuery.Name, ExpandQuery.Unsigned, AsOfQuery.Name)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})")] HttpRequest request,
        string groupId, string scorecardId, CancellationToken cancellationToken) =>
        Answer(request, await _scorecards.FindAsync(request, groupId, scorecardId, cancellationToken));

    /// <summary><c>GET …/scorecards/GetScorecardByReportId(reportId={reportId})?$expand=goals($expand=goalValues, aggregations)</c>. ETag and 304.</summary>
    [Function("GetScorecardByReportId")]
    [Access(Access.Read)]
    [Query(ExpandQuery.Name, ExpandQuery.Unsigned, AsOfQuery.Name)]
    public async Task<IResult> GetByReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards/GetScorecardByReportId(reportId={reportId})")]
        HttpRequest request, string groupId, string reportId, CancellationToken cancellationToken) =>
        Answer(request, await _scorecards.FindByReportAsync(request, groupId, reportId, cancellationToken));

    private IResult Answer(HttpRequest request, Outcome<WorkspaceScorecard> found)
    {
        if (!ExpandQuery.Read(request, ScorecardModel.Scorecard).Succeeded(out var expansion, out var failure) || !found.Succeeded(out var scorecard, out failure))
        {
            return FailureResult.Of(failure);
        }

        return answers.Answer(request, scorecard.Version, Json.PowerBI, () => scorecard.ToScorecard() with
        {
            ODataContext = scorecard.Context("scorecards/$entity"),
            GoalsODataContext = expansion.Of("goals") is null ? null : scorecard.Context($"scorecards({scorecard.Id})/goals"),
            Goals = expansion.Of("goals") is { } below ? scorecard.ToGoals(below) : null,
        });
    }
}
