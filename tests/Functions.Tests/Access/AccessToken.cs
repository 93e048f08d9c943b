using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.Functions.Tests.Access;

/// <summary>A valid access token of Entra ID's, to be spoilt in one respect by each test.</summary>
/// <param name="Host">Who issues it.</param>
/// <param name="Tenant">In which tenant.</param>
/// <param name="ObjectId">To whom.</param>
/// <param name="Roles">With which app roles.</param>
public sealed record AccessToken(LoginHost Host, Guid Tenant, Guid ObjectId, params string[] Roles)
{
    /// <summary>The app that it is for.</summary>
    public static Guid ClientId { get; } = new("00000000-0000-4000-8000-0000000000c1");

    public string Version { get; init; } = "2.0";

    public string? Audience { get; init; }

    public string? Issuer { get; init; }

    public TimeSpan NotBefore { get; init; } = TimeSpan.FromMinutes(-10);

    public TimeSpan Expires { get; init; } = TimeSpan.FromHours(1);

    public SigningCredentials? Signing { get; init; }

    /// <summary>Claims beside those that follow from the rest, and in their place; null for one that is left out.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; init; } = new Dictionary<string, object?>();

    /// <summary>Header parameters beside alg, kid and typ.</summary>
    public IDictionary<string, object>? Header { get; init; }

    /// <summary>A system's: no scope, and its subject is itself.</summary>
    public AccessToken OfSystem() => With("scp", null).With("idtyp", "app").With("sub", $"{ObjectId}");

    public AccessToken With(string claim, object? value) => this with { Claims = new Dictionary<string, object?>(Claims) { [claim] = value } };

    public string Write()
    {
        var claims = new Dictionary<string, object?>
        {
            ["tid"] = $"{Tenant}",
            ["oid"] = $"{ObjectId}",
            ["sub"] = "another-for-each-app",
            ["name"] = "Åsa Öberg",
            ["preferred_username"] = "asa.oberg@kommun.example",
            ["ver"] = Version,
            ["scp"] = "user_impersonation",
            ["roles"] = Roles.Length > 0 ? Roles : null,
        };
        foreach (var (name, value) in Claims)
        {
            claims[name] = value;
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? Host.IssuerOf($"{Tenant}", Version),
            Audience = Audience ?? (Version == "1.0" ? $"api://{ClientId}" : $"{ClientId}"),
            Claims = claims.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!),
            NotBefore = now + NotBefore,
            IssuedAt = now + NotBefore,
            Expires = Expires == TimeSpan.MaxValue ? null : now + Expires,
            SigningCredentials = Signing ?? new(Host.Key, SecurityAlgorithms.RsaSha256),
            AdditionalHeaderClaims = Header,
        });
    }
}
