using System.Security.Claims;

namespace Microsoft.Identity.Web;

public static class ClaimsPrincipalExtensions
{
    public static string? GetObjectId(this ClaimsPrincipal claimsPrincipal) =>
        FirstValue(claimsPrincipal, ClaimConstants.Oid, ClaimConstants.ObjectId);

    public static string? GetTenantId(this ClaimsPrincipal claimsPrincipal) =>
        FirstValue(claimsPrincipal, ClaimConstants.Tid, ClaimConstants.TenantId);

    private static string? FirstValue(ClaimsPrincipal claimsPrincipal, string shortType, string mappedType)
    {
        ArgumentNullException.ThrowIfNull(claimsPrincipal);

        var unmapped = claimsPrincipal.FindFirst(shortType)?.Value;
        var value = string.IsNullOrEmpty(unmapped) ? claimsPrincipal.FindFirst(mappedType)?.Value : unmapped;
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
