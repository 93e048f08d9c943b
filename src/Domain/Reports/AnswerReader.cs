using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Reports;

/// <summary>Reads what was sent by the rules of the indicator's kind (design section 6), into an answer or into every fault found.</summary>
public static class AnswerReader
{
    /// <summary>The longest comment and the longest qualitative answer, in characters; Power BI's own limit of a text value.</summary>
    public const int MaxText = 4000;

    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReason = 1000;

    // Far beyond anything a plan counts, and still exact in a double.
    private const double MaxNumber = 1e15;

    /// <summary>Reads an answer.</summary>
    /// <param name="spec">The indicator.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="isFinalRound">Whether the round is the plan's last.</param>
    /// <param name="today">Today in Stockholm.</param>
    /// <param name="errors">Gets every fault found.</param>
    /// <returns>The answer; null exactly when a fault was added.</returns>
    public static Answer? Read(IndicatorSpec spec, SubmittedAnswer sent, bool isFinalRound, DateOnly today, ICollection<FieldError> errors)
    {
        var before = errors.Count;
        FreeText.Check(sent.Comment, MaxText, "comment", errors);
        FreeText.Check(sent.Reason, MaxReason, "reason", errors);
        if (spec.Kind == IndicatorKind.Reference)
        {
            errors.Add(new("indicator.reference", "indicator",
                $"Raden är en hänvisning och har inget eget svar; svara på {spec.RefersTo}.",
                $"The row is a reference and has no answer of its own; answer {spec.RefersTo}."));
            return null;
        }

        if (sent.IsWithdrawal)
        {
            return ReadWithdrawal(sent, errors, before);
        }

        if (sent.NotApplicable)
        {
            return ReadNotApplicable(sent, errors, before);
        }

        var ratio = ReadRatio(spec, sent, errors);
        var values = spec.Parts.Count == 0 ? ReadSingle(spec, sent, ratio, today, errors) : ReadParts(spec, sent, today, errors);
        if (errors.Count > before)
        {
            return null;
        }

        var answer = values! with { Assessment = sent.Assessment };
        var rule = StatusRule.For(spec, answer, isFinalRound, today);
        if (sent.Assessment is { } assessment && !rule.Allows(assessment))
        {
            errors.Add(new("assessment.contradicts", "assessment",
                $"Bedömningen ”{assessment.Swedish()}” går inte ihop med svaret; tillåtna: {AllowedIn(rule, s => s.Swedish(), "ingen")}.",
                $"The assessment '{assessment.Name()}' contradicts the answer; allowed: {AllowedIn(rule, s => s.Name(), "none")}."));
            return null;
        }

        // A status that the value itself decides needs no keeping: the rule says it again at every reading.
        return rule.IsFixed ? answer with { Assessment = null } : answer;
    }

    /// <summary>Reads a draft: it may lack what an answer needs, but what is there must read.</summary>
    /// <param name="spec">The indicator.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="isFinalRound">Whether the round is the plan's last.</param>
    /// <param name="today">Today in Stockholm.</param>
    /// <param name="errors">Gets every fault found.</param>
    /// <returns>Whether it may be kept.</returns>
    public static bool ReadDraft(IndicatorSpec spec, SubmittedAnswer sent, bool isFinalRound, DateOnly today, ICollection<FieldError> errors)
    {
        var found = new List<FieldError>();
        if (sent.IsWithdrawal)
        {
            found.Add(new("withdrawn.draft", "withdrawn", "Ett återtagande kan inte vara ett utkast.", "A withdrawal can't be a draft."));
        }

        Read(spec, sent, isFinalRound, today, found);
        found.RemoveAll(e => e.Code is "value.required" or "parts.missing" or "ratio.missing" or "reason.required" || e is { Code: "parts.required", Field: "parts" });
        found.ForEach(errors.Add);
        return found.Count == 0;
    }

    // It says nothing but why.
    private static Answer? ReadWithdrawal(SubmittedAnswer sent, ICollection<FieldError> errors, int before)
    {
        string?[] others =
        [
            sent.Value is null ? null : "value",
            sent.Parts is null ? null : "parts",
            sent.Numerator is null ? null : "numerator",
            sent.Denominator is null ? null : "denominator",
            sent.Assessment is null ? null : "assessment",
            sent.NotApplicable ? "notApplicable" : null,
            sent.Comment is null ? null : "comment",
        ];
        foreach (var field in others.OfType<string>())
        {
            errors.Add(new("withdrawn.withAnswer", field,
                "Den som tar tillbaka sitt svar svarar inget annat; bara reason kan följa med.",
                "Who withdraws an answer gives no other; only reason may come along."));
        }

        return errors.Count > before ? null : new Answer();
    }

