namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>Where a plan in Word is taken in.</summary>
internal static class ImportAddresses
{
    /// <summary>The route of the file.</summary>
    public const string Route = "samordning/plan";

    /// <summary>The route of what was read of it.</summary>
    public const string DraftRoute = Route + "/utkast";
}
