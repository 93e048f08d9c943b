using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Reads <c>?year=</c>.</summary>
internal static class YearQuery
{
    /// <summary>Reads the year; null when it isn't asked for.</summary>
    public static bool TryRead(HttpRequest request, out int? year, [NotNullWhen(false)] out Failure? failure)
    {
        (year, failure) = (null, null);
        if (request.Query["year"] is not [{ } text])
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read is < 2000 or > 2099)
        {
            failure = QueryFailures.Of("query.year", "year", "Skriv ett år mellan 2000 och 2099.", "Say a year from 2000 to 2099.");
            return false;
        }

        year = read;
        return true;
    }
}
