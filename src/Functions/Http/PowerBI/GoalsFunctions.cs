using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>The nodes of plans as goals (Power BI REST: Goals), levels 0 to 4.</summary>
/// <param name="plans">The plans.</param>
/// <param name="firstImport">When a plan was first imported.</param>
/// <param name="own">Departments' own scorecards.</param>
/// <param name="checkIns">What is checked in on their goals.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class GoalsFunctions(
    ReadPlans plans, ReadFirstImport firstImport, PersonalScorecards own, OwnGoalCheckIns checkIns, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private readonly Scorecards _scorecards = new(new(area, plans), firstImport, own, checkIns, time);

    /// <summary><c>GET …/goals?$expand=goalValues,aggregations&amp;$filter=&amp;$orderby=&amp;$top=&amp;$skip=&amp;$count=&amp;$select=</c>. ETag and 304.</summary>
    [Function("GetGoals")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Filter, PowerBIQuery.OrderBy, PowerBIQuery.Top, PowerBIQuery.Skip, PowerBIQuery.Count, PowerBIQuery.Select, PowerBIQuery.Expand,
        PowerBIQuery.UnsignedExpand, AsOfQuery.Name)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals")] HttpRequest request,
        string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!PowerBIQuery.ReadList(request, PowerBIModel.Goals).Succeeded(out var query, out var failure)
            || !(await _scorecards.FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var scorecard, out failure))
        {
            return FailureResult.Of(failure);
        }

        return await answers.AnswerAsync(request, scorecard.Version, Json.PowerBI, async () =>
        {
            await scorecard.PrepareAsync();
            var (rows, count) = query.ApplyInOrder(scorecard.ToGoals(PowerBIQuery.ExpansionOf(query, PowerBIModel.BelowGoals)));
            return SelectedProperties.Of(
                new Envelope<Goal>
                {
                    ODataContext = scorecard.Context($"scorecards({scorecard.Id})/goals"),
                    ODataCount = count,
                    Value = [.. rows.Select(g => ExpandedRows.Of(g, query))],
                },
                query);
        });
    }

    /// <summary><c>GET …/goals({goalId})?expand=goalValues</c>. ETag and 304.</summary>
    [Function("GetGoal")]
    [Access(Access.Read)]
    [Query(PowerBIQuery.Select, PowerBIQuery.Expand, PowerBIQuery.UnsignedExpand, AsOfQuery.Name)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})")]
        HttpRequest request, string groupId, string scorecardId, string goalId, CancellationToken cancellationToken)
    {
        if (!PowerBIQuery.ReadSingle(request, PowerBIModel.Goals).Succeeded(out var query, out var failure)
            || !(await _scorecards.FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var scorecard, out failure))
        {
            return FailureResult.Of(failure);
        }

        if (!Guid.TryParse(goalId, out var id) || !scorecard.HasGoal(id))
        {
            return FailureResult.Of(Workspaces.Unknown("goalId", goalId));
        }

        return await answers.AnswerAsync(request, scorecard.Version, Json.PowerBI, async () =>
        {
            await scorecard.PrepareAsync();
            return SelectedProperties.Of(
                ExpandedRows.Of(scorecard.ToGoal(id, PowerBIQuery.ExpansionOf(query, PowerBIModel.BelowGoals)), query) with
                {
                    ODataContext = scorecard.Context($"scorecards({scorecard.Id})/goals/$entity"),
                },
                query);
        });
    }
}
