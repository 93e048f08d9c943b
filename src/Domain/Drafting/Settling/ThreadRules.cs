using System.Globalization;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting.Settling;

/// <summary>Which thread of the plan before a row goes on.</summary>
internal sealed class ThreadOfRowRule : Rule
{
    public override Question? Ask(Desk desk, Question question) => ThreadRow.Of(desk, question.Point) is { Threads: [var taken, ..] }
        ? question with
        {
            Options =
            [
                .. ThreadRow.MostAlikeFirst(desk.PreviousThreads, question.Point, t => t.Id).Select(t => Option.OfPlan(t.Id, t.Name))
                    .Prepend(new(None, "Ingen: raden är något nytt", "None: the row is something new")).OrderByDescending(o => o.Value == taken),
            ],
        }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        var row = ThreadRow.Of(desk, question.Point)!;
        if (!row.Threads.Contains(question.Choice))
        {
            row.Put(desk, question.Choice == None ? [] : [question.Choice]);
        }

        return null;
    }
}

/// <summary>Which row goes on a thread of the plan before.</summary>
internal sealed class RowOfThreadRule : Rule
{
    public override Question? Ask(Desk desk, Question question) => desk.PreviousThreads.Any(t => t.Id == question.Point.Quote)
        ? question with
        {
            Options =
            [
                new(None, "Ingen rad: den går inte vidare", "No row: it doesn't go on"),
                .. ThreadRow.MostAlikeFirst(ThreadRow.All(desk), question.Point, r => r.Key).Select(r => Option.OfPlan(r.Key, r.Text)),
            ],
        }
        : null;

    public override Remark? Settle(Desk desk, Question question)
    {
        if (ThreadRow.All(desk).FirstOrDefault(r => r.Key == question.Choice) is { } row)
        {
            row.Put(desk, [.. row.Threads, question.Point.Quote!]);
        }

        return null;
    }
}

/// <summary>What may go on a thread: a priority area, an activity, or something in ordinary operation.</summary>
/// <param name="Node">The node; null for something in ordinary operation.</param>
/// <param name="Operation">Its place in ordinary operation.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Threads">Its threads.</param>
internal sealed record ThreadRow(PlanNode? Node, int Operation, string Text, IReadOnlyList<string> Threads)
{
    public string Key => Node?.Id ?? KeyOf(Operation);

    /// <summary>What something in ordinary operation is called where a row has its id.</summary>
    public static string KeyOf(int operation) => string.Create(CultureInfo.InvariantCulture, $"drift-{operation + 1}");

    /// <summary>What may be chosen, with what the point found most alike first.</summary>
    public static IEnumerable<T> MostAlikeFirst<T>(IEnumerable<T> all, LoadingPoint point, Func<T, string> key)
    {
        var places = point.Choices.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return all.OrderBy(x => places.GetValueOrDefault(key(x), int.MaxValue));
    }

    public static IEnumerable<ThreadRow> All(Desk desk) =>
        desk.Nodes.Where(n => n.Kind is NodeKind.PriorityArea or NodeKind.Activity).Select(Of)
            .Concat(desk.Plan.OrdinaryOperations.Select((o, i) => new ThreadRow(null, i, o.Name, o.Threads)));

    public static ThreadRow? Of(Desk desk, LoadingPoint point) =>
        point.Node is null ? All(desk).FirstOrDefault(r => r.Node is null && r.Text == point.Quote) : desk.Find(point.Node) is { } node ? Of(node) : null;

    public void Put(Desk desk, IReadOnlyList<string> threads)
    {
        if (Node is not null)
        {
            desk.Put(Node with { Threads = threads });
        }
        else
        {
            desk.Plan = desk.Plan with { OrdinaryOperations = [.. desk.Plan.OrdinaryOperations.Select((o, i) => i == Operation ? o with { Threads = threads } : o)] };
        }
    }

    private static ThreadRow Of(PlanNode node) => new(node, 0, $"{node.Id} {node.Text}", node.Threads);
}
