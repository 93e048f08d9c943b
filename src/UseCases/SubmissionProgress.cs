using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>How far one submission has come.</summary>
internal sealed class SubmissionProgress(Submission submission, IReadOnlyList<CheckedRow> rows, string? receiptKey, string bodyHash, DateTimeOffset now)
{
    private readonly string _submissionId = Guid.NewGuid().ToString("N");
    private readonly SentRow[] _results = new SentRow[rows.Count];
    private readonly NewRevision?[] _revisions = new NewRevision?[rows.Count];
    private readonly HashSet<int> _storedParts = [];
    private readonly SubmissionParts _parts = new(rows);

    public bool IsDryRun => submission.DryRun;

    public string? ReceiptKey => receiptKey;

    /// <summary>The rows about to change an answer that is there.</summary>
    public IEnumerable<(int Row, Report Report)> Corrections => Enumerable.Range(0, rows.Count)
        .Where(i => !_storedParts.Contains(_parts.PartOf(i)) && _results[i].Result == RowResult.Corrected && _revisions[i] is not null)
        .Select(i => (i, _revisions[i]!.Report));

    /// <summary>Takes over what an earlier sending of the same submission stored; false when it was another submission.</summary>
    public bool TryContinue(IReadOnlyList<SentPart> earlier)
    {
        if (earlier.Any(p => p.BodyHash != bodyHash))
        {
            return false;
        }

        foreach (var part in earlier)
        {
            part.Rows.ToArray().CopyTo(_results, _parts.RangeOf(part.Part).Start.Value);
            _storedParts.Add(part.Part);
        }

        return true;
    }

    /// <summary>Decides for each row not yet stored what it does to the cells as they stand.</summary>
    public void Decide(Dictionary<ReportKey, StoredCell> cells)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!_storedParts.Contains(_parts.PartOf(i)))
            {
                Decide(i, cells.GetValueOrDefault(rows[i].Key));
            }
        }
    }

    public IEnumerable<(int Number, SubmissionPart Content)> PartsToStore()
    {
        for (var number = 0; number < _parts.Count; number++)
        {
            if (_storedParts.Contains(number))
            {
                continue;
            }

            var range = _parts.RangeOf(number);
            NewRevision[] revisions = [.. _revisions[range].OfType<NewRevision>()];
            var receipt = receiptKey is null ? null : new SentPart(receiptKey, number, bodyHash, _results[range], now);
            if (revisions.Length > 0 || receipt is not null)
            {
                yield return (number, new(revisions, receipt));
            }
        }
    }

    public void MarkStored(int part) => _storedParts.Add(part);

    public SubmissionReceipt Receipt(Plan plan) =>
        new(plan, IsDryRun, [.. rows.Select((r, i) => new RowReceipt(r.Key, _results[i].Result, _results[i].Revision))]);

    public int[] StoredRows() => [.. Enumerable.Range(0, rows.Count).Where(i => _storedParts.Contains(_parts.PartOf(i)))];

    private void Decide(int i, StoredCell? cell)
    {
        var row = rows[i];
        var current = cell?.Report;

        // Stored by this very submission, though the answer of storage was lost: the result decided then still holds.
        if (current?.Submission == _submissionId)
        {
            _revisions[i] = null;
            return;
        }

        if (current is not null && SaysTheSame(current, row))
        {
            _results[i] = new(RowResult.Unchanged, current.Revision);
            _revisions[i] = null;
            return;
        }

        var report = new Report
        {
            Key = row.Key,
            Revision = (current?.Revision ?? 0) + 1,
            Answer = row.Answer,
            Comment = row.Comment,
            Reason = row.Reason,
            Reporter = submission.Caller.ObjectId,
            Submission = _submissionId,
            ReportedAt = now,
            FirstReportedAt = current?.FirstReportedAt ?? now,
            Door = submission.Door,
            IsExample = submission.Caller.IsExample,
        };
        _results[i] = new(current is null ? RowResult.Created : RowResult.Corrected, report.Revision);
        _revisions[i] = new(report, cell?.Version);
    }

    // Why a row isn't applicable is what it says; why an answer was corrected tells of the correction alone.
    private static bool SaysTheSame(Report current, CheckedRow row) =>
        current.Answer.SaysTheSameAs(row.Answer) && current.Comment == row.Comment && (!row.Answer.NotApplicable || current.Reason == row.Reason);
}
