using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.StandIns.Tests.Identity;

/// <summary>A valid v2.0 access token, to be spoilt in one respect by each test.</summary>
internal sealed record Token(string Issuer, string Audience, SigningCredentials? Signing)
{
    public string Version { get; init; } = "2.0";

    public string? Tenant { get; init; }

    public string[] Roles { get; init; } = ["reporter"];

    public string? Scope { get; init; }

    public DateTime NotBefore { get; init; } = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-10);

    public DateTime Expires { get; init; } = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1);

    public static Token From(LoginHost host) => new(host.IssuerV2, host.ClientId, host.Signing) { Tenant = host.Tenant };

    public string Write()
    {
        var claims = new Dictionary<string, object>
        {
            ["oid"] = "00000000-0000-0000-0000-0000000000aa",
            ["sub"] = "subject",
            ["name"] = "Åsa Öberg",
            ["ver"] = Version,
        };
        if (Tenant is not null)
        {
            claims["tid"] = Tenant;
        }

        if (Roles.Length > 0)
        {
            claims["roles"] = Roles;
        }

        if (Scope is not null)
        {
            claims["scp"] = Scope;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Claims = claims,
            NotBefore = NotBefore,
            IssuedAt = NotBefore,
            Expires = Expires,
            SigningCredentials = Signing,
        });
    }
}
