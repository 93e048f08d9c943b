using System.Globalization;

namespace Hsvo.Functions.Mapping;

/// <summary>How Power BI writes times.</summary>
internal static class PowerBITimes
{
    /// <summary>A day, as the start of it in UTC: 2021-05-31T00:00:00Z.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    /// <summary>An instant with seven decimals: 2021-05-12T07:30:00.0000000Z.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same of an instant that may be unknown.</summary>
    public static string? Instant(DateTimeOffset? instant) => instant is { } known ? Instant(known) : null;

    /// <summary>What was written so, as the instant it is.</summary>
    public static DateTimeOffset Read(string written) => DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The same where it may be absent.</summary>
    public static DateTimeOffset? ReadIfAny(string? written) => written is null ? null : Read(written);
}
