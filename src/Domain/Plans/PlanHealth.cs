using Hsvo.Domain.Meetings;

namespace Hsvo.Domain.Plans;

/// <summary>What in a plan can't be followed up, or only by what we read into it: a pure function of the plan.</summary>
public static class PlanHealth
{
    /// <summary>Every finding: those of the whole plan first, then node by node in the plan's order.</summary>
    public static IReadOnlyList<HealthFinding> FindingsOf(Plan plan) => [.. OfOrganisation(plan), .. plan.Nodes.SelectMany(n => OfNode(plan, n))];

    private static IEnumerable<HealthFinding> OfOrganisation(Plan plan)
    {
        if (plan.ResponsibilityIsAssumed)
        {
            yield return new("responsibility.assumed", null,
                "Vilka enheter som svarar för varje organ är antaget tills kansliet bekräftar det.",
                "Which units answer for each body is assumed until the office confirms it.");
        }

        foreach (var condition in plan.Conditions)
        {
            yield return new("plan.conditional", null, $"Planen gäller bara under ett villkor: {condition.Text}.", $"The plan holds under a condition only: {condition.Text}.");
        }

        foreach (var department in plan.Departments.Where(d => d.NameIsAssumed))
        {
            yield return new("department.nameAssumed", null,
                $"Enhetens namn ”{department.Name}” ({department.Id}) är antaget: inget dokument nämner det.",
                $"The unit's name '{department.Name}' ({department.Id}) is assumed: no document has it.");
        }
    }

    private static IEnumerable<HealthFinding> OfNode(Plan plan, PlanNode node) =>
    [
        .. node.Kind switch
        {
            NodeKind.FocusArea when !plan.ChildrenOf(node.Id).Any() =>
                [new("focusArea.noGoal", node.Id, "Fokusområdet har inget mål.", "The focus area has no goal.")],
            NodeKind.Goal when !plan.ChildrenOf(node.Id).Any() =>
                [new("goal.noTable", node.Id, "Målet har ingen tabell: inget område, ingen aktivitet och ingen indikator.", "The goal has no table: no area, no activity and no indicator.")],
            NodeKind.PriorityArea => OfPriorityArea(plan, node),
            NodeKind.Activity when !HasIndicator(plan, node.Id) => [OfActivity(plan, node)],
            NodeKind.Indicator => OfIndicator(plan, node),
            _ => Array.Empty<HealthFinding>(),
        },
        .. node.SeeAlso.Where(other => plan.Find(other) is null).Select(other => new HealthFinding("seeAlso.nowhere", node.Id,
            $"Texten pekar på {other}, som inte finns i planen.", $"The text points at {other}, which is not in the plan.")),
    ];

    private static IEnumerable<HealthFinding> OfPriorityArea(Plan plan, PlanNode area)
    {
        if (!plan.ChildrenOf(area.Id).Any())
        {
            yield return new("priorityArea.empty", area.Id,
                "Det prioriterade området har varken aktivitet eller indikator.", "The priority area has neither activity nor indicator.");
            foreach (var finding in OfResponsible(plan, area))
            {
                yield return finding;
            }
        }
    }

    private static HealthFinding OfActivity(Plan plan, PlanNode activity) => HasIndicator(plan, activity.ParentId!)
        ? new("activity.noIndicator", activity.Id,
            "Aktiviteten har ingen egen indikator. Det prioriterade området har en för flera aktiviteter, som inte säger hur det går för just den här.",
            "The activity has no indicator of its own. Its priority area has one for several activities, which doesn't tell how this one goes.")
        : new("activity.noIndicator", activity.Id,
            "Aktiviteten har ingen indikator: det går inte att svara på om den blir gjord.", "The activity has no indicator: nobody can answer whether it gets done.");

    private static bool HasIndicator(Plan plan, string id) => plan.ChildrenOf(id).Any(n => n.Kind == NodeKind.Indicator);

    private static IEnumerable<HealthFinding> OfIndicator(Plan plan, PlanNode row) => row.Indicator switch
    {
        // A reference is answered where it points, and everything else is found there.
        { Kind: IndicatorKind.Reference, RefersTo: var named } => named is not null && plan.Find(named) is { Indicator.Kind: not IndicatorKind.Reference }
            ? []
            : [new("reference.nowhere", row.Id, "Raden hänvisar till en rad som inte finns eller inte besvaras.", "The row refers to one that isn't there or isn't answered.")],
        { } spec => [.. OfSpec(plan, row, spec), .. OfResponsible(plan, row)],
        null => [],
    };

