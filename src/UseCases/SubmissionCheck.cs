using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>A row that the plan's rules have read.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Comment">The comment, or null.</param>
/// <param name="Reason">The reason, or null.</param>
internal sealed record CheckedRow(ReportKey Key, Answer Answer, string? Comment, string? Reason)
{
    /// <summary>What was sent, with its texts tidied: what a draft keeps.</summary>
    public SubmittedAnswer Sent { get; init; } = new();

    /// <summary>What the row asks for.</summary>
    public IndicatorSpec? Asked { get; init; }

    /// <summary>The revision that the sender saw, 0 for none; null when it doesn't say.</summary>
    public int? Seen { get; init; }

    /// <summary>Whether it takes back the answer that is there.</summary>
    public bool IsWithdrawal => Sent.IsWithdrawal;
}

/// <summary>Checks a submission's rows against the plan and the caller's rights, and finds every fault rather than the first.</summary>
/// <param name="snapshot">The plan.</param>
/// <param name="caller">Who submits.</param>
/// <param name="isDraft">Whether the rows are drafts, which may lack what an answer needs.</param>
/// <param name="today">Today in Stockholm.</param>
internal sealed class SubmissionCheck(PlanSnapshot snapshot, Caller caller, bool isDraft, DateOnly today)
{
    // A body of a thousand wrong rows is answered with enough to mend it by, not with an answer larger than the question.
    private const int MaxFaults = 1000;

    private readonly Plan _plan = snapshot.Plan;

    /// <summary>Reads every row; any fault fails the whole.</summary>
    public IReadOnlyList<CheckedRow> Read(IReadOnlyList<SubmittedRow> rows, int max, out Failure? failure)
    {
        failure = RefuseCount(rows.Count, max);
        if (failure is not null)
        {
            return [];
        }

        var faults = new List<Fault>();
        var read = new List<CheckedRow>(rows.Count);
        var seen = new Dictionary<ReportKey, int>();
        var someoneElses = false;
        for (var i = 0; i < rows.Count; i++)
        {
            var errors = new List<FieldError>();
            if (Read(rows[i], errors) is { } row && rows[i].Faults.Count == 0)
            {
                if (!seen.TryAdd(row.Key, i))
                {
                    errors.Add(new("row.duplicate", "",
                        $"Raden svarar på samma sak som rad {seen[row.Key]}.", $"The row answers the same as row {seen[row.Key]}."));
                }

                read.Add(row);
            }

            someoneElses |= errors.Any(e => e.Code == "department.forbidden");
            faults.AddRange(Together(rows[i].Faults, errors).Select(e => new Fault(e.Code, PointerTo(i, e.Field), e.Swedish, e.English)));
        }

        if (faults.Count > 0)
        {
            failure = Fail(someoneElses ? FailureKind.Forbidden : FailureKind.Invalid, [.. faults.Take(MaxFaults)]);
        }

        return read;
    }

    /// <summary>New revisions, marked with what later editions for everyone can't know by the cells alone.</summary>
    public IReadOnlyList<Report> Mark(IEnumerable<StoredCell> cells, IReadOnlyList<Report> reports) =>
        SmallNumbers.Mark(_plan, [.. cells.Select(c => c.Report)], reports, snapshot.Threshold);

    /// <summary>
    /// What a withdrawal keeps of what the answer that it takes back had replaced: the worst that stood there. Nothing of a row whose numbers may be
    /// hidden, where one answer would be told by how another weighs.
    /// </summary>
    /// <param name="key">The cell.</param>
    /// <param name="history">Its revisions, that answer the newest.</param>
    public Answer? BeforeIn(ReportKey key, IReadOnlyList<LoggedRevision> history) =>
        history is [.., { Original: { Counted: null } before }, _] && _plan.Find(key.Indicator) is { } row && !SmallNumbers.MayHide(_plan, row)
            ? StandingAnswer.WorstOf(_plan, before, today)
            : null;

    /// <summary>The rows that take back what isn't there.</summary>
    public static IReadOnlyList<Fault> FindNothingToWithdraw(IEnumerable<int> rows) =>
        [.. rows.Select(i => new Fault("withdrawn.nothing", PointerTo(i, "withdrawn"), "Det finns inget svar att ta tillbaka.", "There is no answer to withdraw."))];

    /// <summary>Says whether a submission has too few or too many rows; null when it hasn't.</summary>
    public static Failure? RefuseCount(int rows, int max) => rows >= 1 && rows <= max
        ? null
        : Fail(FailureKind.Invalid, [new("reports.count", "/reports",
            $"En inlämning har 1 till {max} rader; den här har {rows}.",
            $"A submission has 1 to {max} rows; this one has {rows}.")]);

    /// <summary>After a round's due date, and once it was accepted, an answer is changed only with a reason.</summary>
    public IReadOnlyList<Fault> FindMissingReasons(IEnumerable<Correction> corrections)
    {
        var faults = new List<Fault>();
        foreach (var (row, report, isAccepted) in corrections.Where(c => c.Report.Reason is null))
        {
            if (isAccepted)
            {
                faults.Add(new("reason.required", PointerTo(row, "reason"),
                    "Svaret är godkänt: skriv varför det ändras.", "The answer is accepted: say why it is changed."));
            }
            else if (_plan.FindRound(report.Key.Round) is { } round && snapshot.Dated(round).Timeline?.Due < today)
            {
                faults.Add(new("reason.required", PointerTo(row, "reason"),
                    "Svarstiden har gått ut: skriv varför svaret ändras.", "The due date has passed: say why the answer is changed."));
            }
        }

        return faults;
    }