    private static Answer? ReadNotApplicable(SubmittedAnswer sent, ICollection<FieldError> errors, int before)
    {
        if (sent.Value is not null || sent.Parts is not null)
        {
            errors.Add(new("value.withNotApplicable", sent.Value is null ? "parts" : "value",
                "En rad som inte berör er tar inget värde.", "A row that is not applicable takes no value."));
        }

        if (sent.Numerator is not null || sent.Denominator is not null)
        {
            errors.Add(new("value.withNotApplicable", sent.Numerator is null ? "denominator" : "numerator",
                "En rad som inte berör er tar ingen täljare eller nämnare.", "A row that is not applicable takes no numerator or denominator."));
        }

        if (sent.Assessment is not null)
        {
            errors.Add(new("assessment.contradicts", "assessment",
                "En rad som inte berör er tar ingen bedömning.", "A row that is not applicable takes no assessment."));
        }

        if (string.IsNullOrWhiteSpace(sent.Reason))
        {
            errors.Add(new("reason.required", "reason",
                "Skriv varför raden inte berör er.", "Say why the row is not applicable."));
        }

        return errors.Count > before ? null : new Answer { NotApplicable = true };
    }

    // Both or none: half of them says nothing of the percentage.
    private static Ratio? ReadRatio(IndicatorSpec spec, SubmittedAnswer sent, ICollection<FieldError> errors)
    {
        if (sent is { Numerator: null, Denominator: null })
        {
            return null;
        }

        if (spec is not { Kind: IndicatorKind.Percentage, Parts.Count: 0 })
        {
            errors.Add(new("ratio.notAllowed", sent.Numerator is null ? "denominator" : "numerator",
                "Bara en andel utan delar har täljare och nämnare.", "Only a percentage without parts has numerator and denominator."));
            return null;
        }

        if (sent is not { Numerator: { } numerator, Denominator: { } denominator })
        {
            errors.Add(new("ratio.missing", sent.Numerator is null ? "numerator" : "denominator",
                "Skicka både täljare och nämnare, eller ingen av dem.", "Send both numerator and denominator, or neither."));
            return null;
        }

        var before = errors.Count;
        if (!double.IsInteger(numerator) || numerator is < 0 or > MaxNumber || numerator > denominator)
        {
            errors.Add(new("value.range", "numerator", "Täljaren ska vara ett heltal från noll till nämnaren.", "The numerator must be a whole number from zero to the denominator."));
        }

        if (!double.IsInteger(denominator) || denominator is <= 0 or > MaxNumber)
        {
            errors.Add(new("value.range", "denominator", "Nämnaren ska vara ett heltal större än noll.", "The denominator must be a whole number above zero."));
        }

        return errors.Count > before ? null : new(numerator + 0.0, denominator);
    }

    private static Answer? ReadSingle(IndicatorSpec spec, SubmittedAnswer sent, Ratio? ratio, DateOnly today, ICollection<FieldError> errors)
    {
        if (sent.Parts is not null)
        {
            errors.Add(new("parts.notAllowed", "parts", "Raden har inga delar; svara med value.", "The row has no parts; answer with value."));
            return null;
        }

        if (sent.Value is not { } value)
        {
            if (ratio is not null)
            {
                return new Answer { Value = AnswerValue.Of(ratio.Rounded) with { Ratio = ratio } };
            }

            // One whose numerator or denominator is wrong has been told so, and meant to leave the value out.
            if (spec.Kind != IndicatorKind.Percentage || sent is { Numerator: null, Denominator: null })
            {
                errors.Add(new("value.required", "value", $"Ett värde behövs: {Expected(spec).Swedish}.", $"A value is needed: {Expected(spec).English}."));
            }

            return null;
        }

        if (ReadValue(spec, value, "value", today, errors) is not { } read)
        {
            return null;
        }

        if (ratio?.Gives(read.Number!.Value) == false)
        {
            errors.Add(new("value.ratio", "value",
                $"Värdet {read} % följer inte av täljaren och nämnaren, som ger {AnswerValue.Of(ratio.Rounded)} %. Rätta dem, eller lämna värdet tomt så räknas det ut.",
                string.Create(CultureInfo.InvariantCulture,
                    $"The value {read.Number} % doesn't follow from numerator and denominator, which give {ratio.Rounded} %. Mend them, or leave the value out to have it reckoned.")));
            return null;
        }

        return new Answer { Value = read with { Ratio = ratio } };
    }

