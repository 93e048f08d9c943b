using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Hsvo.OData;

/// <summary>
/// Where the next page begins: after the row with these values, which are what the rows are sorted by, key last. A row that comes or goes moves nothing.
/// </summary>
/// <param name="Top">How many rows the client may still have; null for any number.</param>
/// <param name="Count">How many rows matched when the client began, where it asked.</param>
/// <param name="Values">The values of the last row that was given.</param>
internal sealed record PageToken(long? Top, long? Count, IReadOnlyList<object?> Values)
{
    private const byte Version = 1;

    /// <summary>The text of the token, which is of use with the same query alone.</summary>
    public string ToText(ulong binding)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(Version);
            writer.Write(binding);
            writer.Write(Top ?? -1);
            writer.Write(Count ?? -1);
            foreach (var value in Values)
            {
                Write(writer, value);
            }
        }

        return Base64Url.EncodeToString(stream.ToArray());
    }

    /// <summary>Reads a token; false when it isn't one of this query's.</summary>
    public static bool TryRead(string text, ulong binding, IReadOnlyList<Type> types, [NotNullWhen(true)] out PageToken? token)
    {
        token = null;
        if (!Base64Url.IsValid(text))
        {
            return false;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)), new UTF8Encoding(false, true));
            if (reader.ReadByte() != Version || reader.ReadUInt64() != binding)
            {
                return false;
            }

            var (top, count) = (reader.ReadInt64(), reader.ReadInt64());
            object?[] values = [.. types.Select(t => Read(reader, t))];
            if (top < -1 || count < -1 || reader.BaseStream.Position != reader.BaseStream.Length)
            {
                return false;
            }

            token = new(top < 0 ? null : top, count < 0 ? null : count, values);
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            // Not written by us: too short, or values that no row can have.
            return false;
        }
    }

    private static void Write(BinaryWriter writer, object? value)
    {
        writer.Write(value is not null);
        switch (value)
        {
            case null: break;
            case string v: writer.Write(v); break;
            case bool v: writer.Write(v); break;
            case int v: writer.Write(v); break;
            case long v: writer.Write(v); break;
            case float v: writer.Write(v); break;
            case double v: writer.Write(v); break;
            case decimal v: writer.Write(v); break;
            case Guid v: writer.Write(v.ToByteArray()); break;
            case DateOnly v: writer.Write(v.DayNumber); break;
            case TimeOnly v: writer.Write(v.Ticks); break;
            case TimeSpan v: writer.Write(v.Ticks); break;
            case DateTimeOffset v: writer.Write(v.UtcTicks); break;
            case Enum v: writer.Write(Convert.ToInt64(v, null)); break;
            default: throw new NotSupportedException($"Rows can't be sorted by {value.GetType()}.");
        }
    }

    private static object? Read(BinaryReader reader, Type type)
    {
        if (!reader.ReadBoolean())
        {
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? throw new FormatException("Null is no such value.") : null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { IsEnum: true } => Enum.ToObject(type, reader.ReadInt64()),
            _ when type == typeof(string) => reader.ReadString(),
            _ when type == typeof(bool) => reader.ReadBoolean(),
            _ when type == typeof(int) => reader.ReadInt32(),
            _ when type == typeof(long) => reader.ReadInt64(),
            _ when type == typeof(float) => reader.ReadSingle(),
            _ when type == typeof(double) => reader.ReadDouble(),
            _ when type == typeof(decimal) => reader.ReadDecimal(),
            _ when type == typeof(Guid) => new Guid(reader.ReadBytes(16)),
            _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(reader.ReadInt32()),
            _ when type == typeof(TimeOnly) => new TimeOnly(reader.ReadInt64()),
            _ when type == typeof(TimeSpan) => new TimeSpan(reader.ReadInt64()),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            _ => throw new FormatException($"Rows can't be sorted by {type}."),
        };
    }
}