    private static IEnumerable<HealthFinding> OfSpec(Plan plan, PlanNode row, IndicatorSpec spec)
    {
        if (spec.Parts.Count > 0)
        {
            yield return new("indicator.compound", row.Id,
                $"Raden frågar efter {spec.Parts.Count} saker på en gång, som besvaras var för sig.",
                $"The row asks for {spec.Parts.Count} things at once, which are answered one by one.");
        }

        if (row.Condition is { } condition)
        {
            yield return new("indicator.conditional", row.Id,
                $"Raden gäller bara under ett villkor: {condition}.", $"The row holds under a condition only: {condition}.");
        }

        if (spec.IsNumber && spec.Target is null)
        {
            yield return new("indicator.noTarget", row.Id,
                "Raden frågar efter ett tal utan att säga vilket tal som är bra: den kan aldrig visa hur det går.",
                "The row asks for a number without saying which is good: it can never show how it goes.");
        }

        if (spec is { Kind: IndicatorKind.Deliverable or IndicatorKind.Milestone, Due: null })
        {
            var last = plan.Rounds.FirstOrDefault(r => r.IsFinal);
            yield return last is null
                ? new("indicator.noDate", row.Id, "Raden säger inte när det ska vara klart.", "The row doesn't say by when.")
                : new("indicator.noDate", row.Id,
                    $"Raden säger inte när det ska vara klart: den läses som till sista omgången, {SwedishDates.Round(last.Id)}.",
                    $"The row doesn't say by when: it is read as by the last round, {last.Id}.");
        }

        // A percentage's unit and an amount's are in their kind.
        if (spec is { Kind: IndicatorKind.Count, Unit: null })
        {
            yield return new("indicator.noUnit", row.Id, "Raden säger inte vad som räknas.", "The row doesn't say what is counted.");
        }

        if (spec.Unit is { } unit && !WithoutSpaces(row.Quote).Contains(WithoutSpaces(unit), StringComparison.OrdinalIgnoreCase))
        {
            yield return new("indicator.unitAssumed", row.Id,
                $"Enheten ”{unit}” är antagen: den står inte i raden.", $"The unit '{unit}' is assumed: the row doesn't have it.");
        }
    }

    private static IEnumerable<HealthFinding> OfResponsible(Plan plan, PlanNode row)
    {
        if (row.Responsible.Count == 0)
        {
            yield return new("row.noResponsible", row.Id, "Raden har inget ansvarigt organ.", "The row has no responsible body.");
        }
        else if (plan.Source.Sha256 is not null && !IsNamed(plan, row))
        {
            var bodies = string.Join(", ", plan.Bodies.Where(b => row.Responsible.Contains(b.Id, StringComparer.Ordinal)).Select(b => b.Name));
            yield return new("row.responsibleAssumed", row.Id,
                $"Dokumentet nämner ingen ansvarig för raden. Det är antaget: {bodies}.", $"The document names nobody responsible for the row. It is assumed: {bodies}.");
        }

        foreach (var body in plan.Bodies.Where(b => b.OwedBy.Count == 0 && row.Responsible.Contains(b.Id, StringComparer.Ordinal)))
        {
            yield return new("row.nobodyOwes", row.Id,
                $"Ingen enhet svarar för det ansvariga organet {body.Name}.", $"No unit answers for the responsible body {body.Name}.");
        }
    }

    // The row's own Ansvar cell, or the nearest above in its table, which it then shares: that one is for all of its bodies. A plan that was written here has
    // no cells; its bodies are what it says.
    private static bool IsNamed(Plan plan, PlanNode row)
    {
        var goal = plan.GoalOf(row).Id;
        var nearest = plan.Nodes.TakeWhile(n => n.Id != row.Id).Append(row)
            .LastOrDefault(n => n.ResponsibleQuote is not null && n.TargetGroup == row.TargetGroup && plan.GoalOf(n).Id == goal);
        return nearest is not null && row.Responsible.All(b => nearest.Responsible.Contains(b, StringComparer.Ordinal));
    }

    // A unit that is broken at a line's end is still the row's own.
    private static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
