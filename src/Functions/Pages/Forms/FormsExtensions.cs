using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Pages.Forms;

/// <summary>Registers the guard of the pages' forms.</summary>
internal static class FormsExtensions
{
    public static IServiceCollection AddForms(this IServiceCollection services) => services.AddSingleton(s => new PageForms(
        s.GetRequiredService<AreaOptions>(), s.GetRequiredService<IFormKeyStore>(), s.GetRequiredService<PublicAddress>(), s.GetRequiredService<ILoggerFactory>()));
}
