using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>Puts what the rules say of a row at the fields of its form.</summary>
internal static class QuestionErrors
{
    private const string Row = "/reports/0/";

    /// <summary>A failure's faults as errors of the form.</summary>
    public static IReadOnlyList<FormError> Of(Failure failure, OwnRow row, AnswerForm form, PageLanguage language)
    {
        var texts = new QuestionTexts(language);
        var spec = row.Indicator.Indicator!;
        return failure.Faults.Count == 0
            ? [new(null, language == PageLanguage.English ? failure.English : failure.Swedish)]
            : [.. failure.Faults.Select(f => new FormError(FieldOf(f, row, form), texts.Of(f, spec))).OrderBy(e => PlaceOf(e.Field))];
    }

    // The fields stand in this order, the value and its parts after numerator and denominator.
    private static int PlaceOf(string? field) => field switch
    {
        null => 0,
        AnswerForm.Numerator => 1,
        AnswerForm.Denominator => 2,
        AnswerForm.Assessment => 4,
        AnswerForm.Comment => 5,
        AnswerForm.WhyNotApplicable => 6,
        AnswerForm.Reason => 7,
        _ => 3,
    };

    private static string? FieldOf(Fault fault, OwnRow row, AnswerForm form)
    {
        if (!fault.Pointer.StartsWith(Row, StringComparison.Ordinal))
        {
            return null;
        }

        var spec = row.Indicator.Indicator!;
        var value = spec.Kind == Domain.Plans.IndicatorKind.Milestone && fault.Code is "value.type" or "value.future" ? AnswerForm.Date : AnswerForm.Value;
        return fault.Pointer[Row.Length..] switch
        {
            "value" => value,
            "parts" => AnswerForm.FieldOf(AnswerForm.Value, spec.Parts[0]),
            var part when part.StartsWith("parts/", StringComparison.Ordinal) => $"{value}-{part["parts/".Length..]}",
            "reason" when form.Typed.ContainsKey(AnswerForm.NotApplicable) => AnswerForm.WhyNotApplicable,
            var field when form.Typed.ContainsKey(field) => field,
            _ => null,
        };
    }
}
