using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>One line of an answer sheet: a row of the plan, or one part of a compound one.</summary>
/// <param name="Asked">How it is answered.</param>
/// <param name="IsFirst">Whether it is the only or the first line of its row, where what is said of the whole row stands.</param>
/// <param name="Assessments">The statuses that may be sent along with some answer.</param>
/// <param name="Cells">What stands in it.</param>
internal sealed record AnswerLine(IndicatorSpec Asked, bool IsFirst, IReadOnlyList<Status> Assessments, IReadOnlyDictionary<SheetColumn, SheetValue> Cells)
{
    /// <summary>What stands in a column.</summary>
    public SheetValue this[SheetColumn column] => Cells.GetValueOrDefault(column);

    /// <summary>Whether something can be written in a column: what is said of a whole row is said on its first line.</summary>
    public bool Takes(SheetColumn column) => column.IsAnswer && (column == SheetColumns.Value || (IsFirst && (
        column == SheetColumns.Numerator || column == SheetColumns.Denominator ? Asked is { Kind: IndicatorKind.Percentage, Parts.Count: 0 }
        : column != SheetColumns.Assessment || Assessments.Count > 0)));
}
