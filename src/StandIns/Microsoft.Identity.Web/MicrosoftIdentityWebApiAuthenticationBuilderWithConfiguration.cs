using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Identity.Web;

public class MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration : MicrosoftIdentityWebApiAuthenticationBuilder
{
    internal MicrosoftIdentityWebApiAuthenticationBuilderWithConfiguration(IServiceCollection services)
        : base(services)
    {
    }
}
