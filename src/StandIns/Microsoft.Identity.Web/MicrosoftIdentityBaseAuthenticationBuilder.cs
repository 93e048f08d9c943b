using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Identity.Web;

public class MicrosoftIdentityBaseAuthenticationBuilder
{
    internal MicrosoftIdentityBaseAuthenticationBuilder(IServiceCollection services)
    {
        Services = services;
    }

    public IServiceCollection Services { get; }
}
