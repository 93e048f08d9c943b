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

    /// <summary>The statuses that a reporter may choose from; none where the value alone decides.</summary>
    public static IReadOnlyList<Status> AssessmentsOf(IndicatorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec switch
        {
            { Written: not null } => [],
            { Kind: IndicatorKind.Continuing, Starts: null } => [Status.AtRisk, Status.Behind],
            { Kind: IndicatorKind.Qualitative } => [Status.NotStarted, Status.OnTrack, Status.AtRisk, Status.Behind, Status.Completed],
            _ => [Status.NotStarted, Status.OnTrack, Status.AtRisk, Status.Behind],
        };
    }

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
    public SubmittedRow ToRow(OwnRow row, string round, string department)
    {
        ArgumentNullException.ThrowIfNull(row);
        var faults = new List<FieldError>();
        return new(row.Indicator.Id, department, round, ToAnswer(row.Indicator.Indicator!, faults), faults) { Revision = Revision };
    }

    private SubmittedAnswer ToAnswer(IndicatorSpec spec, List<FieldError> faults)
    {
        if (Typed.ContainsKey(NotApplicable))
        {
            return new() { NotApplicable = true, Comment = Tidy(Comment), Reason = Tidy(WhyNotApplicable) ?? Tidy(Reason) };
        }

        var isRatio = spec is { Kind: IndicatorKind.Percentage, Parts.Count: 0 };
        return new()
        {
            Value = spec.Parts.Count == 0 ? ValueOf(spec, null) : null,
            Parts = spec.Parts.Count == 0 ? null : PartsOf(spec),
            Numerator = isRatio ? WholeOf(Numerator, faults) : null,
            Denominator = isRatio ? WholeOf(Denominator, faults) : null,
            Assessment = StatusFacts.FromName(this[Assessment]),
            Comment = Tidy(Comment),
            Reason = Tidy(Reason),
        };
    }

    private Dictionary<string, SubmittedValue> PartsOf(IndicatorSpec spec)
    {
        var parts = new Dictionary<string, SubmittedValue>();
        foreach (var part in spec.Parts)
        {
            if (ValueOf(spec, part) is { } value)
            {
                parts[part.Id] = value;
            }
        }

        return parts;
    }

    private SubmittedValue? ValueOf(IndicatorSpec spec, IndicatorPart? part) => (Tidy(FieldOf(Value, part)), spec.Kind) switch
    {
        (null, _) => null,
        (Yes, IndicatorKind.Milestone) => SubmittedValue.Of(this[FieldOf(Date, part)].Trim()),
        ({ } typed, _) when spec.IsNumber && SwedishNumber.Read(typed, spec.Kind) is { } number => SubmittedValue.Of(number),
        ({ } typed, _) => SubmittedValue.Of(typed),
    };

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

        Fill(fields, spec, null, answer.Value);
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
