using System.Security.Claims;
using Hsvo.UseCases;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Http;

/// <summary>
/// Who reports for which department, by configuration alone and never by the request: <c>Reporters:{object id}:Department</c> for a person, a system
/// (its service principal) or a group of the home tenant, <c>Reporters:{tenant}:{object id}:Department</c> for one of any tenant, since an object id is
/// one tenant's. Ids are written as their 32 digits without hyphens: an app setting's name can't hold any.
/// </summary>
/// <param name="configuration">The app's configuration.</param>
/// <param name="tenants">Whose tokens are taken.</param>
internal sealed class Reporters(IConfiguration configuration, Tenants tenants)
{
    private const string Groups = "groups";

    /// <summary>What somebody reports for: what is said of themselves, else what is said of their groups.</summary>
    /// <param name="tenant">The tenant that signed them in.</param>
    /// <param name="objectId">Who it is.</param>
    /// <param name="token">What the token says of their groups.</param>
    /// <returns>The department, and whether it is an example's; or why it can't be told.</returns>
    public (ReporterFor? For, Failure? Unclear) Of(Guid tenant, Guid objectId, ClaimsPrincipal token)
    {
        if (Find(tenant, objectId) is { } own)
        {
            return (own, null);
        }

        var found = token.FindAll(Groups)
            .Select(g => Guid.TryParse(g.Value, out var group) ? Find(tenant, group) : null)
            .OfType<ReporterFor>()
            .DistinctBy(r => r.Department)
            .ToList();
        return found switch
        {
            [var only] => (only, null),
            [] => (null, HasGroupsLeftOut(token) ? SignInFailures.GroupsLeftOut(objectId) : null),
            _ => (null, SignInFailures.GroupsDiffer([.. found.Select(r => r.Department)])),
        };
    }

    private ReporterFor? Find(Guid tenant, Guid id)
    {
        var all = configuration.GetSection("Reporters");
        return Read(all.GetSection(tenant.ToString("N")).GetSection(id.ToString("N"))) ?? (tenant == tenants.Home ? Read(all.GetSection(id.ToString("N"))) : null);
    }

    private static ReporterFor? Read(IConfigurationSection section) =>
        section["Department"] is { Length: > 0 } department ? new(department, section.GetValue<bool>("Example")) : null;

    // Above 200 groups Entra ID names where they can be asked for in their place (_claim_names); the implicit flow says hasgroups.
    private static bool HasGroupsLeftOut(ClaimsPrincipal token) =>
        token.FindFirst("_claim_names")?.Value.Contains($"\"{Groups}\"", StringComparison.Ordinal) == true || token.HasClaim("hasgroups", "true");
}

/// <summary>What somebody reports for.</summary>
/// <param name="Department">The department's id.</param>
/// <param name="IsExample">Whether configuration marks it as an example identity.</param>
internal sealed record ReporterFor(string Department, bool IsExample);
