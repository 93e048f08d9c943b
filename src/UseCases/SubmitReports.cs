using System.Security.Cryptography;
using System.Text.Json;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>A submission: rows of one plan, checked as a whole before anything is stored.</summary>
/// <param name="Caller">Who submits.</param>
/// <param name="Plan">The plan's id.</param>
/// <param name="Rows">1 to <see cref="SubmitReports.MaxRows"/> rows.</param>
/// <param name="DryRun">Whether to answer what would happen and store nothing.</param>
/// <param name="IdempotencyKey">The caller's key for safe re-sends, or null.</param>
/// <param name="Door">The door it came through.</param>
public sealed record Submission(Caller Caller, string Plan, IReadOnlyList<SubmittedRow> Rows, bool DryRun, string? IdempotencyKey, Door Door);

/// <summary>One row as the door read it.</summary>
/// <param name="Indicator">The indicator's node id.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Round">The round's id.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Faults">What the door couldn't read, field by field; such a row is never stored.</param>
public sealed record SubmittedRow(string? Indicator, string? Department, string? Round, SubmittedAnswer Answer, IReadOnlyList<FieldError> Faults);

/// <summary>What happened to a submission, row by row in its own order.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="DryRun">Whether nothing was stored because that was asked for.</param>
/// <param name="Rows">The rows.</param>
public sealed record SubmissionReceipt(Plan Plan, bool DryRun, IReadOnlyList<RowReceipt> Rows);

/// <summary>What happened to one row.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Result">Created, corrected or unchanged.</param>
/// <param name="Revision">The revision that counts now.</param>
public sealed record RowReceipt(ReportKey Key, RowResult Result, int Revision);

/// <summary>Takes reports in and loses none: validation is all or nothing, each part of 49 rows is one transaction, a re-send answers the same.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">Plans and meetings, as the feeds hold them.</param>
/// <param name="reports">The reports.</param>
/// <param name="time">The clock.</param>
public sealed class SubmitReports(AreaOptions area, PlanFeeds plans, IReportStore reports, TimeProvider time)
{
    /// <summary>The most rows in one submission.</summary>
    public const int MaxRows = 1000;

    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxIdempotencyKey = 200;

    // Two editors of one cell seldom meet; five misses in a row mean something else is wrong.
    private const int Attempts = 5;

    /// <summary>Submits.</summary>
    public async Task<Outcome<SubmissionReceipt>> HandleAsync(Submission submission, CancellationToken cancellationToken)
    {
        var key = new PlanKey(area.Area, submission.Plan);
        if (!Identifier.IsValid(submission.Plan) || await plans.FindAsync(key, cancellationToken) is not { } snapshot)
        {
            return SubmissionCheck.Fail(FailureKind.Invalid, [new("plan.unknown", "/plan", $"Planen ”{submission.Plan}” finns inte.", $"There is no plan '{submission.Plan}'.")]);
        }

        var check = new SubmissionCheck(snapshot, submission.Caller, time.Today());
        var rows = check.Read(submission.Rows, out var failure);
        if (failure is not null)
        {
            return failure;
        }

        var progress = new Progress(submission, rows, ReceiptKeyOf(submission), HashOf(new { submission.Plan, submission.Rows }), time.GetUtcNow());
        try
        {
            return await StoreAsync(key, snapshot, check, progress, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return Busy(progress);
        }
        finally
        {
            plans.Invalidate(key);
        }
    }

    private async Task<Outcome<SubmissionReceipt>> StoreAsync(
        PlanKey key, PlanSnapshot snapshot, SubmissionCheck check, Progress progress, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var sent = progress.ReceiptKey is { } receipt ? await reports.ReadSentAsync(key, receipt, cancellationToken) : [];
            if (!progress.TryContinue(sent))
            {
                return Mismatch;
            }

            var cells = (await reports.ReadCellsAsync(key, cancellationToken)).ToDictionary(c => c.Report.Key);
            progress.Decide(cells);
            if (check.FindMissingReasons(progress.Corrections) is { Count: > 0 } faults)
            {
                return ReasonsMissing(faults, progress);
            }

            if (progress.IsDryRun || await StorePartsAsync(key, progress, cancellationToken))
            {
                return progress.Receipt(snapshot.Plan);
            }
        }

        return Busy(progress);
    }

    private async Task<bool> StorePartsAsync(PlanKey key, Progress progress, CancellationToken cancellationToken)
    {
        foreach (var part in progress.PartsToStore())
        {
            // Once begun a part is stored to its end, whether or not the client still listens: it can't be half.
            cancellationToken.ThrowIfCancellationRequested();
            if (await reports.AppendAsync(key, part.Content, CancellationToken.None) == AppendOutcome.Conflict)
            {
                return false;
            }

            progress.MarkStored(part.Number);
        }

        return true;
    }

