using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>A row about to change an answer that is there.</summary>
/// <param name="Row">Its place.</param>
/// <param name="Report">The new revision.</param>
/// <param name="IsAccepted">Whether the answer that is there was accepted.</param>
internal sealed record Correction(int Row, Report Report, bool IsAccepted);

/// <summary>How far one submission has come.</summary>
internal sealed class SubmissionProgress(Submission submission, SubmissionCheck check, IReadOnlyList<CheckedRow> rows, string? receiptKey, string bodyHash, DateTimeOffset now)
{
    private readonly string _submissionId = Guid.NewGuid().ToString("N");
    private readonly SentRow[] _results = new SentRow[rows.Count];
    private readonly NewRevision?[] _revisions = new NewRevision?[rows.Count];
    private readonly bool[] _areAccepted = new bool[rows.Count];
    private readonly bool[] _areReopened = new bool[rows.Count];
    private readonly Draft?[] _drafts = new Draft?[rows.Count];
    private readonly HashSet<int> _storedParts = [];
    private readonly SubmissionParts _parts = new(rows, receiptKey is not null);

    public bool IsDryRun => submission.DryRun;

    public bool IsDraft => submission.IsDraft;

    public Door Door => submission.Door;

    public Caller Caller => submission.Caller;

    public string? ReceiptKey => receiptKey;

    /// <summary>The rows about to change an answer that is there, or to take it back.</summary>
    public IEnumerable<Correction> Corrections => Unstored
        .Where(i => _results[i].Result is RowResult.Corrected or RowResult.Withdrawn && _revisions[i] is not null && !_areReopened[i])
        .Select(i => new Correction(i, _revisions[i]!.Report, _areAccepted[i]));

    private IEnumerable<int> Unstored => Enumerable.Range(0, rows.Count).Where(i => !_storedParts.Contains(_parts.PartOf(i)));

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

    /// <summary>Whether each row not yet stored is to be, as a revision or a draft.</summary>
    public bool StoresEveryRow => Unstored.All(i => _revisions[i] is not null || _drafts[i] is not null);

    /// <summary>The rows whose sender saw another revision than the stored one. A draft is only ever shown as outdated.</summary>
    public IEnumerable<(int Row, CheckedRow Sent, Report? Stored)> Overtaken(IReadOnlyDictionary<ReportKey, StoredCell> cells) => submission.IsDraft
        ? []
        : Unstored.Select(i => (Row: i, Sent: rows[i], Stored: cells.GetValueOrDefault(rows[i].Key)?.Report))
            .Where(r => r.Sent.Seen is { } seen && seen != (r.Stored?.Revision ?? 0) && !IsOwn(r.Stored, r.Sent, seen));

    // Told that nobody knows what was stored, a client sends the same again: what it meets then is its own answer.
    private bool IsOwn(Report? stored, CheckedRow sent, int seen) => stored is not null
        && (stored.Submission == _submissionId
            || (stored.Revision == seen + 1 && stored.Reporter == submission.Caller.ObjectId && SaysTheSame(stored, sent)));

    /// <summary>The rows that take back an answer where none was ever given.</summary>
    public IEnumerable<int> NothingToWithdraw(IReadOnlyDictionary<ReportKey, StoredCell> cells) =>
        Unstored.Where(i => rows[i].IsWithdrawal && !cells.ContainsKey(rows[i].Key));

    /// <summary>
    /// The cells of which only the log can tell enough: whether a row says the same as what is masked, and what stood there before an answer that is taken
    /// back.
    /// </summary>
    /// <param name="cells">The cells.</param>
    public IEnumerable<ReportKey> NeedHistory(IReadOnlyDictionary<ReportKey, StoredCell> cells) => submission.IsDraft
        ? []
        : from i in Unstored
          let current = cells.GetValueOrDefault(rows[i].Key)?.Report
          where current is { Mask: not null }
              || (rows[i].IsWithdrawal && current is { IsWithdrawn: false, Revision: > 1 })
          select current.Key;

    /// <summary>Decides for each row not yet stored what it does to the cells as they stand.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="histories">What the log holds of those of <see cref="NeedHistory"/>.</param>
    public void Decide(IReadOnlyDictionary<ReportKey, StoredCell> cells, IReadOnlyDictionary<ReportKey, IReadOnlyList<LoggedRevision>> histories)
    {
        foreach (var i in Unstored)
        {
            var cell = cells.GetValueOrDefault(rows[i].Key);
            if (submission.IsDraft)
            {
                DecideDraft(i, cell?.Report.Revision ?? 0);
            }
            else
            {
                Decide(i, cell, histories.GetValueOrDefault(rows[i].Key) ?? []);
            }
        }
    }

