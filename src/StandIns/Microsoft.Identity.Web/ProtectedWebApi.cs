using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Microsoft.IdentityModel.Validators;

namespace Microsoft.Identity.Web;

/// <summary>
/// Turns the real JwtBearer handler into one for a tenant's API. Signature, lifetime, issuer and key issuer are checked by the same
/// IdentityModel code that the real package uses; only the order of things is written here.
/// </summary>
internal static class ProtectedWebApi
{
    private const string V2Suffix = "v2.0";

    private static readonly CompositeFormat OptionRequired =
        CompositeFormat.Parse("IDW10106: the option '{0}' of the AzureAd section must be given.");

    private static readonly CompositeFormat NeitherScopeNorRoles =
        CompositeFormat.Parse("IDW10201: the bearer token has neither a scope nor a roles claim (scheme '{0}').");

    public static void Configure(JwtBearerOptions bearer, MicrosoftIdentityOptions identity, string scheme, HttpClient? issuerClient)
    {
        Require(identity.ClientId, nameof(identity.ClientId));
        if (string.IsNullOrWhiteSpace(bearer.Authority))
        {
            Require(identity.Instance, nameof(identity.Instance));
            Require(identity.TenantId, nameof(identity.TenantId));
            bearer.Authority = $"{new Uri(identity.Instance!).AbsoluteUri}{identity.TenantId}/{V2Suffix}";
        }

        bearer.Authority = AsV2(bearer.Authority);

        var parameters = bearer.TokenValidationParameters;
        if (parameters.AudienceValidator is null && parameters.ValidAudience is null && parameters.ValidAudiences is null)
        {
            parameters.AudienceValidator = (audiences, token, current) => IsForThisApi(identity.ClientId!, audiences, token, current);
        }

        if (parameters.ValidateIssuer && parameters.IssuerValidator is null)
        {
            // Validators are kept per authority for the whole process, and metadata is fetched with the first token.
            parameters.IssuerValidator = AadIssuerValidator.GetAadIssuerValidator(bearer.Authority, issuerClient).Validate;
        }

        parameters.EnableAadSigningKeyIssuerValidation();

        if (!identity.AllowWebApiToBeAuthorizedByACL)
        {
            RefuseTokensWithoutScopeOrRoles(bearer, scheme);
        }
    }

    private static void Require(string? value, string option)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(option, string.Format(CultureInfo.InvariantCulture, OptionRequired, option));
        }
    }

    private static string AsV2(string authority)
    {
        var trimmed = authority.Trim().TrimEnd('/');
        return trimmed.EndsWith(V2Suffix, StringComparison.Ordinal) ? trimmed : $"{trimmed}/{V2Suffix}";
    }

    /// <summary>A v2.0 token names the client id, a v1.0 token the application id URI; a configured audience replaces both.</summary>
    private static bool IsForThisApi(string clientId, IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters configured)
    {
        if (token is not JsonWebToken jwt)
        {
            throw new SecurityTokenValidationException("The token is not a JSON web token.");
        }

        var parameters = configured.Clone();
        parameters.AudienceValidator = null;
        if (string.IsNullOrEmpty(parameters.ValidAudience) && parameters.ValidAudiences is null)
        {
            jwt.TryGetPayloadValue<string>("ver", out var version);
            parameters.ValidAudience = version switch
            {
                "2.0" => clientId,
                "1.0" => $"api://{clientId}",
                _ => null,
            };
        }

        Validators.ValidateAudience(audiences, token, parameters);
        return true;
    }

    private static void RefuseTokensWithoutScopeOrRoles(JwtBearerOptions bearer, string scheme)
    {
        bearer.Events ??= new JwtBearerEvents();
        var next = bearer.Events.OnTokenValidated;
        bearer.Events.OnTokenValidated = async context =>
        {
            var accepted = context.Principal!.Claims.Any(claim => claim.Type
                is ClaimConstants.Scp or ClaimConstants.Scope or ClaimConstants.Roles or ClaimConstants.Role);
            if (!accepted)
            {
                context.Fail(string.Format(CultureInfo.InvariantCulture, NeitherScopeNorRoles, scheme));
            }

            await next(context).ConfigureAwait(false);
        };
    }
}
