using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>How a sheet is to be submitted.</summary>
/// <param name="Caller">Who sends it.</param>
/// <param name="Door">The door.</param>
/// <param name="DryRun">Whether to answer what would happen and store nothing.</param>
/// <param name="IsDraft">Whether it is kept as drafts.</param>
/// <param name="IdempotencyKey">The caller's key for safe re-sends, or null.</param>
internal sealed record SheetSending(Caller Caller, Door Door, bool DryRun, bool IsDraft, string? IdempotencyKey);

/// <summary>An answer sheet that was filled in, read as a submission. Rows that nothing is filled in on are left out: they answer nothing.</summary>
internal sealed class SheetSubmission
{
    private const string Reports = "/reports/";

    private SheetSubmission(string plan, IReadOnlyList<SheetAnswer> answers) => (Plan, Answers) = (plan, answers);

    /// <summary>The id of the plan that it answers.</summary>
    public string Plan { get; }

    /// <summary>The lines of each row of the submission.</summary>
    public IReadOnlyList<SheetAnswer> Answers { get; }

    /// <summary>Reads which plan and rows a sheet answers.</summary>
    public static Outcome<SheetSubmission> Read(SheetTable table)
    {
        SheetAnswer[] answers =
        [
            .. table.Rows.GroupBy(r => (SheetCells.Round(table.ValueOf(r, SheetColumns.Round)), IdIn(table, r, SheetColumns.Department), IndicatorIn(table, r)))
                .Select(rows => new SheetAnswer(table, [.. rows])).Where(a => a.IsFilledIn),
        ];
        if (answers.Length == 0)
        {
            return SheetFailures.Of("sheet.empty", "Kalkylbladet har inga svar: fyll i kolumnen Svar.", "The sheet has no answers: fill in the column Svar.");
        }

        if (SubmitReports.RefuseCount(answers.Length) is { } tooMany)
        {
            return tooMany with { Faults = [.. tooMany.Faults.Select(f => f with { Pointer = "" })] };
        }

        return OnePlanOf(table, answers).Succeeded(out var plan, out var failure) ? new SheetSubmission(plan, answers) : failure;
    }

    /// <summary>The submission.</summary>
    /// <param name="plan">The plan, which says what each row asks for; null when there is no such plan, which the submission is then refused for.</param>
    /// <param name="sending">How it is to be submitted.</param>
    public Submission For(Plan? plan, SheetSending sending) =>
        new(sending.Caller, Plan, [.. Answers.Select(a => a.Read(plan))], sending.DryRun, sending.IdempotencyKey, sending.Door) { IsDraft = sending.IsDraft };

    /// <summary>A failure of the submission as one of the sheet: each fault by row and column as the sheet has them.</summary>
    public Failure InThisShape(Failure failure) => failure with
    {
        Faults = [.. failure.Faults.Select(f => InWordsOfTheSheet(f) with { Pointer = PlaceOf(f.Pointer, f.Code is "parts.notAllowed" or "parts.unknown") })],
        Conflicts = [.. failure.Conflicts.Select(c => c with { Pointer = PlaceOf(c.Pointer) })],
        StoredRows = [.. failure.StoredRows.SelectMany(r => Answers[r].Lines.Select(l => l.Number))],
    };

    /// <summary>The place of a pointer into the submission, as people find it in the sheet.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="isOfPart">Whether a part is at fault, and not what is answered for it.</param>
    public string PlaceOf(string pointer, bool isOfPart = false)
    {
        if (pointer == "/plan")
        {
            return $"rad {Answers[0].Lines[0].Number}, kolumn {SheetColumns.Plan.Name}";
        }

        if (!pointer.StartsWith(Reports, StringComparison.Ordinal))
        {
            return pointer;
        }

        var (row, field) = pointer[Reports.Length..].Split('/', 2) is [var r, var f] ? (r, f) : (pointer[Reports.Length..], "");
        return Answers[int.Parse(row, CultureInfo.InvariantCulture)].PlaceOf(field, isOfPart);
    }

    private static Fault InWordsOfTheSheet(Fault fault) => fault.Code switch
    {
        "parts.required" => fault with
        {
            Swedish = "Indikatorn har delar: skriv en rad för varje del, med delens id i kolumnen Del-id. Bara ”ja” kan gälla alla delar på en gång.",
            English = "The indicator has parts: write a row for each, with the part's id in the column Del-id. Only 'ja' can stand for all parts at once.",
        },
        "parts.notAllowed" => fault with
        {
            Swedish = "Indikatorn har inga delar: lämna kolumnen Del-id tom.",
            English = "The indicator has no parts: leave the column Del-id empty.",
        },
        "value.withParts" => fault with
        {
            Swedish = "Svara antingen för hela indikatorn eller del för del, inte båda.",
            English = "Answer either for the whole indicator or part by part, not both.",
        },
        "ratio.missing" => fault with
        {
            Swedish = "Fyll i både täljare och nämnare, eller ingen av dem.",
            English = "Fill in both numerator and denominator, or neither.",
        },
        _ => fault,
    };

    // A submission is one plan's.
    private static Outcome<string> OnePlanOf(SheetTable table, IReadOnlyList<SheetAnswer> answers)
    {
        var rows = answers.SelectMany(a => a.Lines).Select(l => (Line: l, Plan: IdIn(table, l, SheetColumns.Plan))).ToList();
        var faults = new List<Fault>();
        foreach (var (line, plan) in rows)
        {
            var place = $"rad {line.Number}, kolumn {SheetColumns.Plan.Name}";
            if (plan is null)
            {
                faults.Add(new("field.required", place, "Cellen i kolumnen Plan behöver ett värde.", "The cell in the column Plan needs a value."));
            }
            else if (plan != rows[0].Plan && rows[0].Plan is { } first)
            {
                faults.Add(new("plan.differs", place, $"Ett kalkylblad har svar på en plan; rad {rows[0].Line.Number} svarar på {Excerpt.Of(first)}.",
                    $"A sheet answers one plan; row {rows[0].Line.Number} answers {Excerpt.Of(first)}."));
            }
        }

        return faults.Count > 0 ? SheetFailures.Of([.. faults.Take(SubmitReports.MaxRows)]) : rows[0].Plan!;
    }

    private static string? IdIn(SheetTable table, SheetRow row, SheetColumn column) => SheetCells.Id(table.ValueOf(row, column));

    // Rows that don't say what they answer answer nothing together.
    private static string IndicatorIn(SheetTable table, SheetRow row) => IdIn(table, row, SheetColumns.Indicator) ?? $"\n{row.Number}";
}
