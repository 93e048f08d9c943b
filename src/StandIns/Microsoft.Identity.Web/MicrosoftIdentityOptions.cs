namespace Microsoft.Identity.Web;

/// <summary>What of the configuration section a protected API needs. Internal here: the app never names the type.</summary>
internal sealed class MicrosoftIdentityOptions
{
    public string? Instance { get; set; }

    public string? TenantId { get; set; }

    public string? ClientId { get; set; }

    public bool AllowWebApiToBeAuthorizedByACL { get; set; }
}
