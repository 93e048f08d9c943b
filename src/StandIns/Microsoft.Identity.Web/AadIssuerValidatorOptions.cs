namespace Microsoft.Identity.Web;

public class AadIssuerValidatorOptions
{
    /// <summary>The named <see cref="HttpClient"/> that fetches issuer metadata; a plain one when not set.</summary>
    public string? HttpClientName { get; set; }
}
