using System.Security.Cryptography;
using System.Text.Json;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Logging;

namespace Hsvo.UseCases;

/// <summary>A submission: rows of one plan, checked as a whole before anything is stored.</summary>
/// <param name="Caller">Who submits.</param>
/// <param name="Plan">The plan's id.</param>
/// <param name="Rows">1 to <see cref="Submission.MaxRows"/> rows.</param>
/// <param name="DryRun">Whether to answer what would happen and store nothing.</param>
/// <param name="IdempotencyKey">The caller's key for safe re-sends, or null.</param>
/// <param name="Door">The door it came through.</param>
public sealed record Submission(Caller Caller, string Plan, IReadOnlyList<SubmittedRow> Rows, bool DryRun, string? IdempotencyKey, Door Door)
{
    /// <summary>Whether the rows are kept as drafts, which count nowhere, in place of being answers.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The most rows it may have.</summary>
    public int MaxRows { get; init; } = SubmitReports.MaxRows;
}

/// <summary>One row as the door read it.</summary>
/// <param name="Indicator">The indicator's node id.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Round">The round's id.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Faults">What the door couldn't read, field by field; such a row is never stored.</param>
public sealed record SubmittedRow(string? Indicator, string? Department, string? Round, SubmittedAnswer Answer, IReadOnlyList<FieldError> Faults)
{
    /// <summary>The revision that the sender saw, 0 for none: another one stored refuses the submission. Null when it doesn't say.</summary>
    public int? Revision { get; init; }
}

/// <summary>What happened to a submission, row by row in its own order.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="DryRun">Whether nothing was stored because that was asked for.</param>
/// <param name="Rows">The rows.</param>
public sealed record SubmissionReceipt(Plan Plan, bool DryRun, IReadOnlyList<RowReceipt> Rows);

/// <summary>What happened to one row.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Result">Created, corrected, unchanged, drafted or withdrawn.</param>
/// <param name="Revision">The revision that counts now; for a draft, the one it is based on.</param>
public sealed record RowReceipt(ReportKey Key, RowResult Result, int Revision);

/// <summary>Takes reports in and loses none: validation is all or nothing, each part of 49 rows is one transaction, a re-send answers the same.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">Plans and meetings, as the feeds hold them.</param>
/// <param name="reports">The reports.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what was taken in.</param>
public sealed partial class SubmitReports(AreaOptions area, PlanFeeds plans, IReportStore reports, TimeProvider time, ILogger<SubmitReports> logger)
{
    /// <summary>The most rows in one submission.</summary>
    public const int MaxRows = 1000;

    /// <summary>The most rows in one push by Power BI's shape: its own limit.</summary>
    public const int MaxPushedRows = 10_000;

    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxIdempotencyKey = 200;

    // Two editors of one cell seldom meet; five misses in a row mean something else is wrong.
    private const int Attempts = 5;

    private const int MaxPauseMilliseconds = 20;

    /// <summary>Says whether a submission has too few or too many rows, before any is read; null when it hasn't.</summary>
    public static Failure? RefuseCount(int rows) => SubmissionCheck.RefuseCount(rows, MaxRows);

