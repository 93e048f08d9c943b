using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http.OData;

/// <summary>Where the feed is for those who call it.</summary>
internal static class FeedAddress
{
    /// <summary>What every address that the feed gives begins with.</summary>
    public static string RootOf(HttpRequest request) => $"{request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().BaseOf(request)}/odata";

    /// <summary>What a request's address has below the feed, decoded: "Goals('x')/plan".</summary>
    public static string Below(HttpRequest request) => request.Path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase, out var below) ? below.Value!.Trim('/') : "";
}
