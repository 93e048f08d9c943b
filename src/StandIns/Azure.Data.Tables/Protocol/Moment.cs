using System.Globalization;

namespace Azure.Data.Tables.Protocol;

/// <summary>Moments as the service writes them: UTC, to a ten-millionth of a second.</summary>
internal static class Moment
{
    private const string RoundTripUtc = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    public static string Format(DateTimeOffset moment) => moment.UtcDateTime.ToString(RoundTripUtc, CultureInfo.InvariantCulture);

    public static string Format(DateTime moment) => moment.Kind == DateTimeKind.Utc
        ? moment.ToString(RoundTripUtc, CultureInfo.InvariantCulture)
        : throw new NotSupportedException($"DateTime {moment} has a Kind of {moment.Kind}. It must be UTC.");

    public static DateTimeOffset ParseOffset(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static DateTime Parse(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
