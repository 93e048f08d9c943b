using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Pages.Forms;
using Hsvo.Functions.Spreadsheets;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>A question's form: each field as it was typed, so that what can't be read comes back as it was.</summary>
/// <param name="Typed">The fields by their id.</param>
/// <param name="Revision">The revision that the form was shown with, 0 for none.</param>
/// <param name="Seen">When the draft that the form was shown with was saved, as ticks; 0 for none.</param>
public sealed record AnswerForm(IReadOnlyDictionary<string, string> Typed, int Revision, long Seen)
{
    /// <summary>The value, or by part <see cref="FieldOf"/>.</summary>
    public const string Value = "value";

    /// <summary>The day something was reached.</summary>
    public const string Date = "date";

    /// <summary>How many of …</summary>
    public const string Numerator = "numerator";

    /// <summary>… how many.</summary>
    public const string Denominator = "denominator";

    /// <summary>How it goes.</summary>
    public const string Assessment = "assessment";

    /// <summary>The box that says it doesn't concern the unit.</summary>
    public const string NotApplicable = "notApplicable";

    /// <summary>Why it doesn't.</summary>
    public const string WhyNotApplicable = "whyNotApplicable";

    /// <summary>The comment.</summary>
    public const string Comment = "comment";

    /// <summary>Why an answer is changed.</summary>
    public const string Reason = "reason";

    /// <summary>The hidden field of <see cref="Revision"/>.</summary>
    public const string RevisionField = "revision";

    /// <summary>The hidden field of <see cref="Seen"/>.</summary>
    public const string SeenField = "seen";

    /// <summary>What a yes is written as.</summary>
    public const string Yes = "ja";

    /// <summary>What a no is written as.</summary>
    public const string No = "nej";

    /// <summary>What a field holds; empty where nothing was typed.</summary>
    public string this[string field] => Typed.GetValueOrDefault(field, "");

    /// <summary>A field of one part of a compound row, or of the whole of another row.</summary>
    public static string FieldOf(string field, IndicatorPart? part) => part is null ? field : $"{field}-{part.Id}";