    // Somebody else's answer may have made a correction of a row after earlier parts were stored.
    private static Failure ReasonsMissing(IReadOnlyList<Fault> faults, Progress progress)
    {
        var failure = SubmissionCheck.Fail(FailureKind.Invalid, faults);
        return progress.StoredRows() is { Length: > 0 } stored
            ? failure with
            {
                Swedish = "En del har sparats: rätta felen och skicka igen.",
                English = "Some of it was stored: mend the faults and send again.",
                StoredRows = stored,
            }
            : failure;
    }

    private static Failure Busy(Progress progress) => new(FailureKind.Unavailable, "storage.unavailable",
        "Lagringen svarar inte just nu. Skicka samma sak igen: det som redan sparats dubbleras inte.",
        "Storage doesn't answer right now. Send the same again: what is stored already isn't doubled.")
    {
        RetryAfter = TimeSpan.FromSeconds(2),
        StoredRows = progress.StoredRows(),
    };

    private static Failure Mismatch => new(FailureKind.Invalid, "idempotency.mismatch",
        "Samma Idempotency-Key har använts för ett annat innehåll.", "The same Idempotency-Key was used for another body.")
    {
        Faults = [new("idempotency.mismatch", "Idempotency-Key", "Använd en ny nyckel för ett nytt innehåll.", "Use a new key for a new body.")],
    };

    // The key is the caller's own: two callers with the same key don't meet.
    private static string? ReceiptKeyOf(Submission submission) =>
        submission is { DryRun: false, IdempotencyKey: { } key } ? HashOf(new { submission.Caller.ObjectId, Key = key }) : null;

    private static string HashOf(object content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));

    /// <summary>How far one submission has come.</summary>
    private sealed class Progress(Submission submission, IReadOnlyList<CheckedRow> rows, string? receiptKey, string bodyHash, DateTimeOffset now)
    {
        private readonly string _submissionId = Guid.NewGuid().ToString("N");
        private readonly SentRow[] _results = new SentRow[rows.Count];
        private readonly NewRevision?[] _revisions = new NewRevision?[rows.Count];
        private readonly HashSet<int> _storedParts = [];

        public bool IsDryRun => submission.DryRun;

        public string? ReceiptKey => receiptKey;

        /// <summary>The rows about to change an answer that is there.</summary>
        public IEnumerable<(int Row, Report Report)> Corrections => Enumerable.Range(0, rows.Count)
            .Where(i => !_storedParts.Contains(PartOf(i)) && _results[i].Result == RowResult.Corrected && _revisions[i] is not null)
            .Select(i => (i, _revisions[i]!.Report));

        private int PartCount => PartOf(rows.Count - 1) + 1;

        /// <summary>Takes over what an earlier sending of the same submission stored; false when it was another submission.</summary>
        public bool TryContinue(IReadOnlyList<SentPart> earlier)
        {
            if (earlier.Any(p => p.BodyHash != bodyHash))
            {
                return false;
            }

            foreach (var part in earlier)
            {
                part.Rows.ToArray().CopyTo(_results, part.Part * IReportStore.MaxRowsPerPart);
                _storedParts.Add(part.Part);
            }

            return true;
        }

        /// <summary>Decides for each row not yet stored what it does to the cells as they stand.</summary>
        public void Decide(Dictionary<ReportKey, StoredCell> cells)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (!_storedParts.Contains(PartOf(i)))
                {
                    Decide(i, cells.GetValueOrDefault(rows[i].Key));
                }
            }
        }

        public IEnumerable<(int Number, SubmissionPart Content)> PartsToStore()
        {
            for (var number = 0; number < PartCount; number++)
            {
                if (_storedParts.Contains(number))
                {
                    continue;
                }

                var range = RangeOf(number);
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

        public int[] StoredRows() => [.. Enumerable.Range(0, rows.Count).Where(i => _storedParts.Contains(PartOf(i)))];

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

            if (current is not null && current.Answer.SaysTheSameAs(row.Answer) && current.Comment == row.Comment)
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

        private static int PartOf(int row) => row / IReportStore.MaxRowsPerPart;

        private Range RangeOf(int part) =>
            new(part * IReportStore.MaxRowsPerPart, Math.Min((part + 1) * IReportStore.MaxRowsPerPart, rows.Count));
    }
}
