using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Health;

/// <summary>Registers what tells whether the app is well.</summary>
internal static class HealthExtensions
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StorageHealth>("storage").AddCheck<TimerHealth>("timers").AddCheck<MeetingHealth>("meetings").AddCheck<NoticeHealth>("notices");
        return services;
    }
}
