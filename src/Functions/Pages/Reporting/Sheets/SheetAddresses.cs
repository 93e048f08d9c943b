namespace Hsvo.Functions.Pages.Reporting.Sheets;

/// <summary>Where a unit reports by spreadsheet.</summary>
internal static class SheetAddresses
{
    /// <summary>Where sheets are fetched and sent in.</summary>
    public const string Start = "/rapportera/kalkylblad";

    /// <summary>The same as a route.</summary>
    public const string Route = "rapportera/kalkylblad";

    /// <summary>The route of what was looked at and is sent.</summary>
    public const string SendRoute = "rapportera/skicka-kalkylblad";

    /// <summary>The route of a round's sheet.</summary>
    public const string FileRoute = ReportingAddresses.RoundRoute + "/kalkylblad";

    /// <summary>Where what was looked at is sent to.</summary>
    public const string Send = "/" + SendRoute;

    /// <summary>A round's sheet.</summary>
    public static string FileOf(string plan, string round, string format) => $"{ReportingAddresses.Of(plan, round)}/kalkylblad?format={format}";
}
