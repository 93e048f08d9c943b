using System.Globalization;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>A day in a query.</summary>
internal static class DayQuery
{
    /// <summary>Reads it; null where none is said, or it is wrong.</summary>
    /// <param name="request">The request.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="faults">Where a fault is added.</param>
    public static DateOnly? Read(HttpRequest request, string option, List<Fault> faults)
    {
        if (request.Query[option] is not [{ } text])
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100)
        {
            return day;
        }

        faults.Add(new("query.day", option, "Skriv en dag, 2021-05-03.", "Write a day, 2021-05-03."));
        return null;
    }
}
