namespace Hsvo.Functions.Pages.Forms;

/// <summary>What an input says of itself to those who listen: that it is wrong, and what describes it.</summary>
internal static class Described
{
    /// <summary>The value of <c>aria-invalid</c>.</summary>
    public static string? Invalid(this IReadOnlyList<FormError> errors, string field) => errors.Any(e => e.Field == field) ? "true" : null;

    /// <summary>The value of <c>aria-describedby</c>: the field's error and its hint.</summary>
    public static string? By(this IReadOnlyList<FormError> errors, string field, bool hasHint = false) =>
        (errors.Any(e => e.Field == field), hasHint) switch
        {
            (true, true) => $"{FieldErrorText.IdOf(field)} {HintOf(field)}",
            (true, false) => FieldErrorText.IdOf(field),
            (false, true) => HintOf(field),
            _ => null,
        };

    /// <summary>The class of what is around a field.</summary>
    public static string Class(this IReadOnlyList<FormError> errors, string field) => errors.Any(e => e.Field == field) ? "field wrong" : "field";

    /// <summary>The id of a field's hint.</summary>
    public static string HintOf(string field) => $"{field}-tips";
}