    /// <summary>Has the new revisions marked with what is to be known of them for ever.</summary>
    public void Mark(Func<IReadOnlyList<Report>, IReadOnlyList<Report>> mark)
    {
        int[] changed = [.. Unstored.Where(i => _revisions[i] is not null)];
        foreach (var (i, report) in changed.Zip(mark([.. changed.Select(i => _revisions[i]!.Report)])))
        {
            _revisions[i] = _revisions[i]! with { Report = report };
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
            Draft[] drafts = [.. _drafts[range].OfType<Draft>()];
            var receipt = receiptKey is null ? null : new SentPart(receiptKey, number, bodyHash, _results[range], now);
            if (revisions.Length > 0 || drafts.Length > 0 || receipt is not null)
            {
                yield return (number, new(revisions, receipt) { Drafts = drafts });
            }
        }
    }

    public void MarkStored(int part) => _storedParts.Add(part);

    public SubmissionReceipt Receipt(Plan plan) =>
        new(plan, IsDryRun, [.. rows.Select((r, i) => new RowReceipt(r.Key, _results[i].Result, _results[i].Revision))]);

    public int[] StoredRows() => [.. Enumerable.Range(0, rows.Count).Where(i => _storedParts.Contains(_parts.PartOf(i)))];

    private void DecideDraft(int i, int current)
    {
        var basedOn = rows[i].Seen ?? current;
        _results[i] = new(RowResult.Drafted, basedOn);
        _drafts[i] = new()
        {
            Key = rows[i].Key,
            Answer = rows[i].Sent,
            BasedOn = basedOn,
            Author = submission.Caller.ObjectId,
            SavedAt = now,
            Origin = submission.Caller.Origin,
            IsExample = submission.Caller.IsExample,
        };
    }

    private void Decide(int i, StoredCell? cell, IReadOnlyList<LoggedRevision> history)
    {
        var row = rows[i];
        var current = cell?.Report;
        var written = history.Count > 0 ? history[^1].Original : current;

        // Stored by this very submission, though the answer of storage was lost: the result decided then still holds.
        if (current?.Submission == _submissionId)
        {
            _revisions[i] = null;
            return;
        }

        if (current is not null && SaysTheSame(written!, row) && !AnswersTheQuestion(current, written!, row))
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
            Withdrawn = row.IsWithdrawal ? new(current!.Answer.WithoutWords(), check.BeforeIn(row.Key, history)?.WithoutWords(), current.ReportedAt) : null,
            Comment = row.Comment,
            Reason = row.Reason,
            Reporter = submission.Caller.ObjectId,
            Submission = _submissionId,

            // Clocks of two instances may differ: the order of revisions is the order of their times all the same.
            ReportedAt = current?.ReportedAt > now ? current.ReportedAt : now,

            // What was taken back was no answer in time to what is answered now.
            FirstReportedAt = current is { IsWithdrawn: false } ? current.FirstReportedAt : now,
            Door = submission.Door,
            Origin = submission.Caller.Origin,
            IsExample = submission.Caller.IsExample,
            IsHeldBack = row.IsWithdrawal && current!.IsHeldBack,
            HasHiddenPast = row.IsWithdrawal && current!.HasHiddenPast,
            Counted = row.IsWithdrawal ? current!.Counted : null,
        };
        _results[i] = new(current is null ? RowResult.Created : row.IsWithdrawal ? RowResult.Withdrawn : RowResult.Corrected, report.Revision);
        _revisions[i] = new(report, cell?.Version);
        _areAccepted[i] = current is { IsAccepted: true };
        _areReopened[i] = current is { IsWithdrawn: true };
    }

    // Asked whether it is right, a department may well say the same again and why. A check-in's reason is the door's own and says nothing.
    private bool AnswersTheQuestion(Report current, Report written, CheckedRow row) =>
        current.IsSentBack && submission.Door is Door.Api or Door.Page && row.Reason is not null && row.Reason != written.Reason;

    // Why a row isn't applicable is what it says; why an answer was corrected tells of the correction alone.
    // And a number that was a count says something else where a percentage is asked for now.
    private static bool SaysTheSame(Report current, CheckedRow row) => row.IsWithdrawal || current.IsWithdrawn
        ? row.IsWithdrawal && current.IsWithdrawn
        : (row.Asked is null || !current.IsOfAnotherKindThan(row.Asked)) && current.Answer.SaysTheSameAs(row.Answer)
            && FreeText.SaysTheSame(current.Comment, row.Comment) && (!row.Answer.NotApplicable || FreeText.SaysTheSame(current.Reason, row.Reason));
}
