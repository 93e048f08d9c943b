using System.Collections.Frozen;
using System.Security.Claims;
using Hsvo.Domain.Audit;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Identity.Web;

namespace Hsvo.Functions.Http;

/// <summary>Says who a caller is: tenant and roles from the validated token, the department from configuration, never from the request.</summary>
/// <param name="tenants">Whose tokens are taken.</param>
/// <param name="reporters">Who reports for which department.</param>
internal sealed class Callers(Tenants tenants, Reporters reporters)
{
    // Each tenant's own administrators hand out app roles in it. So what runs the app, or sees what is masked, can be had in the home tenant alone.
    private static readonly Role[] OfAnyTenant = [Role.Reader, Role.Reporter];

    private static readonly Role[] All = Enum.GetValues<Role>();

    private static readonly string[] Names = [.. All.Select(r => r.ToString().ToLowerInvariant())];

    // Each set of them, by one bit for each role.
    private static readonly FrozenSet<Role>[] Sets = [.. Enumerable.Range(0, 1 << All.Length).Select(bits => All.Where(r => (bits & BitOf(r)) != 0).ToFrozenSet())];

    /// <summary>
    /// The challenge of a 401. Power BI's "Organizational account" sign-in reads where to go from it: Power Query's documentation has
    /// <c>authorization_uri</c> for an empty token and <c>realm</c> where none was sent.
    /// </summary>
    /// <param name="tokenWasSent">Whether a token was sent, and refused (RFC 6750, section 3.1).</param>
    /// <param name="headerWasSent">Whether there was an Authorization header at all.</param>
    public string Challenge(bool tokenWasSent, bool headerWasSent) =>
        $"Bearer authorization_uri={tenants.SignInAddress}/oauth2/authorize"
        + (tokenWasSent ? ", error=\"invalid_token\"" : "")
        + (headerWasSent ? "" : $", realm=\"{tenants.SignInAddress}\"");

    /// <summary>The caller behind a validated token; null when it is of a tenant that isn't ours, says not who it speaks for, or is no access token.</summary>
    public SignedIn? From(ClaimsPrincipal token)
    {
        if (!Guid.TryParse(token.GetTenantId(), out var tenant) || !tenants.Include(tenant)
            || !Guid.TryParse(token.GetObjectId(), out var objectId) || objectId == Guid.Empty
            || !IsAccessToken(token, objectId))
        {
            return null;
        }

        var isHome = tenant == tenants.Home;
        var roles = RolesOf(token, isHome ? All : OfAnyTenant);
        var (reporter, unclear) = roles.Contains(Role.Reporter) || roles.Contains(Role.Coordinator) ? reporters.Of(tenant, objectId, token) : default;
        return new(
            new(isHome ? $"{objectId}" : $"{objectId}@{tenant}", roles, reporter?.Department, reporter?.IsExample == true),
            unclear);
    }

    /// <summary>An app role's name: written in lower case in the app registration.</summary>
    public static string NameOf(Role role) => Names[(int)role];

    // Of every token that is checked, so no set is made of each.
    private static FrozenSet<Role> RolesOf(ClaimsPrincipal token, Role[] taken)
    {
        var bits = 0;
        foreach (var role in taken)
        {
            bits |= token.IsInRole(NameOf(role)) ? BitOf(role) : 0;
        }

        return Sets[bits];
    }

    private static int BitOf(Role role) => 1 << (int)role;

    // An ID token has the same issuer, audience, key and roles, and is handed about more freely. A person's access token has a scope; a system's says
    // so where the registration asks for that (idtyp), and its subject is itself, while a person's is another for each app.
    private static bool IsAccessToken(ClaimsPrincipal token, Guid objectId) =>
        token.HasClaim(c => c.Type is ClaimConstants.Scope or ClaimConstants.Scp)
        || token.HasClaim("idtyp", "app")
        || (Guid.TryParse((token.FindFirst(ClaimTypes.NameIdentifier) ?? token.FindFirst("sub"))?.Value, out var subject) && subject == objectId);
}

/// <summary>Who signed in.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="DepartmentUnclear">Why it can't be told which department the caller reports for; null when it can, or there is none.</param>
internal sealed record SignedIn(Caller Caller, Failure? DepartmentUnclear);

/// <summary>Who asks, once the middleware has let them through.</summary>
internal static class CallerFeature
{
    /// <summary>The signed-in caller of a function that isn't open, with the request that it asks in.</summary>
    public static Caller Caller(this HttpRequest request) => request.HttpContext.Features.Get<Caller>() is { } caller
        ? caller with { Origin = request.HttpContext.Features.Get<Origin>() }
        : throw new InvalidOperationException("The function is open: it has no caller.");
}