    private static Answer? ReadParts(IndicatorSpec spec, SubmittedAnswer sent, DateOnly today, ICollection<FieldError> errors)
    {
        var names = string.Join(", ", spec.Parts.Select(p => p.Id));
        if (sent.Parts is null)
        {
            if (sent.Value is not { } whole)
            {
                errors.Add(new("parts.required", "parts", $"Raden besvaras per del: {names}.", $"The row is answered by part: {names}."));
                return null;
            }

            var read = ReadValue(spec, whole, "value", today, errors);
            if (read is null || read.Kind == AnswerValueKind.Yes)
            {
                return read is null ? null : new Answer { Parts = [.. spec.Parts.Select(p => new PartAnswer(p.Id, read))] };
            }

            // "nej" for the whole doesn't say which part; a number for the whole can't be divided.
            errors.Add(new("parts.required", "value",
                $"Raden är sammansatt; svara per del i parts: {names}. Bara ”ja” kan gälla alla delar på en gång.",
                $"The row is compound; answer by part in parts: {names}. Only 'ja' can stand for all parts at once."));
            return null;
        }

        if (sent.Value is not null)
        {
            errors.Add(new("value.withParts", "value", "Svara med value eller parts, inte båda.", "Answer with value or parts, not both."));
        }

        foreach (var unknown in sent.Parts.Keys.Where(k => spec.Parts.All(p => p.Id != k)))
        {
            errors.Add(new("parts.unknown", $"parts/{FieldError.Escape(Excerpt.Of(unknown))}", $"Delen finns inte; delarna är: {names}.", $"There is no such part; the parts are: {names}."));
        }

        var parts = new List<PartAnswer>();
        foreach (var part in spec.Parts)
        {
            if (!sent.Parts.TryGetValue(part.Id, out var value))
            {
                errors.Add(new("parts.missing", $"parts/{part.Id}", $"Svar saknas för delen ”{part.Text}”.", $"The part '{part.Id}' has no answer."));
            }
            else if (ReadValue(spec, value, $"parts/{part.Id}", today, errors) is { } read)
            {
                parts.Add(new(part.Id, read));
            }
        }

        return new Answer { Parts = parts };
    }

    private static AnswerValue? ReadValue(IndicatorSpec spec, SubmittedValue sent, string field, DateOnly today, ICollection<FieldError> errors)
    {
        AnswerValue? value = spec.Kind switch
        {
            IndicatorKind.Deliverable or IndicatorKind.Continuing => ReadYesNo(sent) is { } yes ? AnswerValue.YesOrNo(yes) : null,
            IndicatorKind.Milestone => ReadMilestone(sent),
            IndicatorKind.Qualitative => string.IsNullOrWhiteSpace(sent.Text) ? null : AnswerValue.Words(sent.Text.Trim()),
            _ => sent.Number is { } number ? AnswerValue.Of(number) : null,
        };
        if (value is null)
        {
            errors.Add(new("value.type", field, $"Värdet ska vara {Expected(spec).Swedish}.", $"The value must be {Expected(spec).English}."));
            return null;
        }

        if (value.Number is { } n && !InRange(spec.Kind, n))
        {
            errors.Add(new("value.range", field, $"Värdet ska vara {Expected(spec).Swedish}.", $"The value must be {Expected(spec).English}."));
            return null;
        }

        if (value.Date > today)
        {
            errors.Add(new("value.future", field, "Ett datum i framtiden kan inte vara uppnått.", "A date in the future can't have been reached."));
            return null;
        }

        return FreeText.Check(value.Text, MaxText, field, errors) ? value : null;
    }

    // 1 and 0 are how Power BI writes ja and nej (design section 6).
    private static bool? ReadYesNo(SubmittedValue sent) => sent switch
    {
        { Bool: { } value } => value,
        { Number: 1 } => true,
        { Number: 0 } => false,
        { Text: { } text } when text.Equals("ja", StringComparison.OrdinalIgnoreCase) => true,
        { Text: { } text } when text.Equals("nej", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    private static AnswerValue? ReadMilestone(SubmittedValue sent) =>
        ReadYesNo(sent) == false ? AnswerValue.No
        : DateOnly.TryParseExact(sent.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? AnswerValue.ReachedOn(date)
        : null;

    private static bool InRange(IndicatorKind kind, double number) => kind switch
    {
        IndicatorKind.Count => number is >= 0 and <= MaxNumber && double.IsInteger(number),
        IndicatorKind.Percentage => number is >= 0 and <= 100,
        _ => number is >= 0 and <= MaxNumber,
    };

    private static (string Swedish, string English) Expected(IndicatorSpec spec) => spec.Kind switch
    {
        IndicatorKind.Deliverable or IndicatorKind.Continuing => ("”ja” eller ”nej”", "'ja' or 'nej'"),
        IndicatorKind.Count => ("ett heltal, noll eller mer", "a whole number, zero or more"),
        IndicatorKind.Percentage => ("ett tal från 0 till 100", "a number from 0 to 100"),
        IndicatorKind.Amount => ("ett belopp i kronor, noll eller mer", "an amount in kronor, zero or more"),
        IndicatorKind.Milestone => ("datumet då det nåddes (åååå-mm-dd) eller ”nej”", "the date it was reached (yyyy-mm-dd) or 'nej'"),
        _ => ("en text", "a text"),
    };

    private static string AllowedIn(StatusRule rule, Func<Status, string> name, string none) =>
        rule.Allowed.Count == 0 ? none : string.Join(", ", rule.Allowed.Select(name));
}
