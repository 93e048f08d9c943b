using System.Globalization;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.OData;

/// <summary>OData's own headers (OData Protocol 4.01, 8).</summary>
internal static class FeedHeaders
{
    /// <summary>The media type of most answers, errors included.</summary>
    public const string Minimal = "application/json;odata.metadata=minimal;charset=utf-8";

    private const string Version = "OData-Version";
    private const string MaxVersion = "OData-MaxVersion";
    private const string PageSize = "odata.maxpagesize";
    private const decimal Served = 4.0m;

    /// <summary>Says the version, once: sent twice it becomes "4.0,4.0", which Power Query can't read.</summary>
    public static void AddVersion(HttpResponse response) => response.Headers[Version] = "4.0";

    /// <summary>What is wrong with the version that a client can read; null when it can read this one.</summary>
    public static Failure? VersionFault(HttpRequest request)
    {
        var sent = request.Headers[MaxVersion].ToString();
        if (sent.Length == 0 || (decimal.TryParse(sent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var most) && most >= Served))
        {
            return null;
        }

        return new(FailureKind.Malformed, "odata.version", "Flödet är OData 4.0, och begäran tar inte emot den versionen.", "The feed is OData 4.0, and the request doesn't take that version.")
        {
            Faults = [new("odata.version", MaxVersion, "Skicka OData-MaxVersion: 4.0 eller högre, eller utelämna den.", "Send OData-MaxVersion: 4.0 or higher, or leave it out.")],
        };
    }

    /// <summary>The page size that the client would rather have (OData Protocol 4.01, 8.2.8.6); null when it doesn't say, or says no such number.</summary>
    public static int? PreferredPageSize(HttpRequest request)
    {
        foreach (var preference in request.Headers["Prefer"].SelectMany(p => (p ?? "").Split([',', ';'], StringSplitOptions.TrimEntries)))
        {
            if (preference.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value]
                && (name.Equals(PageSize, StringComparison.OrdinalIgnoreCase) || name.Equals("maxpagesize", StringComparison.OrdinalIgnoreCase))
                && int.TryParse(value.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0)
            {
                return rows;
            }
        }

        return null;
    }

    /// <summary>Says that the page size was taken.</summary>
    public static void AddPageSize(HttpResponse response, int rows) =>
        response.Headers["Preference-Applied"] = string.Create(CultureInfo.InvariantCulture, $"{PageSize}={rows}");
}
