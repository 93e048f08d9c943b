using System.Globalization;
using System.Text;
using Hsvo.Contracts.Api;

namespace Hsvo.LocalHost.Example;

/// <summary>A plan's status as a table for the terminal: one line for each focus area and goal.</summary>
internal static class StatusTable
{
    private const int TextWidth = 62;

    /// <summary>The table.</summary>
    public static string Of(StatusDocument status)
    {
        var table = new StringBuilder();
        table.AppendLine(status.Plan.Title);
        table.AppendLine(Heading(status));
        table.AppendLine();
        table.AppendLine(Line("Mål", "Läge", "Svar", "Väntas"));
        table.AppendLine(new string('-', TextWidth + 38));
        foreach (var focusArea in status.FocusAreas)
        {
            table.AppendLine(Line(focusArea));
            foreach (var goal in focusArea.Children)
            {
                table.AppendLine(Line(goal));
            }
        }

        return table.ToString();
    }

    private static string Heading(StatusDocument status) => status.Meeting is { } meeting
        ? string.Create(CultureInfo.InvariantCulture,
            $"Omgång {status.Round.Id}, samråd {meeting.Date:yyyy-MM-dd}{(meeting.IsExample ? " (exempel)" : "")}, svar senast {meeting.Due:yyyy-MM-dd}.{(status.IsExample ? " Svaren är exempel." : "")}")
        : $"Omgång {status.Round.Id}, samrådet har inget datum än.";

    private static string Line(StatusNode node) => Line(
        $"{(node.Level == 0 ? "" : "  ")}{node.Number} {node.Text}",
        node.StatusText ?? "–",
        node.Coverage.Text,
        (node.Reporting.Due + node.Reporting.Missing).ToString(CultureInfo.InvariantCulture));

    private static string Line(string text, string status, string coverage, string awaited) =>
        $"{Fit(text),-TextWidth}  {status,-14}{coverage,-12}{awaited,6}";

    private static string Fit(string text) => text.Length <= TextWidth ? text : string.Concat(text.AsSpan(0, TextWidth - 1), "…");
}
