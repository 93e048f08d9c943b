using Hsvo.Domain.Reports;

namespace Hsvo.UseCases.Stores;

/// <summary>A part of a plan's log that its keys tell: everything, one round's, one row's in a round, or one answer's.</summary>
/// <param name="Round">The round's id; null for all.</param>
/// <param name="Indicator">The row's id in that round; null for all.</param>
/// <param name="Department">Whose answer to that row; null for everyone's.</param>
public sealed record LogRange(string? Round = null, string? Indicator = null, string? Department = null)
{
    /// <summary>The revision after which it begins; null for the first.</summary>
    public LogPosition? After { get; init; }

    /// <summary>How many revisions are wanted of it, so that storage needn't send more at a time; null when nobody knows.</summary>
    public int? Wanted { get; init; }
}

/// <summary>A revision's place in a plan's log.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Revision">The revision.</param>
public readonly record struct LogPosition(ReportKey Cell, int Revision);
