using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Pages;

/// <summary>Which addresses are for people in a browser, also where there is nothing: all but those of systems.</summary>
internal static class PageAddresses
{
    private static readonly PathString[] Systems = ["/hsvo", "/v1.0", "/odata", "/health"];

    public static bool Include(PathString path) => !Array.Exists(Systems, s => path.StartsWithSegments(s, StringComparison.OrdinalIgnoreCase));
}
