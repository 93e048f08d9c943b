using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>Whether rows go together as they were read; where not, each is asked about.</summary>
internal sealed class RowsRule : Rule
{
    private const string Change = "change";

    public override Question? Ask(Desk desk, Question question) => question.Point.Rows.Any(r => desk.Find(r) is not null)
        ? question with { Options = [new(AsRead, "Som det lästes", "As it was read"), new(Change, "Fråga om varje rad", "Ask about each row")] }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        if (question.Choice == Change)
        {
            Raise(desk, question.Point);
        }

        return null;
    }

    /// <summary>Asks about each of a point's rows.</summary>
    public static void Raise(Desk desk, LoadingPoint point)
    {
        foreach (var row in point.Rows.Select(desk.Find).OfType<PlanNode>())
        {
            if (point.Code != "rules.responsible")
            {
                desk.Raise(Desk.PlaceCode, ReadingKind.Pairing, row, "Vad hör raden till?", "What does the row belong to?");
            }
            else if (row.Kind == NodeKind.Indicator)
            {
                desk.Raise(Desk.ResponsibleCode, ReadingKind.Responsible, row, "Vilka ansvarar för raden?", "Who is responsible for the row?", [row.Id]);
            }
        }
    }
}

/// <summary>What a row belongs to: an indicator to an activity, or to its priority area as a whole; a row that goes on, to a priority area.</summary>
internal sealed class PlaceRule : Rule
{
    public override Question? Ask(Desk desk, Question question)
    {
        if (desk.Find(question.Point.Node) is not { ParentId: { } parent } node || desk.Above(node, NodeKind.Goal) is not { } goal)
        {
            return null;
        }

        // A pairing is one within its priority area; what goes on from above may go on from any.
        var isPairing = question.Point.Code.StartsWith("pairing.", StringComparison.Ordinal) && desk.Above(node, NodeKind.PriorityArea) is not null;
        var top = isPairing ? desk.Above(node, NodeKind.PriorityArea)! : goal;
        var places = new[] { top }.Concat(desk.Nodes.Where(n => CanHold(n, node) && IsBelow(desk, n, top)));
        return question with { Options = [.. places.OrderByDescending(p => p.Id == parent).Select(p => OptionOf(p, isPairing))] };
    }

    public override Remark? Settle(Desk desk, Question question)
    {
        var node = desk.Find(question.Point.Node)!;
        var area = desk.Find(question.Choice) is { } place ? AreaOf(desk, place) : null;
        if (question.Choice != node.ParentId && question.Point.Code is ("pairing.inOrder" or "pairing.betweenRules"))
        {
            RaiseRest(desk, question.Point, node);
        }

        foreach (var row in question.Point.Rows.Append(node.Id).Distinct().Select(desk.Find).OfType<PlanNode>().Where(r => r.ParentId == node.ParentId).ToList())
        {
            desk.Put(row with { ParentId = question.Choice });
            if (area is not null)
            {
                area = area with { Responsible = [.. area.Responsible.Union(row.Responsible)] };
            }
        }

        if (area is not null)
        {
            desk.Put(area);
        }

        return null;
    }

    // Where one of a row isn't as its place says, the others that were read by theirs may not be either.
    private static void RaiseRest(Desk desk, LoadingPoint point, PlanNode node)
    {
        var area = desk.Above(node, NodeKind.PriorityArea);
        foreach (var other in desk.Points.Where(p => !p.IsToSettle && p.Code == point.Code && p.Place == point.Place).Select(p => desk.Find(p.Node)).OfType<PlanNode>()
            .Where(n => desk.Above(n, NodeKind.PriorityArea) == area).ToList())
        {
            desk.Raise(Desk.PlaceCode, ReadingKind.Pairing, other, "En annan indikator i raden hörde inte till den aktivitet som den stod bredvid: gör den här det?",
                "Another indicator of the row didn't belong to the activity that it stood beside: does this one?");
        }
    }

    private static bool CanHold(PlanNode place, PlanNode row) => place.Kind == NodeKind.PriorityArea || (place.Kind == NodeKind.Activity && row.Kind == NodeKind.Indicator);

    private static bool IsBelow(Desk desk, PlanNode node, PlanNode top) => node.ParentId == top.Id || desk.Find(node.ParentId)?.ParentId == top.Id;

    private static PlanNode? AreaOf(Desk desk, PlanNode place) => place.Kind == NodeKind.PriorityArea ? place : desk.Above(place, NodeKind.PriorityArea);

    // There is one priority area in a pairing, and its questions stand under it.
    private static Option OptionOf(PlanNode place, bool isPairing) => place.Kind switch
    {
        NodeKind.Goal => new(place.Id, "Inget prioriterat område: direkt under målet", "No priority area: right under the goal"),
        NodeKind.PriorityArea when isPairing => new(place.Id, "Hela det prioriterade området", "The whole priority area"),
        NodeKind.PriorityArea => new(place.Id, $"Hela det prioriterade området: {place.Text}", $"The whole priority area: {place.Text}"),
        _ => Option.OfPlan(place.Id, place.Text),
    };
}
