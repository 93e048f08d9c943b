using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Mapping;

/// <summary>Says in Swedish why a node has its status. How many have answered is the coverage's to say, and always stands beside it.</summary>
internal static class ReasonTexts
{
    private const int MaxNamed = 3;
    private const int MaxLength = 70;

    public static string Of(PlanStatus plan, NodeStatus status) => status switch
    {
        { Node.Indicator.RefersTo: { } target } => $"Visar läget för {Quoted(plan, target)}.",
        { Coverage.Owed: 0 } => status.Reporting.ContainsKey(ReportingStatus.NotApplicable)
            ? "Berör ingen av dem som svarar."
            : "Har inga egna rader att svara på.",
        { Coverage.Answered: 0, Status: null } => status.Cells.Any(c => c.Withdrawn is not null) ? "Svaret är återtaget, och inget nytt har kommit." : "Ingen har svarat än.",
        { Rule: RollUpRule.NoStatus } when status.Cells.Any(c => c.IsSuppressed) => "Svaret visas inte, eftersom det räknar få personer.",
        { Rule: RollUpRule.NoStatus } => "Svaren säger inte hur det går.",
        { Rule: RollUpRule.AllCompleted } => "Alla har svarat, och allt är klart.",
        { Rule: RollUpRule.AllNotStarted, Node.Kind: NodeKind.Indicator } => "Alla svar säger ej påbörjad.",
        { Rule: RollUpRule.AllNotStarted } => "Allt som har ett läge är ej påbörjat.",
        { Rule: RollUpRule.UnderWay } => $"Pågår enligt svaren{Distribution(status)}.",
        { Node.Kind: NodeKind.Indicator } => OfIndicator(status),
        _ => $"Det sämsta läget gäller {Named([.. status.DecidedBy.Select(id => Quoted(plan, id))])}{Distribution(status)}.",
    };

    private static string OfIndicator(NodeStatus status)
    {
        CellStatus[] weighing = [.. status.Cells.Where(c => c.Status == status.Status)];
        string[] worst = [.. weighing.Select(c => c.Department.Name)];
        if (weighing.All(c => c.Withdrawn is not null))
        {
            return $"Återtaget svar väger tills ett nytt kommer: {Named(worst)}.";
        }

        return worst.Length == status.Coverage.Answered ? $"Så svarar {Named(worst)}." : $"Det sämsta svaret gäller: {Named(worst)}.";
    }

    private static string Distribution(NodeStatus status)
    {
        var parts = status.Node.Kind == NodeKind.Indicator
            ? status.Cells.Where(c => c.Status is not null).CountBy(c => c.Status!.Value)
            : status.Distribution;
        var text = string.Join(", ", parts.OrderBy(d => d.Key.Badness()).Select(d => $"{d.Value} {d.Key.Swedish().ToLowerInvariant()}"));
        return text.Length == 0 ? "" : $" ({text})";
    }

    private static string Named(string[] names) => names.Length <= MaxNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names[..MaxNamed])} och {names.Length - MaxNamed} till";

    private static string Quoted(PlanStatus plan, string node)
    {
        var text = plan.Plan.Node(node).Text;
        return text.Length <= MaxLength ? $"”{text}”" : $"”{text[..LastWordEnd(text)]} …”";
    }

    private static int LastWordEnd(string text) => text.LastIndexOf(' ', MaxLength) is > 0 and var end ? end : MaxLength;
}
