using Hsvo.Functions.Http;
using Hsvo.UseCases.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Notices;

/// <summary>Registers what sends notices. It is made when there is one to send.</summary>
internal static class NoticesExtensions
{
    // However many hang, a run ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        var allowsLocal = NoticeSettings.AllowsLocal(configuration);
        return services.AddSingleton<INoticeSender>(s => new WebhookSender(s.GetRequiredService<PublicAddress>(), allowsLocal, s.GetRequiredService<TimeProvider>(), Patience));
    }
}
