using System.Globalization;
using System.Text.Json;

namespace Hsvo.OData;

/// <summary>Values as OData's JSON has them (OData JSON Format 4.01, 7.1): Int64 as a number, dates with their zone.</summary>
internal static class JsonValues
{
    public static Action<Utf8JsonWriter, T> WriterOf<T>()
    {
        Delegate writer = Nullable.GetUnderlyingType(typeof(T)) is { } underlying
            ? (Delegate)typeof(JsonValues).GetMethod(nameof(OrNull), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(underlying).Invoke(null, null)!
            : Plain(typeof(T));
        return writer as Action<Utf8JsonWriter, T> ?? ((json, value) => ((Action<Utf8JsonWriter, object?>)writer)(json, value));
    }

    private static Action<Utf8JsonWriter, T?> OrNull<T>()
        where T : struct
    {
        var write = WriterOf<T>();
        return (json, value) =>
        {
            if (value is { } present)
            {
                write(json, present);
            }
            else
            {
                json.WriteNullValue();
            }
        };
    }

    private static Delegate Plain(Type type) => type switch
    {
        _ when type == typeof(string) => (Action<Utf8JsonWriter, string?>)((json, v) => json.WriteStringValue(v)),
        _ when type == typeof(bool) => (Action<Utf8JsonWriter, bool>)((json, v) => json.WriteBooleanValue(v)),
        _ when type == typeof(int) => (Action<Utf8JsonWriter, int>)((json, v) => json.WriteNumberValue(v)),
        _ when type == typeof(long) => (Action<Utf8JsonWriter, long>)((json, v) => json.WriteNumberValue(v)),
        _ when type == typeof(float) => (Action<Utf8JsonWriter, float>)((json, v) => WriteFinite(json, v, float.IsFinite(v))),
        _ when type == typeof(double) => (Action<Utf8JsonWriter, double>)((json, v) => WriteFinite(json, v, double.IsFinite(v))),
        _ when type == typeof(decimal) => (Action<Utf8JsonWriter, decimal>)((json, v) => json.WriteNumberValue(v)),
        _ when type == typeof(Guid) => (Action<Utf8JsonWriter, Guid>)((json, v) => json.WriteStringValue(v)),
        _ when type == typeof(DateOnly) => (Action<Utf8JsonWriter, DateOnly>)((json, v) => json.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture))),
        _ when type == typeof(TimeOnly) => (Action<Utf8JsonWriter, TimeOnly>)((json, v) => json.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture))),
        _ when type == typeof(DateTimeOffset) => (Action<Utf8JsonWriter, DateTimeOffset>)WriteTime,
        { IsEnum: true } => (Action<Utf8JsonWriter, object?>)((json, v) => json.WriteStringValue(v!.ToString())),
        _ => throw new NotSupportedException($"A property can't be of {type}."),
    };

    // NaN and infinities have a form in OData that Power Query can't read.
    private static void WriteFinite(Utf8JsonWriter json, double value, bool isFinite)
    {
        if (isFinite)
        {
            json.WriteNumberValue(value);
        }
        else
        {
            throw new InvalidOperationException("A number of a row is not finite.");
        }
    }

    private static void WriteTime(Utf8JsonWriter json, DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
        {
            json.WriteStringValue(value.UtcDateTime);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }
}
