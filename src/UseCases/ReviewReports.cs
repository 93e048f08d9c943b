using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>One row of a review.</summary>
/// <param name="Indicator">The indicator's node id.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Revision">The revision that was reviewed.</param>
/// <param name="Decision">Accept or send back.</param>
/// <param name="Question">What the department is asked; needed to send back.</param>
public sealed record SubmittedReview(string Indicator, string Department, int Revision, ReviewDecision Decision, string? Question);

/// <summary>
/// The coordinator accepts answers or sends them back with a question, all or nothing in one transaction. An answer counts from the moment it was
/// submitted, and counts on when it is sent back: it is only awaited again. A revision that came meanwhile refuses the whole.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="places">Finds what the address names.</param>
/// <param name="reports">The reports.</param>
/// <param name="feeds">Hear of the reviews.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewReports(AreaOptions area, ReportPlaces places, IReportStore reports, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>The most rows of one review: what one transaction takes.</summary>
    public const int MaxRows = IReportStore.MaxRowsPerPart;

    // Coordinators are few; five misses in a row mean something else is wrong.
    private const int Attempts = 5;

    /// <summary>Reviews answers of one round.</summary>
    /// <returns>Each answer as it stands after it, in the rows' order.</returns>
    public async Task<Outcome<IReadOnlyList<Report>>> HandleAsync(
        Caller caller, string plan, string round, IReadOnlyList<SubmittedReview> rows, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(plan, round, cancellationToken)).Succeeded(out var snapshot, out var failure))
        {
            return failure;
        }

        if (FaultsOf(rows, snapshot, round) is { Count: > 0 } faults)
        {
            return Invalid(faults);
        }

        var key = new PlanKey(area.Area, plan);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var cells = (await reports.ReadCellsAsync(key, cancellationToken)).ToDictionary(c => c.Report.Key);
            if (Refuse(rows, round, cells) is { } refused)
            {
                return refused;
            }

            StoredCell[] reviewed = [.. rows.Select(r => Reviewed(cells[KeyOf(r, round)], r, caller))];
            StoredCell[] changed = [.. reviewed.Where(r => r.Report.Review != cells[r.Report.Key].Report.Review)];
            if (changed.Length == 0 || await reports.AppendReviewsAsync(key, changed, CancellationToken.None) == AppendOutcome.Stored)
            {
                feeds.Invalidate(key);
                return reviewed.Select(r => r.Report).ToList();
            }
        }

        return new Failure(FailureKind.Unavailable, "reviews.busy",
            "Svaren ändras just nu. Skicka samma sak igen.", "The answers are being changed right now. Send the same again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };
    }

    private static ReportKey KeyOf(SubmittedReview row, string round) => new(round, row.Indicator, row.Department);

    // Sent again, the same review is no other one: a lost answer does no harm.
    private StoredCell Reviewed(StoredCell cell, SubmittedReview row, Caller caller)
    {
        var before = cell.Report.Review;
        var now = time.GetUtcNow();
        var review = new Review
        {
            Decision = row.Decision,
            Question = row.Question?.Trim(),
            By = caller.ObjectId,
            At = before?.At >= now ? before.At.AddTicks(1) : now,
            Origin = caller.Origin,
        };
        return review.SaysTheSameAs(before) ? cell : cell with { Report = cell.Report with { Review = review } };
    }

    private static Failure? Refuse(IReadOnlyList<SubmittedReview> rows, string round, Dictionary<ReportKey, StoredCell> cells)
    {
        var unanswered = new List<Fault>();
        var overtaken = new List<(int Row, SubmittedReview Review, Report Stored)>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (cells.TryGetValue(KeyOf(rows[i], round), out var cell) && cell.Report.IsWithdrawn)
            {
                unanswered.Add(new("revision.withdrawn", $"/reviews/{i}/revision",
                    $"{rows[i].Department} har tagit tillbaka sitt svar på {rows[i].Indicator}.",
                    $"{rows[i].Department} has withdrawn its answer to {rows[i].Indicator}."));
            }
            else if (cell is null || rows[i].Revision > cell.Report.Revision)
            {
                unanswered.Add(new("revision.unknown", $"/reviews/{i}/revision",
                    $"{rows[i].Department} har ingen revision {rows[i].Revision} av sitt svar på {rows[i].Indicator}.",
                    $"{rows[i].Department} has no revision {rows[i].Revision} of its answer to {rows[i].Indicator}."));
            }
            else if (rows[i].Revision != cell.Report.Revision)
            {
                overtaken.Add((i, rows[i], cell.Report));
            }
        }

        return unanswered.Count > 0 ? Invalid(unanswered)
            : overtaken.Count > 0 ? Overtaken(overtaken)
            : null;
    }

    private static Failure Overtaken(List<(int Row, SubmittedReview Review, Report Stored)> rows) => new(FailureKind.PreconditionFailed, "reviews.overtaken",
        "Inget har sparats: svar har ändrats sedan du läste dem. Läs dem och granska igen.",
        "Nothing was stored: answers were changed after you read them. Read them and review again.")
    {
        Faults =
        [
            .. rows.Select(r => new Fault("revision.overtaken", $"/reviews/{r.Row}/revision",
                $"Nu gäller revision {r.Stored.Revision}; du granskade {r.Review.Revision}.",
                $"The revision is {r.Stored.Revision} now; you reviewed {r.Review.Revision}.")),
        ],
        Conflicts = [.. rows.Select(r => new VersionConflict($"/reviews/{r.Row}", r.Stored.Key, r.Review.Revision, Yours: null, r.Stored))],
    };

    private static Failure Invalid(IReadOnlyList<Fault> faults) =>
        new(FailureKind.Invalid, "reviews.invalid", "Granskningen har inte sparats.", "The review was not stored.") { Faults = faults };

    private List<Fault> FaultsOf(IReadOnlyList<SubmittedReview> rows, PlanSnapshot snapshot, string round)
    {
        if (rows.Count is 0 or > MaxRows)
        {
            return [new("reviews.count", "/reviews", $"En granskning har 1 till {MaxRows} rader; den här har {rows.Count}.",
                $"A review has 1 to {MaxRows} rows; this one has {rows.Count}.")];
        }

        var faults = new List<Fault>();
        var seen = new HashSet<ReportKey>();
        for (var i = 0; i < rows.Count; i++)
        {
            var errors = new List<FieldError>();
            Check(rows[i], snapshot, round, errors);
            if (errors.Count == 0 && !seen.Add(KeyOf(rows[i], round)))
            {
                errors.Add(new("row.duplicate", "", "Samma svar granskas två gånger.", "The same answer is reviewed twice."));
            }

            faults.AddRange(errors.Select(e => new Fault(e.Code, e.Field.Length == 0 ? $"/reviews/{i}" : $"/reviews/{i}/{e.Field}", e.Swedish, e.English)));
        }

        return faults;
    }

    private void Check(SubmittedReview row, PlanSnapshot snapshot, string round, List<FieldError> errors)
    {
        if (snapshot.Plan.Find(row.Indicator) is not { Kind: NodeKind.Indicator })
        {
            errors.Add(new("indicator.unknown", "indicator",
                $"Indikatorn ”{Excerpt.Of(row.Indicator)}” finns inte i planen.", $"There is no indicator '{Excerpt.Of(row.Indicator)}' in the plan."));
        }

        if (snapshot.Plan.FindDepartment(row.Department) is null)
        {
            errors.Add(new("department.unknown", "department",
                $"Enheten ”{Excerpt.Of(row.Department)}” finns inte i planen.", $"There is no unit '{Excerpt.Of(row.Department)}' in the plan."));
        }

        switch (row)
        {
            case { Decision: ReviewDecision.SendBack } when string.IsNullOrWhiteSpace(row.Question):
                errors.Add(new("question.required", "question", "Skriv vad enheten ska svara på.", "Say what the unit is asked."));
                break;
            case { Decision: ReviewDecision.Accept, Question: not null }:
                errors.Add(new("question.notAllowed", "question", "Den som godkänner frågar inget; skicka tillbaka för att fråga.",
                    "Who accepts asks nothing; send back to ask."));
                break;
            default:
                FreeText.Check(row.Question, AnswerReader.MaxReason, "question", errors);
                break;
        }

        // Asking for what can't be given helps nobody.
        if (row.Decision == ReviewDecision.SendBack && RoundLock.FaultOf(snapshot, snapshot.Plan.FindRound(round)!, row.Department, time.Today()) is { } locked)
        {
            errors.Add(locked with { Field = "decision" });
        }
    }
}
