using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Mapping;

/// <summary>Says one department's answer in Swedish, and what gave it its status.</summary>
internal static class AnswerTexts
{
    /// <summary>What stands in place of an answer that counts few people.</summary>
    public const string NotShown = "visas inte (få personer)";

    /// <summary>The reason that Power BI's door gives for whoever changes a check-in, in readers' language: it says nothing.</summary>
    public const string CheckIn = "avstämning";

    public static string Of(PlanNode indicator, CellStatus cell)
    {
        if (cell.Report is not { } report)
        {
            return cell.Withdrawn is null ? cell.Reporting.Swedish() : Withdrawn(cell);
        }

        var said = report.Answer switch
        {
            { IsSuppressed: true } => OfSuppressed(cell),
            { NotApplicable: true } => report.Mask is null ? $"berör inte ({WithoutStop(report.Reason ?? "")})" : $"berör inte {report.Reason}",
            var answer => $"{Said(indicator, answer)} – {StatusOf(cell, answer)}",
        };
        var from = cell.IsCarried ? $" (från {SwedishDates.Round(report.Key.Round)})" : "";
        var comment = report.Comment is { } c ? $". {c}" : "";
        var question = cell.IsSentBack ? $". Skickat tillbaka till förvaltningen{(report.Review!.Question is { } q ? $": {WithoutStop(q)}" : "")}" : "";
        var withdrawn = cell.Withdrawn is null ? "" : $". {Withdrawn(cell)}";
        return said + from + comment + question + withdrawn;
    }

    /// <summary>That an answer was taken back, when and why, and how it weighs on.</summary>
    public static string Withdrawn(CellStatus cell)
    {
        var withdrawn = cell.Withdrawn!;
        var reason = withdrawn.Reason is { } why and not CheckIn ? $" ({WithoutStop(why)})" : "";
        var weighs = cell is { Report: null, Status: { } status } ? $"; läget {status.Swedish().ToLowerInvariant()} står kvar tills ett nytt svar kommer" : "";
        return $"Svaret för {SwedishDates.Round(withdrawn.Key.Round)} är återtaget{reason}{weighs}";
    }

    /// <summary>What was answered, without status and comment.</summary>
    public static string Said(PlanNode indicator, Answer answer) => answer switch
    {
        { IsSuppressed: true } => NotShown,
        { NotApplicable: true } => "berör inte",
        { Value: null, Parts.Count: 0 } => "återtaget",
        { Value: { } value } => WithoutStop(Written(indicator, value)),

        // Nobody reads the parts' names for what they have in common.
        { Whole.Kind: AnswerValueKind.Yes } => "ja på alla delar",
        { Parts: var parts } when parts.All(p => p.Value.Kind == AnswerValueKind.No) => "nej på alla delar",
        _ => string.Join("; ", answer.Parts.Select(p => $"{TextOf(indicator, p.Part)}: {Written(indicator, p.Value)}")),
    };

    private static string OfSuppressed(CellStatus cell) =>
        cell.Status is { } assessed ? $"{NotShown} – {assessed.Swedish().ToLowerInvariant()} (egen bedömning)" : NotShown;

    // An answer may be to an earlier version of the row, of another kind.
    private static string Written(PlanNode indicator, AnswerValue value) => (value.Kind, indicator.Indicator!.Kind) switch
    {
        (AnswerValueKind.Number, IndicatorKind.Percentage) => value.Ratio is { } ratio
            ? $"{value} % ({AnswerValue.Of(ratio.Numerator)} av {AnswerValue.Of(ratio.Denominator)})"
            : $"{value} %",
        (AnswerValueKind.Number, IndicatorKind.Amount) => $"{value} kr",
        (AnswerValueKind.Date, _) => SwedishDates.Long(value.Date!.Value),
        _ => value.ToString(),
    };

    // An answer may be older than the plan's newest version.
    private static string TextOf(PlanNode indicator, string part) =>
        indicator.Indicator!.Parts.FirstOrDefault(p => p.Id == part)?.Text ?? part;

    private static string StatusOf(CellStatus cell, Answer answer)
    {
        var status = cell.Status?.Swedish().ToLowerInvariant() ?? "inget läge";
        return cell switch
        {
            { Status: not null, Rule.IsFixed: false } when answer.Assessment is not null => $"{status} (egen bedömning)",
            // That a ja is good needs no words.
            { Rule: { } rule } when cell.Status is null || answer.Whole?.Kind != AnswerValueKind.Yes => $"{status} ({Within(rule.Swedish)})",
            _ => status,
        };
    }

    private static string Within(string sentence) => char.ToLowerInvariant(sentence[0]) + WithoutStop(sentence)[1..];

    private static string WithoutStop(string text) => text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1] : text;
}
