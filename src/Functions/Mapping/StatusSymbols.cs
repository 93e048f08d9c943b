using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Mapping;

/// <summary>The sign that stands beside each status's word, so that it is told apart on paper without colours.</summary>
internal static class StatusSymbols
{
    public static string Symbol(this Status status) => status switch
    {
        Status.Completed => "✔",
        Status.OnTrack => "●",
        Status.NotStarted => "○",
        Status.AtRisk => "▲",
        Status.Behind => "▼",
        _ => "✖",
    };
}
