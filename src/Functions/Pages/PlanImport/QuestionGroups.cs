using Hsvo.Domain.Drafting.Settling;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>Questions that stand together: those of one priority area, those of the plan as a whole, or those of threads.</summary>
/// <param name="Node">The priority area, or the goal or focus area; null for none.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Questions">The questions.</param>
internal sealed record QuestionGroups(string? Node, string Name, IReadOnlyList<Question> Questions)
{
    /// <summary>The groups: the plan as a whole, its rows in the document's order, and threads.</summary>
    public static IEnumerable<QuestionGroups> Of(SettledDraft draft, QuestionTexts texts)
    {
        var places = draft.Plan.Nodes.Index().ToDictionary(n => n.Item.Id, n => n.Index, StringComparer.Ordinal);
        return draft.Settled.Questions.GroupBy(q => IsOfThread(q) ? "" : NodeOf(draft, q)?.Id).OrderBy(g => g.Key is null ? -1 : g.Key.Length == 0 ? int.MaxValue : places.GetValueOrDefault(g.Key)).Select(g =>
            g.Key is not { Length: > 0 } id ? new QuestionGroups(null, g.Key is null ? texts.WholePlan : texts.Threads, [.. g]) : new(id, NodeOf(draft, g.First())!.Text, [.. g]));
    }

    private static bool IsOfThread(Question question) => question.Kind is QuestionKind.ThreadOfRow or QuestionKind.RowOfThread;

    // As the plan stands now, or as it was read where the row is no more.
    private static PlanNode? NodeOf(SettledDraft draft, Question question)
    {
        if (question.Point.Node is not { } named)
        {
            return null;
        }

        var plan = draft.Plan.Find(named) is null ? draft.Draft.Plan : draft.Plan;
        var node = plan.Find(named);
        for (var above = node; above is not null; above = above.ParentId is { } parent ? plan.Find(parent) : null)
        {
            if (above.Kind == NodeKind.PriorityArea)
            {
                return above;
            }
        }

        return node is { Kind: NodeKind.Activity or NodeKind.Indicator } ? plan.GoalOf(node) : node;
    }
}
