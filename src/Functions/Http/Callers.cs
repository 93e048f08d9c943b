using System.Security.Claims;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Identity.Web;

namespace Hsvo.Functions.Http;

/// <summary>
/// Says who a caller is: roles from the validated token, the department from configuration (<c>Reporters:{object id}:Department</c>, the id's 32
/// digits without hyphens, since an app setting's name can't hold any), never from the request.
/// </summary>
/// <param name="configuration">The app's configuration.</param>
internal sealed class Callers(IConfiguration configuration)
{
    /// <summary>
    /// The challenge of a 401. Power BI's "Organizational account" sign-in reads where to go from it (Power Query's documentation of OData
    /// authentication).
    /// </summary>
    /// <param name="tokenWasSent">Whether a token was sent, and refused (RFC 6750, section 3.1).</param>
    public string Challenge(bool tokenWasSent) =>
        $"Bearer authorization_uri={configuration["AzureAd:Instance"]?.TrimEnd('/')}/{configuration["AzureAd:TenantId"]}/oauth2/authorize"
        + (tokenWasSent ? ", error=\"invalid_token\"" : "");

    /// <summary>The caller behind a validated token.</summary>
    public Caller From(ClaimsPrincipal principal)
    {
        // A token without an object id speaks for nobody in particular: it may read, and is no one's reporter.
        var objectId = Guid.TryParse(principal.GetObjectId(), out var id) ? id : Guid.Empty;
        var reporter = configuration.GetSection("Reporters").GetSection(objectId.ToString("N"));
        return new(
            objectId.ToString(),
            Enum.GetValues<Role>().Where(r => principal.IsInRole(NameOf(r))).ToHashSet(),
            reporter["Department"],
            reporter.GetValue<bool>("Example"));
    }

    /// <summary>An app role's name: written in lower case in the app registration.</summary>
    public static string NameOf(Role role) => role.ToString().ToLowerInvariant();
}

/// <summary>Who asks, once the middleware has let them through.</summary>
internal static class CallerFeature
{
    /// <summary>The signed-in caller of a function that isn't open.</summary>
    public static Caller Caller(this HttpRequest request) =>
        request.HttpContext.Features.Get<Caller>() ?? throw new InvalidOperationException("The function is open: it has no caller.");
}
