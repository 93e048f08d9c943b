using Hsvo.Contracts.Api;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hsvo.Functions.Health;

/// <summary>Results of health checks that say in both languages what is wrong.</summary>
internal static class HealthMessages
{
    private const string Key = "message";

    public static HealthCheckResult Unhealthy(string swedish, string english) => new(HealthStatus.Unhealthy, english, data: Data(swedish, english));

    public static HealthCheckResult Degraded(string swedish, string english) => new(HealthStatus.Degraded, english, data: Data(swedish, english));

    public static HealthCheckResult Unknown => Degraded("Går inte att veta medan lagringen inte svarar.", "Can't be known while storage doesn't answer.");

    public static ProblemMessage? Of(HealthReportEntry entry) => entry.Data.TryGetValue(Key, out var message) ? (ProblemMessage)message : null;

    private static Dictionary<string, object> Data(string swedish, string english) => new() { [Key] = new ProblemMessage(swedish, english) };
}
