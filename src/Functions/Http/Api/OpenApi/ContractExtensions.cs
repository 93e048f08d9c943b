using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>Registers the published contract.</summary>
internal static class ContractExtensions
{
    public static IServiceCollection AddContract(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(s => new Contract(s.GetRequiredService<PublicAddress>(), ContractIdentity.Read(configuration)));
}
