using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Entities from the JSON that the service sends. Property names are made once per answer, members bound once per class.</summary>
internal sealed class EntityReader<T>
    where T : class
{
    private static readonly bool IsDictionary = typeof(IDictionary<string, object>).IsAssignableFrom(typeof(T));

    private static readonly Dictionary<string, BoundMember> Members = IsDictionary ? [] : BoundMember.Of(typeof(T))
        .Where(member => member.Set is not null)
        .ToDictionary(member => member.Name == PropertyName.ETag ? PropertyName.ETagOnTheWire : member.Name, StringComparer.Ordinal);

    // The names in the order of the row before, which is most often the order of this one.
    private readonly List<string> _names = [];

    public static T ReadOne(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return new EntityReader<T>().Read(ref reader);
    }

    public static List<T> ReadPage(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var entities = new EntityReader<T>();
        var page = new List<T>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isValue)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                page.Add(entities.Read(ref reader));
            }
        }

        return page;
    }

    private T Read(ref Utf8JsonReader reader)
    {
        var entity = Activator.CreateInstance<T>();
        if (IsDictionary)
        {
            ReadDictionary(ref reader, (IDictionary<string, object>)entity);
        }
        else
        {
            ReadMembers(ref reader, entity);
        }

        return entity;
    }

    private void ReadMembers(ref Utf8JsonReader reader, T entity)
    {
        for (var position = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; position++)
        {
            var name = NameAt(position, ref reader);
            reader.Read();
            if (Members.TryGetValue(name, out var member))
            {
                var value = Value(ref reader);
                if (value is not null || member.Nullable)
                {
                    member.Set!(entity, value is null ? null : Convert(value, member.Type));
                }
            }
        }
    }

    private void ReadDictionary(ref Utf8JsonReader reader, IDictionary<string, object> entity)
    {
        List<KeyValuePair<string, string>>? types = null;
        for (var position = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; position++)
        {
            var name = NameAt(position, ref reader);
            reader.Read();
            if (name.EndsWith(PropertyName.TypeSuffix, StringComparison.Ordinal))
            {
                (types ??= []).Add(new(name[..^PropertyName.TypeSuffix.Length], reader.GetString()!));
            }
            else if (name != PropertyName.MetadataOnTheWire)
            {
                entity[name] = Value(ref reader)!;
            }
        }

        foreach (var (name, type) in types ?? [])
        {
            entity[name] = Typed((string)entity[name], type);
        }

        if (entity.TryGetValue(PropertyName.Timestamp, out var timestamp) && timestamp is string text)
        {
            entity[PropertyName.Timestamp] = Moment.ParseOffset(text);
        }
    }

    private string NameAt(int position, ref Utf8JsonReader reader)
    {
        if (position == _names.Count)
        {
            _names.Add(reader.GetString()!);
        }
        else if (!reader.ValueTextEquals(_names[position]))
        {
            _names[position] = reader.GetString()!;
        }

        return _names[position];
    }

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    private static object Typed(string text, string type) => type switch
    {
        "Edm.Binary" => System.Convert.FromBase64String(text),
        "Edm.DateTime" => Moment.ParseOffset(text),
        "Edm.Guid" => Guid.Parse(text),
        "Edm.Int64" => long.Parse(text, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Not supported type {type}"),
    };

    private static object? Convert(object value, Type type) => (value, type) switch
    {
        (string text, _) when type == typeof(string) => text,
        (string text, _) when type == typeof(DateTimeOffset) => Moment.ParseOffset(text),
        (string text, _) when type == typeof(ETag) => new ETag(text),
        (string text, { IsEnum: true }) => Enum.Parse(type, text),
        (string text, _) when type == typeof(long) => long.Parse(text, CultureInfo.InvariantCulture),
        (string text, _) when type == typeof(Guid) => Guid.Parse(text),
        (string text, _) when type == typeof(DateTime) => Moment.Parse(text),
        (string text, _) when type == typeof(byte[]) => System.Convert.FromBase64String(text),
        (string text, _) when type == typeof(BinaryData) => BinaryData.FromBytes(System.Convert.FromBase64String(text)),
        (_, _) when type == typeof(double) => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        (int or bool, _) when type == value.GetType() => value,

        // A string member doesn't take another type's value and stays empty.
        (_, _) when type == typeof(string) => null,
        _ => throw new InvalidCastException($"A stored {value.GetType().Name} does not fit a member of type {type.Name}."),
    };
}
