using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>The context URLs of Power BI's answers: absolute, from the address the client called.</summary>
internal static class PowerBIContext
{
    /// <summary>The door's root.</summary>
    public static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}/v1.0/myorg";

    /// <summary>A workspace's metadata, to be followed by a fragment.</summary>
    public static string Of(HttpRequest request, Guid group, string fragment) => $"{Root(request)}/groups/{group}/$metadata#{fragment}";
}
