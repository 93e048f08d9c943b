using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Protocol;

/// <summary>Entities as the JSON that the service takes.</summary>
internal static class EntityWriter
{
    private static readonly ConcurrentDictionary<Type, BoundMember[]> Readable = new();

    /// <summary>The properties that are sent: no nulls, which the service doesn't keep, nor what it sets itself.</summary>
    public static List<KeyValuePair<string, object>> PropertiesOf(ITableEntity entity)
    {
        var properties = new List<KeyValuePair<string, object>>();
        if (entity is IDictionary<string, object> dictionary)
        {
            foreach (var (name, value) in dictionary)
            {
                if (value is Enum)
                {
                    throw new NotSupportedException("Enum values are only supported for custom model types implementing ITableEntity.");
                }

                if (value is not null && name is not (PropertyName.ETagOnTheWire or PropertyName.Timestamp))
                {
                    properties.Add(new(name, value));
                }
            }
        }
        else
        {
            foreach (var member in Readable.GetOrAdd(entity.GetType(), static type => [.. BoundMember.Of(type).Where(member => member.Get is not null)]))
            {
                if (member.Name is not (PropertyName.ETag or PropertyName.Timestamp) && member.Get!(entity) is { } value)
                {
                    properties.Add(new(member.Name, value is Enum ? value.ToString()! : value));
                }
            }
        }

        return properties;
    }

    public static ReadOnlyMemory<byte> Write(List<KeyValuePair<string, object>> properties)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in properties)
            {
                WriteProperty(writer, name, value);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteProperty(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case float number:
                writer.WriteNumber(name, number);
                break;
            case decimal number:
                writer.WriteNumber(name, number);
                break;
            case double number:
                WriteType(writer, name, "Edm.Double");
                writer.WriteNumber(name, number);
                break;
            case long or ulong:
                WriteType(writer, name, "Edm.Int64");
                writer.WriteString(name, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case Guid id:
                WriteType(writer, name, "Edm.Guid");
                writer.WriteString(name, id);
                break;
            case DateTimeOffset moment:
                WriteType(writer, name, "Edm.DateTime");
                writer.WriteString(name, Moment.Format(moment));
                break;
            case DateTime moment:
                WriteType(writer, name, "Edm.DateTime");
                writer.WriteString(name, Moment.Format(moment));
                break;
            case byte[] bytes:
                WriteType(writer, name, "Edm.Binary");
                writer.WriteBase64String(name, bytes);
                break;
            case BinaryData data:
                WriteType(writer, name, "Edm.Binary");
                writer.WriteBase64String(name, data.ToMemory().Span);
                break;
            default:
                throw new NotSupportedException($"Not supported type {value.GetType()}");
        }
    }

    private static void WriteType(Utf8JsonWriter writer, string name, string type) => writer.WriteString(name + PropertyName.TypeSuffix, type);
}
