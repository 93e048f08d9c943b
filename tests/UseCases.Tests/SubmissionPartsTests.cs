using Hsvo.Domain.Reports;

namespace Hsvo.UseCases.Tests;

public sealed class SubmissionPartsTests
{
    [Theory]
    [InlineData(1, false, new[] { 0 })]
    [InlineData(49, false, new[] { 0 })]
    [InlineData(50, false, new[] { 0, 49 })]
    [InlineData(99, false, new[] { 0, 49, 98 })]
    [InlineData(48, true, new[] { 0 })]
    [InlineData(49, true, new[] { 0, 48 })]
    [InlineData(97, true, new[] { 0, 48, 96 })]
    public void Short_rows_are_cut_by_forty_nine_and_by_one_less_beside_a_receipt(int rows, bool hasReceipt, int[] starts)
    {
        var parts = new SubmissionParts([.. Enumerable.Range(0, rows).Select(i => Row(i, letters: 10))], hasReceipt);

        Assert.Equal(starts, Enumerable.Range(0, parts.Count).Select(p => parts.RangeOf(p).Start.Value));
        Assert.Equal(rows, parts.RangeOf(parts.Count - 1).End.Value);
    }

    [Fact]
    public void Rows_with_every_text_at_its_longest_are_cut_where_a_transaction_of_four_mebibytes_still_takes_them()
    {
        CheckedRow[] rows = [.. Enumerable.Range(0, 100).Select(i => Row(i, AnswerReader.MaxText))];

        var parts = new SubmissionParts(rows, hasReceipt: false);

        // Each letter may take six bytes escaped, and each text is written to the log and to the cell.
        Assert.All(Enumerable.Range(0, parts.Count), p => Assert.True(rows[parts.RangeOf(p)].Length * (AnswerReader.MaxText * 2 * 6 * 2) < 4 * 1024 * 1024));
        Assert.All(Enumerable.Range(0, rows.Length), r => Assert.Contains(r, Enumerable.Range(0, rows.Length).Take(parts.RangeOf(parts.PartOf(r)))));
    }

    private static CheckedRow Row(int i, int letters) => new(
        new("2021-05", $"i{i}", "ubn"), new() { Value = AnswerValue.Words(new('å', letters)) }, Comment: new('å', letters), Reason: null);
}
