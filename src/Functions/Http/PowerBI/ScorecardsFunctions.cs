using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Plans as scorecards (Power BI REST: Scorecards).</summary>
/// <param name="plans">The plans.</param>
/// <param name="firstImport">When a plan was first imported.</param>
/// <param name="own">Departments' own scorecards.</param>
/// <param name="checkIns">What is checked in on their goals.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class ScorecardsFunctions(
    ReadPlans plans, ReadFirstImport firstImport, PersonalScorecards own, OwnGoalCheckIns checkIns, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private readonly Scorecards _scorecards = new(new(area, plans), firstImport, own, checkIns, time);

    /// <summary><c>GET …/groups/{groupId}/scorecards?$filter=&amp;$orderby=&amp;$top=&amp;$skip=&amp;$select=&amp;$expand=</c>. ETag and 304.</summary>
    [Function("GetScorecards")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Filter, PowerBIQuery.OrderBy, PowerBIQuery.Top, PowerBIQuery.Skip, PowerBIQuery.Count, PowerBIQuery.Select, PowerBIQuery.Expand,
        PowerBIQuery.UnsignedExpand, AsOfQuery.Name)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards")] HttpRequest request, string groupId,
        CancellationToken cancellationToken)
    {
        if (!PowerBIQuery.ReadList(request, PowerBIModel.Scorecards).Succeeded(out var query, out var failure)
            || !(await _scorecards.ListAsync(request, groupId, cancellationToken)).Succeeded(out var found, out failure))
        {
            return FailureResult.Of(failure);
        }

        return await answers.AnswerAsync(request, EntityTags.Of(found.Select(s => s.Version)), Json.PowerBI, async () =>
        {
            var mapped = new List<Scorecard>();
            foreach (var scorecard in found)
            {
                mapped.Add(await MapAsync(scorecard, query));
            }

            var (rows, count) = PowerBIQuery.Counted(query, mapped);
            return SelectedProperties.Of(
                new Envelope<Scorecard>
                {
                    ODataContext = PowerBIContext.Of(request, Guid.Parse(groupId), "scorecards"),
                    ODataCount = count,
                    Value = [.. rows.Select(s => ExpandedRows.Of(s, query))],
                },
                query);
        });
    }

    /// <summary><c>GET …/scorecards({scorecardId})?$expand=goals($expand=goalValues,aggregations)</c>. ETag and 304.</summary>
    [Function("GetScorecard")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Select, PowerBIQuery.Expand, PowerBIQuery.UnsignedExpand, AsOfQuery.Name)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})")] HttpRequest request,
        string groupId, string scorecardId, CancellationToken cancellationToken) =>
        await AnswerAsync(request, await _scorecards.FindAsync(request, groupId, scorecardId, cancellationToken));

    /// <summary><c>GET …/scorecards/GetScorecardByReportId(reportId={reportId})?$expand=goals($expand=goalValues, aggregations)</c>. ETag and 304.</summary>
    [Function("GetScorecardByReportId")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Select, PowerBIQuery.Expand, PowerBIQuery.UnsignedExpand, AsOfQuery.Name)]
    public async Task<IResult> GetByReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards/GetScorecardByReportId(reportId={reportId})")]
        HttpRequest request, string groupId, string reportId, CancellationToken cancellationToken) =>
        await AnswerAsync(request, await _scorecards.FindByReportAsync(request, groupId, reportId, cancellationToken));

    private async Task<IResult> AnswerAsync(HttpRequest request, Outcome<WorkspaceScorecard> found)
    {
        if (!PowerBIQuery.ReadSingle(request, PowerBIModel.Scorecards).Succeeded(out var query, out var failure) || !found.Succeeded(out var scorecard, out failure))
        {
            return FailureResult.Of(failure);
        }

        return await answers.AnswerAsync(request, scorecard.Version, Json.PowerBI, async () => SelectedProperties.Of(
            ExpandedRows.Of(await MapAsync(scorecard, query), query) with { ODataContext = scorecard.Context("scorecards/$entity") }, query));
    }

    private static async Task<Scorecard> MapAsync(WorkspaceScorecard scorecard, Query<Scorecard> query)
    {
        if (PowerBIQuery.ExpansionOf(query, new(new Dictionary<string, Expansion> { ["goals"] = PowerBIModel.BelowGoals })).Of("goals") is not { } below)
        {
            return scorecard.ToScorecard();
        }

        await scorecard.PrepareAsync();
        return scorecard.ToScorecard() with
        {
            GoalsODataContext = scorecard.Context($"scorecards({scorecard.Id})/goals"),
            Goals = scorecard.ToGoals(below),
        };
    }
}
