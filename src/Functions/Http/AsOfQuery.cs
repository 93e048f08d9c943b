using System.Globalization;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>
/// Reads <c>asOf=</c>: what was known at an instant (RFC 3339), or at the end of a day in Stockholm. Of today it is what is known by now, and then the
/// answer is the one without it: a dashboard that always says the day costs no more than others.
/// </summary>
internal static class AsOfQuery
{
    /// <summary>The option.</summary>
    public const string Name = "asOf";

    /// <summary>The instant; null when the option isn't there, or says today.</summary>
    /// <param name="request">The request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="asOf">Gets the instant.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static Failure? Read(HttpRequest request, TimeProvider time, out DateTimeOffset? asOf)
    {
        asOf = null;
        if (request.Query[Name] is not [{ } text])
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100)
        {
            asOf = day == time.Today() ? null : StockholmTime.EndOf(day);
            return null;
        }

        if (InstantQuery.TryRead(text, out var instant))
        {
            asOf = instant;
            return null;
        }

        return QueryFailures.Of("query.asOf", Name, "Skriv en dag, 2021-05-03, eller en tid med zon, 2021-05-03T08:00:00Z.",
            "Write a day, 2021-05-03, or a time with its zone, 2021-05-03T08:00:00Z.");
    }
}
