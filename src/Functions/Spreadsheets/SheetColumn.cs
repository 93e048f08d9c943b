namespace Hsvo.Functions.Spreadsheets;

/// <summary>A column of an answer sheet.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Field">The field of a submission's row that it gives; null for what only tells.</param>
/// <param name="Width">Its width in a workbook, in characters.</param>
/// <param name="IsAnswer">Whether it is filled in.</param>
internal sealed record SheetColumn(string Name, string? Field, int Width, bool IsAnswer = false);
