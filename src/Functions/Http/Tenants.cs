using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Http;

/// <summary>
/// Whose tokens are taken: those of the home tenant (<c>AzureAd:TenantId</c>), whose people run the app, and of the tenants named beside it
/// (<c>AzureAd:AllowedTenants</c>), whose people and systems may read and report.
/// </summary>
internal sealed class Tenants
{
    private readonly FrozenSet<Guid> _all;
    private readonly string _instance;

    private Tenants(string instance, Guid home, IEnumerable<Guid> others)
    {
        (_instance, Home) = (instance.TrimEnd('/'), home);
        _all = others.Append(home).ToFrozenSet();
    }

    /// <summary>The home tenant: roles that run the app are given in it alone.</summary>
    public Guid Home { get; }

    /// <summary>
    /// The authority that tokens of several tenants are checked against: its keys are every tenant's, and its issuer is a pattern that any tenant fits.
    /// So which tenants are meant is checked apart from it (<see cref="Include"/>). Null for one tenant alone, whose own is the package's.
    /// </summary>
    public string? SharedAuthority => _all.Count > 1 ? $"{_instance}/organizations/v2.0" : null;

    /// <summary>
    /// Where a client sends people to sign in; Power Query reads it from the 401. It is an address of version 1, as Power Query's documentation has
    /// it, and any tenant's is named <c>common</c> there.
    /// </summary>
    public string SignInAddress => $"{_instance}/{(_all.Count > 1 ? "common" : Home)}";

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The app's configuration.</param>
    /// <exception cref="InvalidOperationException">A tenant is no tenant's id.</exception>
    public static Tenants Read(IConfiguration configuration)
    {
        var others = configuration.GetSection("AzureAd:AllowedTenants");
        return new(
            configuration["AzureAd:Instance"] ?? "",
            IdOf("AzureAd:TenantId", configuration["AzureAd:TenantId"]),
            [.. others.GetChildren().Select(c => IdOf(c.Path, c.Value))]);
    }

    /// <summary>Whether tokens of a tenant are taken.</summary>
    public bool Include(Guid tenant) => _all.Contains(tenant);

    // "common" and a domain's name would do for the package; but then nothing would say which tenant's coordinators are ours.
    private static Guid IdOf(string setting, string? value) => Guid.TryParse(value, out var id)
        ? id
        : throw new InvalidOperationException($"The setting {setting} must be a tenant's id, 00000000-0000-0000-0000-000000000000: '{value}'.");
}