    /// <summary>Submits.</summary>
    public async Task<Outcome<SubmissionReceipt>> HandleAsync(Submission submission, CancellationToken cancellationToken)
    {
        var key = new PlanKey(area.Area, submission.Plan);
        if (!Identifier.IsValid(submission.Plan) || await plans.FindAsync(key, cancellationToken) is not { } snapshot)
        {
            return SubmissionCheck.Fail(FailureKind.Invalid, [new("plan.unknown", "/plan",
                $"Planen ”{Excerpt.Of(submission.Plan)}” finns inte.", $"There is no plan '{Excerpt.Of(submission.Plan)}'.")]);
        }

        var receiptKey = ReceiptKeyOf(submission);
        var bodyHash = HashOf(new { submission.Plan, submission.IsDraft, submission.Rows });
        var sent = await ReadSentAsync(key, receiptKey, cancellationToken);
        if (AnswerAgain(sent, submission, snapshot.Plan, bodyHash) is { } again)
        {
            return again;
        }

        var check = new SubmissionCheck(snapshot, submission.Caller, submission.IsDraft, time.Today());
        var rows = check.Read(submission.Rows, submission.MaxRows, out var failure);
        if (failure is not null)
        {
            // An earlier sending may have stored its first parts before the rules or the rights were changed.
            return Partly(failure, [.. Enumerable.Range(0, sent.Sum(p => p.Rows.Count))]);
        }

        var progress = new SubmissionProgress(submission, check, rows, receiptKey, bodyHash, time.GetUtcNow());
        try
        {
            return await StoreAsync(key, snapshot, sent, check, progress, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // Nobody knows what was stored.
            plans.Invalidate(key);
            return Busy(progress);
        }
    }

    private async Task<Outcome<SubmissionReceipt>> StoreAsync(
        PlanKey key, PlanSnapshot snapshot, IReadOnlyList<SentPart> sent, SubmissionCheck check, SubmissionProgress progress, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (attempt > 0)
            {
                // Writers that met once would meet again in step.
                await Task.Delay(Random.Shared.Next(MaxPauseMilliseconds << attempt), cancellationToken);
                sent = await ReadSentAsync(key, progress.ReceiptKey, cancellationToken);
            }

            if (!progress.TryContinue(sent))
            {
                return Mismatch;
            }

            if (await DecideAsync(key, attempt == 0 ? snapshot.Stored : null, check, progress, cancellationToken) is { } failure)
            {
                return Partly(failure, progress.StoredRows());
            }

            if (progress.IsDryRun)
            {
                return progress.Receipt(snapshot.Plan);
            }

            if (await StorePartsAsync(snapshot.Plan, progress, cancellationToken))
            {
                var receipt = progress.Receipt(snapshot.Plan);
                LogTakenIn(receipt.Rows.Count, key, progress.Door, new(receipt));
                return receipt;
            }
        }

        return Busy(progress) with
        {
            Code = "reports.busy",
            Swedish = "Flera skriver samma svar samtidigt. Skicka samma sak igen: det som redan sparats dubbleras inte.",
            English = "Several are writing the same answers at once. Send the same again: what is stored already isn't doubled.",
        };
    }

    // What the feed holds is at most a second old, and a transaction is refused where that is too old. What is answered without storing anything, a
    // refusal or that nothing is new, is decided on what storage holds now.
    private async Task<Failure?> DecideAsync(
        PlanKey key, IReadOnlyList<StoredCell>? known, SubmissionCheck check, SubmissionProgress progress, CancellationToken cancellationToken)
    {
        if (known is not null && !progress.IsDryRun
            && await DecideAsync(key, known.ToDictionary(c => c.Report.Key), check, progress, cancellationToken) is null && progress.StoresEveryRow)
        {
            return null;
        }

        var cells = (await reports.ReadCellsAsync(key, cancellationToken)).ToDictionary(c => c.Report.Key);
        return await DecideAsync(key, cells, check, progress, cancellationToken);
    }

    private async Task<Failure?> DecideAsync(
        PlanKey key, Dictionary<ReportKey, StoredCell> cells, SubmissionCheck check, SubmissionProgress progress, CancellationToken cancellationToken)
    {
        if (progress.Overtaken(cells).ToList() is { Count: > 0 } overtaken)
        {
            return SubmissionCheck.Overtaken(overtaken);
        }

        if (SubmissionCheck.FindNothingToWithdraw(progress.NothingToWithdraw(cells)) is { Count: > 0 } nothing)
        {
            return SubmissionCheck.Fail(FailureKind.Invalid, nothing);
        }

        progress.Decide(cells, await ReadHistoriesAsync(key, progress.NeedHistory(cells), cancellationToken));
        progress.Mark(reports => check.Mark(cells.Values, reports));
        return check.FindMissingReasons(progress.Corrections) is { Count: > 0 } faults ? SubmissionCheck.Fail(FailureKind.Invalid, faults) : null;
    }

    // What was stored whole is answered as it was then, whatever has become of plan and rights since.
    private static Outcome<SubmissionReceipt>? AnswerAgain(IReadOnlyList<SentPart> sent, Submission submission, Plan plan, string bodyHash)
    {
        if (sent.Any(p => p.BodyHash != bodyHash))
        {
            return Mismatch;
        }

        SentRow[] rows = [.. sent.OrderBy(p => p.Part).SelectMany(p => p.Rows)];
        if (rows.Length == 0 || rows.Length != submission.Rows.Count)
        {
            return null;
        }

        return new SubmissionReceipt(plan, DryRun: false,
            [.. submission.Rows.Zip(rows, (s, r) => new RowReceipt(new(s.Round!, s.Indicator!, s.Department!), r.Result, r.Revision))]);
    }

    private async Task<IReadOnlyList<SentPart>> ReadSentAsync(PlanKey key, string? receiptKey, CancellationToken cancellationToken) =>
        receiptKey is null ? [] : await reports.ReadSentAsync(key, receiptKey, cancellationToken);

