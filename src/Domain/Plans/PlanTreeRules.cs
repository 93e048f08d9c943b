using System.Collections.Frozen;
using System.Globalization;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Plans;

/// <summary>What must hold of a plan's rows as a tree.</summary>
internal static class PlanTreeRules
{
    private static readonly FrozenDictionary<NodeKind, NodeKind[]> Parents = new Dictionary<NodeKind, NodeKind[]>
    {
        [NodeKind.FocusArea] = [],
        [NodeKind.GoalGroup] = [],
        [NodeKind.Goal] = [NodeKind.FocusArea, NodeKind.GoalGroup],
        [NodeKind.PriorityArea] = [NodeKind.Goal],
        [NodeKind.Activity] = [NodeKind.PriorityArea, NodeKind.Goal],
        [NodeKind.Indicator] = [NodeKind.Activity, NodeKind.PriorityArea, NodeKind.Goal],
    }.ToFrozenDictionary();

    public static IEnumerable<FieldError> FaultsOf(Plan plan)
    {
        if (plan.Nodes.Count is 0 or > PlanRules.MaxNodes)
        {
            return
            [
                new("nodes.count", "nodes", string.Create(CultureInfo.InvariantCulture, $"En plan har 1–{PlanRules.MaxNodes} rader."),
                    string.Create(CultureInfo.InvariantCulture, $"A plan has 1-{PlanRules.MaxNodes} nodes.")),
            ];
        }

        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, node) in plan.Nodes.Index())
        {
            orders.TryAdd(node.Id, i);
        }

        return [.. PlanRules.OfIds("nodes", "node", plan.Nodes.Select(n => n.Id)), .. plan.Nodes.SelectMany((n, i) => OfNode(plan, n, i, orders))];
    }

    private static IEnumerable<FieldError> OfNode(Plan plan, PlanNode node, int order, Dictionary<string, int> orders)
    {
        var place = $"nodes/{order}";
        if (OfParent(plan, node, order, orders) is { } misplaced)
        {
            yield return misplaced;
        }

        foreach (var (i, other) in node.SeeAlso.Index().Where(o => plan.Find(o.Item) is null))
        {
            yield return new("node.unknown", $"{place}/seeAlso/{i}", $"Planen har ingen rad {Excerpt.Of(other)}.", $"{node.Id} points at no node: {Excerpt.Of(other)}.");
        }

        foreach (var (i, body) in node.Responsible.Index().Where(o => plan.Bodies.All(b => b.Id != o.Item)))
        {
            yield return new("body.unknown", $"{place}/responsible/{i}", $"Planen har inget organ {Excerpt.Of(body)}.", $"{node.Id} names no body of this plan: {Excerpt.Of(body)}.");
        }

        foreach (var fault in Enumerable.Empty<FieldError>()
            .Concat(PlanRules.OfText($"{place}/text", node.Text))
            .Concat(PlanRules.OfText($"{place}/quote", node.Quote))
            .Concat(PlanRules.OfOptional($"{place}/listQuote", node.ListQuote))
            .Concat(PlanRules.OfOptional($"{place}/responsibleQuote", node.ResponsibleQuote))
            .Concat(PlanRules.OfOptional($"{place}/targetGroup", node.TargetGroup))
            .Concat(PlanRules.OfOptional($"{place}/number", node.Number, Identifier.MaxLength))
            .Concat(node.Links.SelectMany((l, i) => PlanRules.OfName($"{place}/links/{i}/text", l.Text).Concat(PlanRules.OfName($"{place}/links/{i}/document", l.Document)))))
        {
            yield return fault;
        }

        if (node.State is not null && node.Kind != NodeKind.Activity)
        {
            yield return new("state.kind", $"{place}/state", "Bara en aktivitet är pågående eller genomförd.", $"{node.Id} has a state but is no activity.");
        }

        if (node.ResponsibleQuote is not null && node.Kind is not (NodeKind.PriorityArea or NodeKind.Activity or NodeKind.Indicator))
        {
            yield return new("responsibleQuote.kind", $"{place}/responsibleQuote", "Bara rader i en tabell har en Ansvar-cell.", $"{node.Id} has an Ansvar cell but is no row of a table.");
        }
    }

    private static FieldError? OfParent(Plan plan, PlanNode node, int order, Dictionary<string, int> orders)
    {
        var place = $"nodes/{order}/parentId";
        var allowed = Parents[node.Kind];
        if (node.ParentId is not { } id)
        {
            return allowed.Length == 0 ? null : new("parent.required", place, "Raden behöver en rad att stå under.", $"{node.Id} stands under nothing.");
        }

        if (allowed.Length == 0)
        {
            return new("parent.notAllowed", place, "Raden står överst och har ingen rad över sig.", $"{node.Id} stands at the top and has no parent.");
        }

        if (!orders.TryGetValue(id, out var above))
        {
            return new("parent.unknown", place, $"Planen har ingen rad {Excerpt.Of(id)}.", $"{node.Id} stands under no node: {Excerpt.Of(id)}.");
        }

        if (above >= order)
        {
            return new("parent.order", place, $"Raden ska stå efter {id}, som den står under.", $"{node.Id} stands before {id}, which it is under.");
        }

        return allowed.Contains(plan.Nodes[above].Kind)
            ? null
            : new("parent.kind", place, $"En sådan rad kan inte stå under {id}.", $"{node.Id} is of a kind that can't stand under {id}.");
    }
}
