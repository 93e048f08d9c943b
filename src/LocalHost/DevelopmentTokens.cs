using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hsvo.LocalHost;

/// <summary>Signs tokens for the example identities.</summary>
public sealed class DevelopmentTokens(DevelopmentKey key, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>A token for whoever has the role and, for a reporter, answers for the unit.</summary>
    public string Create(string role, string? department = null) =>
        DevelopmentIdentities.TryFind(role, department, out var identity, out var problem)
            ? Create(identity)
            : throw new ArgumentException(problem, nameof(role));

    /// <summary>A token for one of the example identities.</summary>
    public string Create(DevelopmentIdentity identity)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = DevelopmentAuthority.Issuer,
            Audience = DevelopmentAuthority.ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object>
            {
                ["tid"] = DevelopmentAuthority.TenantId,
                ["oid"] = identity.ObjectId.ToString(),
                ["sub"] = identity.ObjectId.ToString(),
                ["name"] = identity.Name,
                ["roles"] = new[] { identity.Role },
                ["ver"] = "2.0",
            },
            SigningCredentials = new SigningCredentials(key.Private, SecurityAlgorithms.RsaSha256),
        });
    }
}