    private async Task<bool> StorePartsAsync(Plan plan, SubmissionProgress progress, CancellationToken cancellationToken)
    {
        var key = plan.Key;
        foreach (var part in progress.PartsToStore())
        {
            var sent = await FindSentDraftsAsync(plan, part.Content, cancellationToken);

            // Once begun a part is stored to its end, whether or not the client still listens: it can't be half.
            cancellationToken.ThrowIfCancellationRequested();
            var appended = await reports.AppendAsync(key, part.Content, CancellationToken.None);
            if (appended.Outcome == AppendOutcome.Conflict)
            {
                plans.Invalidate(key);
                return false;
            }

            progress.MarkStored(part.Number);
            Measures.Accepted(part.Content.Revisions);
            Tell(key, part.Content, appended);
            await ForgetAsync(key, sent, new(progress.Caller.ObjectId, time.GetUtcNow()) { Origin = progress.Caller.Origin });
        }

        return true;
    }

    // The drafts that became the answers which are taken back: they don't come back with them. Looked for while these still stand, since afterwards
    // nothing tells such a draft from one that is written on.
    private async Task<IReadOnlyList<StoredDraft>> FindSentDraftsAsync(Plan plan, SubmissionPart part, CancellationToken cancellationToken)
    {
        var takenBack = part.Revisions.Where(r => r.Report.IsWithdrawn).Select(r => r.Report.Key).ToHashSet();
        return takenBack.Count == 0
            ? []
            : [.. RetiredDrafts.In(plan, await reports.ReadCellsAndDraftsAsync(plan.Key, cancellationToken)).Where(d => takenBack.Contains(d.Draft.Key))];
    }

    // As they were found: what a colleague has saved in one's place since stays, and takes no other along. What they answered is taken back by now, so
    // that storage which fails here fails nothing: the drafts are left to whoever sees them.
    private async Task ForgetAsync(PlanKey plan, IReadOnlyList<StoredDraft> sent, RemovedBy by)
    {
        try
        {
            if (await reports.TryRemoveDraftsAsync(plan, sent, by, CancellationToken.None))
            {
                return;
            }

            foreach (var draft in sent)
            {
                await reports.TryRemoveDraftsAsync(plan, [draft], by, CancellationToken.None);
            }
        }
        catch (StoreUnavailableException unavailable)
        {
            LogNotForgotten(unavailable, sent.Count, plan);
        }
    }

    private void Tell(PlanKey key, SubmissionPart part, AppendedPart appended)
    {
        if (appended.Cells.Count < part.Revisions.Count)
        {
            plans.Invalidate(key);
        }
        else if (appended.Cells.Count > 0)
        {
            plans.Put(key, appended.Cells);
        }
    }

    // What is masked stands in the log alone, and so does what a withdrawal brings to mind. They are few, so each is asked for by itself.
    private async Task<IReadOnlyDictionary<ReportKey, IReadOnlyList<LoggedRevision>>> ReadHistoriesAsync(
        PlanKey key, IEnumerable<ReportKey> cells, CancellationToken cancellationToken)
    {
        var histories = new Dictionary<ReportKey, IReadOnlyList<LoggedRevision>>();
        foreach (var cell in cells.Distinct())
        {
            histories[cell] = await reports.ReadHistoryAsync(key, cell, cancellationToken);
        }

        return histories;
    }

    // Somebody else's answer may have come between after earlier parts were stored.
    private static Failure Partly(Failure failure, int[] stored) => stored.Length > 0
        ? failure with
        {
            Swedish = "En del har sparats: rätta felen och skicka igen.",
            English = "Some of it was stored: mend the faults and send again.",
            StoredRows = stored,
        }
        : failure;

    private static Failure Busy(SubmissionProgress progress) => new(FailureKind.Unavailable, "storage.unavailable",
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

    [LoggerMessage(30, LogLevel.Information, "Took in {Rows} rows of the plan {Plan} by {Door}: {Results}.")]
    private partial void LogTakenIn(int rows, PlanKey plan, Door door, ResultsInWords results);

    [LoggerMessage(31, LogLevel.Warning, "Of {Drafts} drafts in the plan {Plan}, whose answers were taken back, some could not be forgotten.")]
    private partial void LogNotForgotten(Exception exception, int drafts, PlanKey plan);

    // Written only when somebody reads it.
    private readonly record struct ResultsInWords(SubmissionReceipt Receipt)
    {
        public override string ToString() => string.Join(", ", Receipt.Rows.CountBy(r => r.Result).Select(r => $"{r.Value} {r.Key}"));
    }
}
