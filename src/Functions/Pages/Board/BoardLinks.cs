using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Mapping.OData;

namespace Hsvo.Functions.Pages.Board;

/// <summary>Where the board's pages are.</summary>
internal static class BoardLinks
{
    public static string Of(Plan plan) => $"/plan/{plan.Id}";

    public static string Of(Plan plan, Round round) => $"/plan/{plan.Id}?round={round.Id}";

    public static string Of(Meeting meeting) => $"/samrad/{meeting.Id}";

    /// <summary>A node's page, or its place on the page that it stands on: goals and indicators have their own.</summary>
    public static string Of(Plan plan, PlanNode node) => node.Kind switch
    {
        NodeKind.Indicator => $"/indikator/{RowKeys.Of(plan.Id, node.Id)}",
        NodeKind.Goal => $"/mal/{RowKeys.Of(plan.Id, node.Id)}",
        NodeKind.FocusArea or NodeKind.GoalGroup => $"/plan/{plan.Id}#{AnchorOf(node)}",
        _ => $"/mal/{RowKeys.Of(plan.Id, plan.GoalOf(node).Id)}#{AnchorOf(node)}",
    };

    /// <summary>A node's id on a page: never one of the frame's.</summary>
    public static string AnchorOf(PlanNode node) => $"rad-{node.Id}";
}
