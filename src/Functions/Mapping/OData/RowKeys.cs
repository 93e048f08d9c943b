using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>
/// The feed's keys: one column each, since a relation in Power BI is of one column. Ids are <c>[a-z0-9.-]</c>, so <c>_</c> separates them; and the order of
/// the reports' keys is the order in which storage has them.
/// </summary>
internal static class RowKeys
{
    private const char Separator = '_';

    /// <summary>A node or a round of a plan.</summary>
    public static string Of(string plan, string id) => $"{plan}{Separator}{id}";

    /// <summary>A node in a round.</summary>
    public static string Of(string plan, string round, string node) => $"{plan}{Separator}{round}{Separator}{node}";

    /// <summary>An answer.</summary>
    public static string Of(string plan, ReportKey cell) => $"{plan}{Separator}{cell.Round}{Separator}{cell.Indicator}{Separator}{cell.Department}";

    /// <summary>A revision of an answer.</summary>
    public static string Of(string plan, ReportKey cell, int revision) => string.Create(CultureInfo.InvariantCulture, $"{Of(plan, cell)}{Separator}{revision:d6}");

    /// <summary>Takes the key of a node or a round apart; false for what is none.</summary>
    public static bool TryParse(string key, [NotNullWhen(true)] out string? plan, [NotNullWhen(true)] out string? id)
    {
        (plan, id) = key.Split(Separator) is [var first, var second] && AreIds(first, second) ? (first, second) : (null, null);
        return plan is not null;
    }

    /// <summary>Takes an answer's key apart; false for what is none.</summary>
    public static bool TryParseCell(string key, [NotNullWhen(true)] out string? plan, out ReportKey cell)
    {
        (plan, cell) = key.Split(Separator) is [var first, var round, var indicator, var department] && AreIds(first, round, indicator, department)
            ? (first, new ReportKey(round, indicator, department))
            : (null, default);
        return plan is not null;
    }

    /// <summary>Takes the key of a revision apart; false for what is none.</summary>
    public static bool TryParseReport(string key, [NotNullWhen(true)] out string? plan, out ReportKey cell, out int revision)
    {
        (plan, cell, revision) = (null, default, 0);
        return key.LastIndexOf(Separator) is > 0 and var at
            && int.TryParse(key.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out revision)
            && TryParseCell(key[..at], out plan, out cell)
            && key == Of(plan, cell, revision);
    }

    private static bool AreIds(params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            if (!Identifier.IsValid(id))
            {
                return false;
            }
        }

        return true;
    }
}
