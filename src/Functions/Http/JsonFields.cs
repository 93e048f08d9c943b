using System.Globalization;
using System.Text.Json;
using Hsvo.Domain.Reports;

namespace Hsvo.Functions.Http;

/// <summary>Reads the fields of one JSON object and collects every fault: wrong types, and at the end the fields it was never asked for.</summary>
/// <param name="source">The object.</param>
/// <param name="faults">Gets the faults, their fields relative to the object.</param>
internal sealed class JsonFields(JsonElement source, ICollection<FieldError> faults)
{
    private const int MaxUnknown = 20;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A text; null when the field is absent, null or no text.</summary>
    public string? Text(string name) => Find(name) is { } field
        ? field.ValueKind == JsonValueKind.String ? field.GetString() : WrongType<string>(name, "en text", "a text")
        : null;

    /// <summary>A truth value; null when absent.</summary>
    public bool? Bool(string name) => Find(name) is { } field
        ? field.ValueKind is JsonValueKind.True or JsonValueKind.False ? field.GetBoolean() : WrongType<bool?>(name, "true eller false", "true or false")
        : null;

    /// <summary>A date from 2000 to 2099, yyyy-mm-dd; null when absent.</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2100
            ? date
            : WrongType<DateOnly?>(name, "ett datum, åååå-mm-dd, mellan 2000 och 2099", "a date, yyyy-mm-dd, from 2000 to 2099");
    }

    /// <summary>An array; null when absent.</summary>
    public JsonElement? Array(string name) => Find(name) is { } field
        ? field.ValueKind == JsonValueKind.Array ? field : WrongType<JsonElement?>(name, "en lista", "an array")
        : null;

    /// <summary>A value of an answer: a text, a number, true or false; null when absent.</summary>
    public SubmittedValue? Value(string name) => Find(name) is { } field ? ReadValue(field, name) : null;

    /// <summary>Values by name; null when absent.</summary>
    public IReadOnlyDictionary<string, SubmittedValue>? Values(string name)
    {
        if (Find(name) is not { } field)
        {
            return null;
        }

        if (field.ValueKind != JsonValueKind.Object)
        {
            return WrongType<IReadOnlyDictionary<string, SubmittedValue>>(name, "ett objekt med ett värde per del", "an object with a value for each part");
        }

        var values = new Dictionary<string, SubmittedValue>(StringComparer.Ordinal);
        foreach (var part in field.EnumerateObject())
        {
            if (ReadValue(part.Value, $"{name}/{FieldError.Escape(Excerpt.Of(part.Name))}") is { } value)
            {
                values[part.Name] = value;
            }
        }

        return values;
    }

    /// <summary>The field as it is, of any type; null when absent or null.</summary>
    public JsonElement? Find(string name)
    {
        _known.Add(name);
        return source.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;
    }

    /// <summary>Adds a fault for every field that was never asked for, or for enough of them to mend the rest by.</summary>
    public void RefuseOthers()
    {
        var names = string.Join(", ", _known);
        foreach (var field in source.EnumerateObject().Where(f => !_known.Contains(f.Name)).Take(MaxUnknown))
        {
            faults.Add(new("field.unknown", FieldError.Escape(Excerpt.Of(field.Name)), $"Fältet finns inte; fälten är: {names}.", $"There is no such field; the fields are: {names}."));
        }
    }

    /// <summary>Adds a fault of type.</summary>
    public T? WrongType<T>(string field, string swedish, string english)
    {
        faults.Add(new("field.type", field, $"Fältet ska vara {swedish}.", $"The field must be {english}."));
        return default;
    }

    private SubmittedValue? ReadValue(JsonElement field, string name) => field.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => SubmittedValue.Of(field.GetBoolean()),
        JsonValueKind.Number when field.TryGetDouble(out var number) && double.IsFinite(number) => SubmittedValue.Of(number),
        JsonValueKind.String => SubmittedValue.Of(field.GetString()!),
        JsonValueKind.Number => WrongType<SubmittedValue?>(name, "ett tal av rimlig storlek", "a number that fits a double"),
        _ => WrongType<SubmittedValue?>(name, "en text, ett tal, true eller false", "a text, a number, true or false"),
    };
}
