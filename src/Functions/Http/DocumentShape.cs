using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hsvo.Domain.Reports;

namespace Hsvo.Functions.Http;

/// <summary>
/// Reads a body in the shape of one of our own documents, strictly: every unknown, missing or mistyped field is a fault with its place. What a document
/// may leave empty may be left out; of lists and objects that means empty ones.
/// </summary>
/// <param name="faults">Gets the faults.</param>
internal sealed class DocumentShape(ICollection<FieldError> faults)
{
    // Enough to mend the rest by.
    private const int MaxFaults = 100;

    private static readonly JsonSerializerOptions Shapes = new(Json.Api) { RespectNullableAnnotations = true };

    /// <summary>Reads a document; null when a fault was added.</summary>
    /// <param name="body">The body.</param>
    /// <param name="derived">Fields that the answer has and nobody needs to send back, by name, with what stands for one that isn't there.</param>
    public T? Read<T>(JsonElement body, IReadOnlyDictionary<string, JsonNode?> derived)
        where T : class
    {
        var before = faults.Count;
        var whole = Object(body, Shapes.GetTypeInfo(typeof(T)), "", derived);
        return faults.Count == before ? whole.Deserialize<T>(Shapes) : null;
    }

    private JsonObject Object(JsonElement element, JsonTypeInfo type, string place, IReadOnlyDictionary<string, JsonNode?> derived)
    {
        var whole = new JsonObject();
        foreach (var property in type.Properties)
        {
            var at = Join(place, property.Name);
            if (element.TryGetProperty(property.Name, out var field) && field.ValueKind != JsonValueKind.Null)
            {
                whole[property.Name] = Value(field, property.PropertyType, at, derived);
            }
            else if (derived.TryGetValue(property.Name, out var value))
            {
                whole[property.Name] = value?.DeepClone();
            }
            else
            {
                whole[property.Name] = Absent(property, at);
            }
        }

        var names = string.Join(", ", type.Properties.Select(p => p.Name));
        foreach (var field in element.EnumerateObject().Where(f => type.Properties.All(p => p.Name != f.Name)))
        {
            Add("field.unknown", Join(place, FieldError.Escape(Excerpt.Of(field.Name))), $"Fältet finns inte; fälten är: {names}.", $"There is no such field; the fields are: {names}.");
        }

        return whole;
    }

    private JsonNode? Value(JsonElement field, Type type, string place, IReadOnlyDictionary<string, JsonNode?> derived)
    {
        var info = Shapes.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => field.ValueKind == JsonValueKind.Object ? Object(field, info, place, derived) : Wrong(place, "ett objekt", "an object"),
            JsonTypeInfoKind.Enumerable => field.ValueKind == JsonValueKind.Array
                ? new JsonArray([.. field.EnumerateArray().Select((e, i) => Value(e, info.ElementType!, Join(place, i.ToString(CultureInfo.InvariantCulture)), derived))])
                : Wrong(place, "en lista", "an array"),
            JsonTypeInfoKind.Dictionary => field.ValueKind == JsonValueKind.Object
                ? new JsonObject(field.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Value(p.Value, info.ElementType!, Join(place, FieldError.Escape(Excerpt.Of(p.Name))), derived))))
                : Wrong(place, "ett objekt", "an object"),
            _ => Leaf(field, Nullable.GetUnderlyingType(type) ?? type, place),
        };
    }

    private JsonNode? Leaf(JsonElement field, Type type, string place) => type switch
    {
        _ when type == typeof(string) => field.ValueKind == JsonValueKind.String ? JsonValue.Create(field) : Wrong(place, "en text", "a text"),
        _ when type == typeof(bool) => field.ValueKind is JsonValueKind.True or JsonValueKind.False ? JsonValue.Create(field) : Wrong(place, "true eller false", "true or false"),
        _ when type == typeof(int) => field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out _) ? JsonValue.Create(field) : Wrong(place, "ett heltal", "a whole number"),
        _ when type == typeof(double) => field.ValueKind == JsonValueKind.Number && field.TryGetDouble(out var number) && double.IsFinite(number)
            ? JsonValue.Create(field)
            : Wrong(place, "ett tal av rimlig storlek", "a number that fits a double"),
        _ when type == typeof(DateOnly) => field.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(field.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? JsonValue.Create(field)
            : Wrong(place, "ett datum, åååå-mm-dd", "a date, yyyy-mm-dd"),
        _ => throw new NotSupportedException($"No document has a field of {type}."),
    };

    private JsonArray? Absent(JsonPropertyInfo property, string place)
    {
        if (property.IsSetNullable)
        {
            return null;
        }

        var kind = Shapes.GetTypeInfo(property.PropertyType).Kind;
        if (kind == JsonTypeInfoKind.Enumerable)
        {
            return [];
        }

        Add("field.required", place, "Fältet behövs.", "The field is needed.");
        return null;
    }

    private JsonNode? Wrong(string place, string swedish, string english)
    {
        Add("field.type", place, $"Fältet ska vara {swedish}.", $"The field must be {english}.");
        return null;
    }

    private void Add(string code, string place, string swedish, string english)
    {
        if (faults.Count < MaxFaults)
        {
            faults.Add(new(code, place, swedish, english));
        }
    }

    private static string Join(string place, string name) => place.Length == 0 ? name : $"{place}/{name}";
}