    /// <summary>A form as it was sent.</summary>
    public static AnswerForm Of(SentForm sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return new(
            sent.Fields.Keys.ToDictionary(k => k, sent.Text),
            int.TryParse(sent.Text(RevisionField), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
            long.TryParse(sent.Text(SeenField), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0);
    }

    /// <summary>The form of a row: filled in with the unit's draft, else with the answer that it gave in the round.</summary>
    public static AnswerForm Of(OwnRow row, string round)
    {
        ArgumentNullException.ThrowIfNull(row);
        var answer = row.Draft?.Draft.Answer ?? (row.Given is { } given ? SubmittedAnswer.Of(given) with { Reason = given.Answer.NotApplicable ? given.Reason : null } : null);
        return new(
            answer is null ? new() : Fields(row.Indicator.Indicator!, answer),
            row.RevisionIn(round),
            SeenOf(row));
    }

    /// <summary>What tells the draft of a row from a later one.</summary>
    public static long SeenOf(OwnRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Draft?.Draft.SavedAt.UtcTicks ?? 0;
    }

    /// <summary>What the form says, for the rules to read; what can't be read is a fault or, of a value, a text.</summary>
    public SubmittedRow ToRow(OwnRow row, OwnRound round)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(round);
        var faults = new List<FieldError>();
        var answer = ToAnswer(row.Indicator.Indicator!, faults);
        var isDecided = answer.Assessment is not null && IsDecidedByValue(row.Indicator.Indicator!, answer, round.Status);
        return new(row.Indicator.Id, round.Department.Id, round.Status.Round.Id, isDecided ? answer with { Assessment = null } : answer, faults) { Revision = Revision };
    }

    // The form offers a judgement before it knows the value; where that alone says how it goes there is nothing to judge.
    private static bool IsDecidedByValue(IndicatorSpec spec, SubmittedAnswer sent, PlanStatus status) =>
        AnswerReader.Read(spec, sent with { Assessment = null }, status.Round.IsFinal, status.Today, []) is { NotApplicable: false } answer
        && StatusRule.For(spec, answer, status.Round.IsFinal, status.Today).IsFixed;

    private SubmittedAnswer ToAnswer(IndicatorSpec spec, List<FieldError> faults)
    {
        if (Typed.ContainsKey(NotApplicable))
        {
            faults.AddRange(FilledIn(spec).Select(f => Contradicts(f,
                "Töm fältet, eller ta bort krysset för att frågan inte berör er.", "Empty this, or untick that it doesn't concern you.")));
            return new() { NotApplicable = true, Comment = Tidy(Comment), Reason = Tidy(WhyNotApplicable) ?? Tidy(Reason) };
        }

        if (Tidy(WhyNotApplicable) is not null)
        {
            faults.Add(Contradicts(WhyNotApplicable, "Kryssa i att frågan inte berör er, eller ta bort det du skrev här.", "Tick that it doesn't concern you, or take away what you wrote here."));
        }

        var isRatio = spec is { Kind: IndicatorKind.Percentage, Parts.Count: 0 };
        return new()
        {
            Value = spec.Parts.Count == 0 ? ValueOf(spec, null, faults) : null,
            Parts = spec.Parts.Count == 0 ? null : PartsOf(spec, faults),
            Numerator = isRatio ? WholeOf(Numerator, faults) : null,
            Denominator = isRatio ? WholeOf(Denominator, faults) : null,
            Assessment = StatusFacts.FromName(this[Assessment]),
            Comment = Tidy(Comment),
            Reason = Tidy(Reason),
        };
    }

    private Dictionary<string, SubmittedValue> PartsOf(IndicatorSpec spec, List<FieldError> faults)
    {
        var parts = new Dictionary<string, SubmittedValue>();
        foreach (var part in spec.Parts)
        {
            if (ValueOf(spec, part, faults) is { } value)
            {
                parts[part.Id] = value;
            }
        }

        return parts;
    }

    private SubmittedValue? ValueOf(IndicatorSpec spec, IndicatorPart? part, List<FieldError> faults)
    {
        var date = spec.Kind == IndicatorKind.Milestone ? Tidy(FieldOf(Date, part)) : null;
        switch (Tidy(FieldOf(Value, part)))
        {
            // Whoever gives the day says that it is reached.
            case null:
                return date is null ? null : SubmittedValue.Of(date);
            case Yes when spec.Kind == IndicatorKind.Milestone:
                return SubmittedValue.Of(date ?? "");
            case No when date is not null:
                faults.Add(Contradicts(FieldOf(Date, part), "Ta bort dagen, eller välj att det är uppnått.", "Take away the day, or choose that it is reached."));
                return SubmittedValue.Of(No);
            case { } typed:
                return spec.IsNumber && SwedishNumber.Read(typed, spec.Kind) is { } number ? SubmittedValue.Of(number) : SubmittedValue.Of(typed);
        }
    }

    // What can be emptied again. A choice between yes and no can't, and yields to the box.
    private IEnumerable<string> FilledIn(IndicatorSpec spec)
    {
        var values = spec.IsYesNo ? [] : spec.Parts.DefaultIfEmpty().Select(p => FieldOf(spec.Kind == IndicatorKind.Milestone ? Date : Value, p));
        return values.Concat([Numerator, Denominator, Assessment]).Where(f => Tidy(f) is not null);
    }

    private static FieldError Contradicts(string field, string swedish, string english) => new("form.contradicts", field, swedish, english);

    private double? WholeOf(string field, List<FieldError> faults)
    {
        if (Tidy(field) is not { } typed)
        {
            return null;
        }

        if (SwedishNumber.Read(typed) is { } number)
        {
            return number;
        }

        faults.Add(new("value.type", field, "Skriv ett heltal, bara med siffror.", "Write a whole number, in digits alone."));
        return null;
    }

    private string? Tidy(string field) => this[field].Trim() is { Length: > 0 } text ? text : null;

    private static Dictionary<string, string> Fields(IndicatorSpec spec, SubmittedAnswer answer)
    {
        var fields = new Dictionary<string, string>
        {
            [Assessment] = answer.Assessment?.Name() ?? "",
            [Comment] = answer.Comment ?? "",
            [Reason] = answer.NotApplicable ? "" : answer.Reason ?? "",
            [Numerator] = Written(answer.Numerator),
            [Denominator] = Written(answer.Denominator),
        };
        if (answer.NotApplicable)
        {
            (fields[NotApplicable], fields[WhyNotApplicable]) = (Yes, answer.Reason ?? "");
        }

        // A share that was reckoned is reckoned anew when one of its numbers is changed.
        Fill(fields, spec, null, answer is { Numerator: not null, Denominator: not null } ? null : answer.Value);
        foreach (var part in spec.Parts)
        {
            Fill(fields, spec, part, answer.Parts?.TryGetValue(part.Id, out var value) == true ? value : null);
        }

        return fields;
    }

    private static void Fill(Dictionary<string, string> fields, IndicatorSpec spec, IndicatorPart? part, SubmittedValue? value)
    {
        if (value is not { } sent)
        {
            return;
        }

        var text = sent switch { { Bool: { } yes } => yes ? Yes : No, { Number: { } number } => Written(number), _ => sent.Text ?? "" };
        if (spec.Kind == IndicatorKind.Milestone && text != No)
        {
            (fields[FieldOf(Value, part)], fields[FieldOf(Date, part)]) = (Yes, text);
            return;
        }

        fields[FieldOf(Value, part)] = spec.IsYesNo ? text.ToLowerInvariant() : text;
    }

    private static string Written(double? number) => number is { } n ? AnswerValue.Of(n).ToString() : "";
}
