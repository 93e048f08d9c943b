using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Identity.Web;

public class MicrosoftIdentityWebApiAuthenticationBuilder : MicrosoftIdentityBaseAuthenticationBuilder
{
    internal MicrosoftIdentityWebApiAuthenticationBuilder(IServiceCollection services)
        : base(services)
    {
    }
}
