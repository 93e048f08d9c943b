using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Mapping;

/// <summary>Says in Swedish why a node has its status.</summary>
internal static class ReasonTexts
{
    public static string Of(NodeStatus status)
    {
        if (status.Node.Indicator?.RefersTo is { } target)
        {
            return $"Visar läget för {target}.";
        }

        if (status.Coverage.Owed == 0)
        {
            return status.Reporting.ContainsKey(ReportingStatus.NotApplicable) ? "Berör ingen av dem som svarar." : "Har inga egna rader att svara på.";
        }

        if (status.Coverage.Answered == 0)
        {
            return "Ingen har svarat än.";
        }

        return Rule(status) + Missing(status);
    }

    private static string Rule(NodeStatus status) => status.Rule switch
    {
        RollUpRule.NoStatus => "Svaren säger inte hur det går.",
        RollUpRule.AllCompleted => "Alla har svarat, och allt är klart.",
        RollUpRule.AllNotStarted => "Alla svar säger ej påbörjad.",
        RollUpRule.UnderWay => $"Pågår enligt svaren{Distribution(status)}.",
        _ => status.Node.Kind == NodeKind.Indicator
            ? $"Det sämsta svaret gäller: {WorstAnswers(status)}."
            : $"Det sämsta läget gäller: {string.Join(", ", status.DecidedBy)}{Distribution(status)}.",
    };

    private static string WorstAnswers(NodeStatus status) =>
        string.Join(", ", status.Cells.Where(c => c.Status == status.Status).Select(c => c.Department.Name));

    private static string Distribution(NodeStatus status)
    {
        var parts = status.Node.Kind == NodeKind.Indicator
            ? status.Cells.Where(c => c.Status is not null).CountBy(c => c.Status!.Value)
            : status.Distribution;
        var text = string.Join(", ", parts.OrderBy(d => d.Key.Badness()).Select(d => $"{d.Value} {d.Key.Swedish().ToLowerInvariant()}"));
        return text.Length == 0 ? "" : $" ({text})";
    }

    private static string Missing(NodeStatus status) =>
        status.Coverage.Answered == status.Coverage.Owed ? "" : $" {status.Coverage} svar har kommit.";
}
