namespace Microsoft.Identity.Web;

/// <summary>Each claim under its two names: as it stands in the token, and as the handler maps it (MapInboundClaims, on by default).</summary>
public static class ClaimConstants
{
    public const string Name = "name";

    public const string Oid = "oid";

    public const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    public const string Tid = "tid";

    public const string TenantId = "http://schemas.microsoft.com/identity/claims/tenantid";

    public const string Scp = "scp";

    public const string Scope = "http://schemas.microsoft.com/identity/claims/scope";

    public const string Roles = "roles";

    public const string Role = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
}
