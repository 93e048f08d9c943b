using System.Globalization;
using System.Text.Json;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Http;

/// <summary>Reads the fields of one JSON object and collects every fault: wrong types, and at the end the fields it was never asked for.</summary>
/// <param name="source">The object.</param>
/// <param name="faults">Gets the faults, their fields relative to the object.</param>
internal sealed class JsonFields(JsonElement source, ICollection<FieldError> faults)
{
    private const int MaxUnknown = 20;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _needed = [];

    /// <summary>A text; null when the field is absent, null or no text.</summary>
    public string? Text(string name) => Find(name) is { } field ? ReadText(field, name) : null;

    /// <summary>A text that must be there; empty when it isn't, and then <see cref="Close"/> says so.</summary>
    public string NeededText(string name) => Needed(name, Text(name)) ?? "";

    /// <summary>A date that must be there; any day when it isn't, and then <see cref="Close"/> says so.</summary>
    public DateOnly NeededDate(string name) => Needed(name, Date(name)) ?? default;

    /// <summary>A whole number that must be there; 0 when it isn't, and then <see cref="Close"/> says so.</summary>
    public int NeededWhole(string name) => Needed(name, Whole(name)) ?? 0;

    /// <summary>One of an enumeration's names that must be there; the first when it isn't, and then <see cref="Close"/> says so.</summary>
    public T NeededName<T>(string name)
        where T : struct, Enum => Needed(name, Name<T>(name)) ?? default;

    /// <summary>One of an enumeration's names, in camelCase; null when absent.</summary>
    public T? Name<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        T[] found = [.. Enum.GetValues<T>().Where(v => v.ToName() == text)];
        var names = string.Join(", ", Enum.GetValues<T>().Select(v => v.ToName()));
        return found is [var value] ? value : WrongType<T?>(name, $"ett av: {names}", $"one of: {names}");
    }

    /// <summary>A truth value that must be there; false when it isn't, and then <see cref="Close"/> says so.</summary>
    public bool NeededBool(string name) => Needed(name, Bool(name)) ?? false;

    /// <summary>An object that must be there; null when it isn't, and then <see cref="Close"/> says so.</summary>
    /// <param name="name">The field.</param>
    /// <param name="read">Reads it; what it makes of a wrong or missing field is thrown away.</param>
    public T? NeededObject<T>(string name, Func<JsonFields, T> read)
        where T : class => Needed(name, Find(name)) is { } field ? ReadObject(field, name, read) : null;

    /// <summary>A list of objects that must be there, each read the same way; empty when it isn't, and then <see cref="Close"/> says so.</summary>
    /// <param name="name">The field.</param>
    /// <param name="max">The most rows there may be.</param>
    /// <param name="read">Reads one row; what it makes of a wrong or missing field is thrown away.</param>
    public IReadOnlyList<T> NeededRows<T>(string name, int max, Func<JsonFields, T> read)
        where T : class => [.. NeededList(name, max, (row, place) => ReadObject(row, place, read)).OfType<T>()];

    /// <summary>A list of whole numbers that must be there; empty when it isn't, and then <see cref="Close"/> says so.</summary>
    public IReadOnlyList<int> NeededWholes(string name, int max) => [.. NeededList(name, max, ReadWhole).OfType<int>()];

    /// <summary>A list of texts that must be there; empty when it isn't, and then <see cref="Close"/> says so.</summary>
    public IReadOnlyList<string> NeededTexts(string name, int max) => [.. NeededList(name, max, ReadText).OfType<string>()];

    /// <summary>A truth value; null when absent.</summary>
    public bool? Bool(string name) => Find(name) is { } field
        ? field.ValueKind is JsonValueKind.True or JsonValueKind.False ? field.GetBoolean() : WrongType<bool?>(name, "true eller false", "true or false")
        : null;

    /// <summary>A whole number from 0 to 999,999; null when absent.</summary>
    public int? Whole(string name) => Find(name) is { } field ? ReadWhole(field, name) : null;

    /// <summary>A number; null when absent.</summary>
    public double? Number(string name) => Find(name) is { } field
        ? field.ValueKind == JsonValueKind.Number && field.TryGetDouble(out var number) && double.IsFinite(number) ? number : WrongType<double?>(name, "ett tal", "a number")
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

    /// <summary>Whether the field is there and null.</summary>
    public bool IsNull(string name) => source.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Null;

    /// <summary>Adds a fault for every field that was never asked for, or for enough of them to mend the rest by.</summary>
    public void RefuseOthers()
    {
        var names = string.Join(", ", _known);
        foreach (var field in source.EnumerateObject().Where(f => !_known.Contains(f.Name)).Take(MaxUnknown))
        {
            faults.Add(new("field.unknown", FieldError.Escape(Excerpt.Of(field.Name)), $"Fältet finns inte; fälten är: {names}.", $"There is no such field; the fields are: {names}."));
        }
    }

    /// <summary>Adds a fault for every field that was never asked for, and then for every one that had to be there and isn't.</summary>
    public void Close()
    {
        RefuseOthers();
        foreach (var name in _needed)
        {
            BodyFailures.Require<object>(null, name, faults);
        }
    }

    /// <summary>Adds a fault that is no fault of type.</summary>
    public void Refuse(string code, string field, string swedish, string english) => faults.Add(new(code, field, swedish, english));

    /// <summary>Adds a fault of type.</summary>
    public T? WrongType<T>(string field, string swedish, string english)
    {
        faults.Add(new("field.type", field, $"Fältet ska vara {swedish}.", $"The field must be {english}."));
        return default;
    }

    private T? Needed<T>(string name, T? value)
    {
        if (value is null)
        {
            _needed.Add(name);
        }

        return value;
    }

    private List<T> NeededList<T>(string name, int max, Func<JsonElement, string, T> read)
    {
        if (Needed(name, Array(name)) is not { } list)
        {
            return [];
        }

        if (list.GetArrayLength() > max)
        {
            faults.Add(new("list.count", name, $"Högst {max} rader.", $"At most {max} rows."));
            return [];
        }

        return [.. list.EnumerateArray().Select((row, i) => read(row, $"{name}/{i}"))];
    }

    private T? ReadObject<T>(JsonElement field, string place, Func<JsonFields, T> read)
        where T : class
    {
        if (field.ValueKind != JsonValueKind.Object)
        {
            return WrongType<T>(place, "ett objekt", "an object");
        }

        var own = new List<FieldError>();
        var fields = new JsonFields(field, own);
        var value = read(fields);
        fields.Close();
        foreach (var fault in own)
        {
            faults.Add(fault with { Field = $"{place}/{fault.Field}" });
        }

        return value;
    }

    private string? ReadText(JsonElement field, string place) =>
        field.ValueKind == JsonValueKind.String ? field.GetString() : WrongType<string>(place, "en text", "a text");

    private int? ReadWhole(JsonElement field, string place) =>
        field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out var number) && number is >= 0 and < 1_000_000
            ? number
            : WrongType<int?>(place, "ett heltal, noll eller mer", "a whole number, zero or more");

    private SubmittedValue? ReadValue(JsonElement field, string name) => field.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => SubmittedValue.Of(field.GetBoolean()),
        JsonValueKind.Number when field.TryGetDouble(out var number) && double.IsFinite(number) => SubmittedValue.Of(number),
        JsonValueKind.String => SubmittedValue.Of(field.GetString()!),
        JsonValueKind.Number => WrongType<SubmittedValue?>(name, "ett tal av rimlig storlek", "a number that fits a double"),
        _ => WrongType<SubmittedValue?>(name, "en text, ett tal, true eller false", "a text, a number, true or false"),
    };
}
