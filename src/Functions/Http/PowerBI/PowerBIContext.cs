using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>The context URLs of Power BI's answers: absolute, from the address that clients reach the app by.</summary>
internal static class PowerBIContext
{
    /// <summary>The door's root.</summary>
    public static string Root(HttpRequest request) =>
        $"{request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().BaseOf(request)}/v1.0/myorg";

    /// <summary>A workspace's metadata, to be followed by a fragment.</summary>
    public static string Of(HttpRequest request, Guid group, string fragment) => $"{Root(request)}/groups/{group}/$metadata#{fragment}";
}
