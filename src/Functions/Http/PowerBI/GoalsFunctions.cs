using Hsvo.Contracts.PowerBI;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>The nodes of plans as goals (Power BI REST: Goals), levels 0 to 4.</summary>
/// <param name="plans">The plans.</param>
/// <param name="firstImport">When a plan was first imported.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class GoalsFunctions(ReadPlans plans, ReadFirstImport firstImport, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private readonly Scorecards _scorecards = new(new(area, plans), firstImport, time);

    /// <summary><c>GET …/scorecards({scorecardId})/goals?$expand=goalValues,aggregations</c>. ETag and 304.</summary>
    [Function("GetGoals")]
    [Access(Access.Read)]
    [Query(ExpandQuery.Name, ExpandQuery.Unsigned, AsOfQuery.Name)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals")] HttpRequest request,
        string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!ExpandQuery.Read(request, ScorecardModel.Goal).Succeeded(out var expansion, out var failure)
            || !(await _scorecards.FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var scorecard, out failure))
        {
            return FailureResult.Of(failure);
        }

        return answers.Answer(request, scorecard.Version, Json.PowerBI, () => new Envelope<Goal>
        {
            ODataContext = scorecard.Context($"scorecards({scorecard.Id})/goals"),
            Value = scorecard.ToGoals(expansion),
        });
    }

    /// <summary><c>GET …/goals({goalId})?expand=goalValues</c>. ETag and 304.</summary>
    [Function("GetGoal")]
    [Access(Access.Read)]
    [Query(ExpandQuery.Name, ExpandQuery.Unsigned, AsOfQuery.Name)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})")]
        HttpRequest request, string groupId, string scorecardId, string goalId, CancellationToken cancellationToken)
    {
        if (!ExpandQuery.Read(request, ScorecardModel.Goal).Succeeded(out var expansion, out var failure)
            || !(await _scorecards.FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var scorecard, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Guid.TryParse(goalId, out var id) && scorecard.FindGoal(id, expansion) is { } goal
            ? answers.Answer(request, scorecard.Version, Json.PowerBI, () => goal with { ODataContext = scorecard.Context($"scorecards({scorecard.Id})/goals/$entity") })
            : FailureResult.Of(Workspaces.Unknown("goalId", goalId));
    }
}
