using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// How a submission is cut into parts that each fit one transaction: by row order, at most <see cref="IReportStore.MaxRowsPerPart"/> rows, and fewer
/// where the texts are long. The same rows are always cut the same way, so that a re-send finds its parts again.
/// </summary>
internal sealed class SubmissionParts
{
    // A transaction's body is 4 MiB at most. Each text stands in it twice, in the log and in the cell, and a letter may take twelve bytes escaped.
    private const int MaxLetters = 150_000;

    private readonly int[] _partOf;
    private readonly List<int> _starts = [];

    /// <param name="rows">The rows.</param>
    /// <param name="hasReceipt">Whether a receipt goes with each part.</param>
    public SubmissionParts(IReadOnlyList<CheckedRow> rows, bool hasReceipt)
    {
        var most = hasReceipt ? IReportStore.MaxRowsBesideReceipt : IReportStore.MaxRowsPerPart;
        _partOf = new int[rows.Count];
        var letters = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var own = LettersIn(rows[i]);
            if (i == 0 || i - _starts[^1] == most || letters + own > MaxLetters)
            {
                _starts.Add(i);
                letters = 0;
            }

            letters += own;
            _partOf[i] = _starts.Count - 1;
        }
    }

    /// <summary>How many parts there are.</summary>
    public int Count => _starts.Count;

    /// <summary>The part a row is in.</summary>
    public int PartOf(int row) => _partOf[row];

    /// <summary>A part's rows.</summary>
    public Range RangeOf(int part) => new(_starts[part], part + 1 < _starts.Count ? _starts[part + 1] : _partOf.Length);

    private static int LettersIn(CheckedRow row) =>
        (row.Comment?.Length ?? 0) + (row.Reason?.Length ?? 0) + row.Answer.Values.Sum(v => v.Text?.Length ?? 0)
        + (row.Sent.Value?.Text?.Length ?? 0) + (row.Sent.Parts?.Values.Sum(v => v.Text?.Length ?? 0) ?? 0);
}
