using Hsvo.Domain.Plans;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;

namespace Hsvo.Functions.Pages.Reporting.Sheets;

/// <summary>What would come of a sheet.</summary>
/// <param name="Rows">What is sent when it can be.</param>
/// <param name="Lines">Each row, with what would happen to it or what is wrong with it.</param>
/// <param name="Whole">What is wrong with the whole.</param>
public sealed record SheetPreview(SheetRows Rows, IReadOnlyList<SheetPreviewLine> Lines, IReadOnlyList<Fault> Whole)
{
    /// <summary>Whether it can be sent.</summary>
    public bool CanBeSent => Whole.Count == 0 && Lines.All(l => l.Faults.Count == 0);

    /// <summary>How many rows would say something new.</summary>
    public int Changes => Lines.Count(l => l.Result is RowResult.Created or RowResult.Corrected);

    /// <summary>How many would say what is there already.</summary>
    public int Unchanged => Lines.Count(l => l.Result == RowResult.Unchanged);

    /// <summary>What came of trying to send it.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="plan">The plan; null when there is no such plan.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="told">The failure in words of the sheet, its faults in the same order.</param>
    /// <param name="today">Today in Stockholm.</param>
    public static SheetPreview Of(SheetRows rows, Plan? plan, Outcome<SubmissionReceipt> outcome, Func<Failure, Failure> told, DateOnly today)
    {
        var faults = outcome.Failure is { } failure ? failure.Faults.Zip(told(failure).Faults, (f, t) => (Place: CarriedRows.PlaceOf(f.Pointer), Fault: t)).ToLookup(f => f.Place, f => f.Fault) : null;
        var whole = faults?[null].ToList() ?? [];
        if (outcome.Failure is { Faults.Count: 0 } or { Kind: FailureKind.Unavailable })
        {
            whole.Insert(0, new(outcome.Failure.Code, "", outcome.Failure.Swedish, outcome.Failure.English));
        }

        return new(rows, [.. rows.Rows.Select((row, i) => LineOf(row, i))], whole);

        SheetPreviewLine LineOf(SubmittedRow row, int i)
        {
            var indicator = row.Indicator is { } id && plan?.Find(id) is { Indicator: not null } node ? node : null;
            var isFinal = row.Round is { } round && plan?.FindRound(round) is { IsFinal: true };
            return new(
                rows.Numbers[i],
                row.Indicator ?? "",
                indicator?.Text,
                indicator is null || row.Faults.Count > 0 ? null : SentTexts.Of(indicator, row.Answer, isFinal, today),
                row.Answer.Comment,
                outcome.Value?.Rows[i].Result,
                [.. faults?[i] ?? []]);
        }
    }
}

/// <summary>One row of a sheet before it is sent.</summary>
/// <param name="Number">Its number in the sheet.</param>
/// <param name="Indicator">The indicator's id, as the sheet has it.</param>
/// <param name="Text">The indicator's text; null when there is none such.</param>
/// <param name="Said">What it answers; null when that can't be read.</param>
/// <param name="Comment">Its comment.</param>
/// <param name="Result">What would happen; null while something in the sheet is wrong.</param>
/// <param name="Faults">What is wrong with it, by row and column.</param>
public sealed record SheetPreviewLine(int Number, string Indicator, string? Text, string? Said, string? Comment, RowResult? Result, IReadOnlyList<Fault> Faults);
