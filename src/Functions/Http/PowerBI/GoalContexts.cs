using Hsvo.Domain.Plans;
using Hsvo.Functions.Mapping;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>The context URLs of what stands under a goal.</summary>
internal static class GoalContexts
{
    /// <summary>A goal's own part of a context.</summary>
    public static string Goal(HttpRequest request, WorkspaceNode goal, string rest) => PowerBIContext.Of(
        request, goal.Plan.Workspace.Id, $"scorecards({goal.Plan.ScorecardId})/goals({goal.Plan.Ids[goal.Node.Id]}){rest}");

    /// <summary>A department's own goal's part of a context.</summary>
    public static string Goal(HttpRequest request, OwnGoal goal, string rest) =>
        PowerBIContext.Of(request, goal.Workspace.Id, $"scorecards({goal.Scorecard.Id})/goals({goal.Goal.Id}){rest}");

    /// <summary>Of its check-ins.</summary>
    public static string Values(HttpRequest request, OwnGoal goal, string rest) => Goal(request, goal, $"/goalValues{rest}");

    /// <summary>Of a check-in's notes.</summary>
    public static string Notes(HttpRequest request, OwnGoal goal, DateOnly date, string rest) =>
        Values(request, goal, $"({Uri.EscapeDataString(PowerBITimes.Day(date))})/notes{rest}");

    /// <summary>Of its check-ins.</summary>
    public static string Values(HttpRequest request, WorkspaceNode goal, string rest) => Goal(request, goal, $"/goalValues{rest}");

    /// <summary>Of a check-in's notes: the time stands encoded, as Power BI writes it.</summary>
    public static string Notes(HttpRequest request, WorkspaceNode goal, Round round, string rest) =>
        Values(request, goal, $"({Uri.EscapeDataString(PowerBITimes.Day(round.Ends))})/notes{rest}");
}
