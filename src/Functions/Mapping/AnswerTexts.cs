using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Mapping;

/// <summary>Says one department's answer in Swedish.</summary>
internal static class AnswerTexts
{
    public static string Of(CellStatus cell)
    {
        if (cell.Report is not { } report)
        {
            return cell.Reporting.Swedish();
        }

        var answer = report.Answer;
        var said = answer.NotApplicable ? $"berör inte ({report.Reason})"
            : answer.Value is { } value ? value.ToString()
            : string.Join(", ", answer.Parts.Select(p => $"{p.Part}: {p.Value}"));
        var status = cell.Status is { } s ? $" – {s.Swedish().ToLowerInvariant()}" : "";
        var from = cell.IsCarried ? $" (från {report.Key.Round})" : "";
        var comment = report.Comment is { } c ? $". {c}" : "";
        return said + status + from + comment;
    }
}