    /// <summary>Says that answers were changed after the sender saw them, with both versions of each.</summary>
    public static Failure Overtaken(IEnumerable<(int Row, CheckedRow Sent, Report? Stored)> rows)
    {
        var all = rows.ToList();
        return new(FailureKind.PreconditionFailed, "reports.overtaken",
            "Inget har sparats: någon har ändrat svar sedan du läste dem. Jämför och skicka igen.",
            "Nothing was stored: somebody changed answers after you read them. Compare and send again.")
        {
            Faults = [.. all.Select(r => new Fault("revision.overtaken", PointerTo(r.Row, "revision"),
                $"Nu gäller revision {r.Stored?.Revision ?? 0}; du såg {r.Sent.Seen}.", $"The revision is {r.Stored?.Revision ?? 0} now; you saw {r.Sent.Seen}."))],
            Conflicts = [.. all.Select(r => new VersionConflict(PointerTo(r.Row, ""), r.Sent.Key, r.Sent.Seen!.Value, r.Sent.Sent, r.Stored))],
        };
    }

    // What the door couldn't read is said once: the rules have nothing to add on a field, or a row, that they never saw.
    private static IEnumerable<FieldError> Together(IReadOnlyList<FieldError> unread, List<FieldError> errors) =>
        unread.Concat(errors.Where(e => unread.All(u => u.Field.Length > 0 && u.Field != e.Field)));

    private CheckedRow? Read(SubmittedRow row, List<FieldError> errors)
    {
        var indicator = ReadIndicator(row, errors);
        var round = ReadRound(row, errors);
        var department = ReadDepartment(row, indicator, errors);
        if (round is not null && department is not null && RoundLock.FaultOf(snapshot, round, department.Id, today) is { } locked)
        {
            errors.Add(locked);
        }

        if (indicator is null || round is null)
        {
            return null;
        }

        var answer = isDraft
            ? AnswerReader.ReadDraft(indicator.Indicator!, row.Answer, round.IsFinal, today, errors) ? new() : null
            : AnswerReader.Read(indicator.Indicator!, row.Answer, round.IsFinal, today, errors);
        var sent = row.Answer with { Comment = Tidy(row.Answer.Comment), Reason = Tidy(row.Answer.Reason) };
        return answer is null || department is null
            ? null
            : new(new(round.Id, indicator.Id, department.Id), answer, sent.Comment, sent.Reason) { Sent = sent, Asked = indicator.Indicator, Seen = row.Revision };
    }

    private PlanNode? ReadIndicator(SubmittedRow row, List<FieldError> errors)
    {
        if (IsMissing(row.Indicator, "indicator", errors))
        {
            return null;
        }

        if (_plan.Find(row.Indicator!) is { Kind: NodeKind.Indicator } node)
        {
            return node;
        }

        errors.Add(new("indicator.unknown", "indicator",
            $"Indikatorn ”{Excerpt.Of(row.Indicator!)}” finns inte i planen {_plan.Id}.", $"There is no indicator '{Excerpt.Of(row.Indicator!)}' in the plan {_plan.Id}."));
        return null;
    }

    private Round? ReadRound(SubmittedRow row, List<FieldError> errors)
    {
        if (IsMissing(row.Round, "round", errors))
        {
            return null;
        }

        var rounds = string.Join(", ", _plan.Rounds.Select(r => r.Id));
        if (_plan.FindRound(row.Round!) is not { } round)
        {
            errors.Add(new("round.unknown", "round", $"Omgången ”{Excerpt.Of(row.Round!)}” finns inte; omgångarna är: {rounds}.",
                $"There is no round '{Excerpt.Of(row.Round!)}'; the rounds are: {rounds}."));
            return null;
        }

        return round;
    }

    private Department? ReadDepartment(SubmittedRow row, PlanNode? indicator, List<FieldError> errors)
    {
        if (IsMissing(row.Department, "department", errors))
        {
            return null;
        }

        if (_plan.FindDepartment(row.Department!) is not { } department)
        {
            errors.Add(new("department.unknown", "department",
                $"Enheten ”{Excerpt.Of(row.Department!)}” finns inte i planen.", $"There is no unit '{Excerpt.Of(row.Department!)}' in the plan."));
            return null;
        }

        if (caller.Department != department.Id)
        {
            errors.Add(new("department.forbidden", "department",
                caller.Department is null ? $"Du rapporterar inte för någon enhet; be det samordnande kontoret knyta {caller.ObjectId} till en." : $"Du rapporterar för ”{caller.Department}”, inte för ”{department.Id}”.",
                caller.Department is null ? $"You report for no unit; ask the coordinating office to map {caller.ObjectId} to one." : $"You report for '{caller.Department}', not for '{department.Id}'."));
            return null;
        }

        if (indicator is not null && indicator.Indicator!.Kind != IndicatorKind.Reference && !_plan.Owing(indicator).Contains(department))
        {
            errors.Add(new("department.notOwing", "department",
                $"”{department.Id}” svarar inte på {indicator.Id}.", $"'{department.Id}' doesn't answer {indicator.Id}."));
            return null;
        }

        return department;
    }

    private static bool IsMissing(string? value, string field, List<FieldError> errors)
    {
        if (value is not null)
        {
            return false;
        }

        errors.Add(new("field.required", field, $"Fältet {field} behövs.", $"The field {field} is needed."));
        return true;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string PointerTo(int row, string field) => field.Length == 0 ? $"/reports/{row}" : $"/reports/{row}/{field}";

    public static Failure Fail(FailureKind kind, IReadOnlyList<Fault> faults) => new(kind, kind == FailureKind.Forbidden ? "reports.forbidden" : "reports.invalid",
        "Inget har sparats: rätta felen och skicka igen.", "Nothing was stored: mend the faults and send again.")
    {
        Faults = faults,
    };
}
