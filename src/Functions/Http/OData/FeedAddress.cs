using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http.OData;

/// <summary>Where the feed is for those who call it.</summary>
internal static class FeedAddress
{
    /// <summary>What every address that the feed gives begins with.</summary>
    public static string RootOf(HttpRequest request) => $"{request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().BaseOf(request)}/odata";
}
