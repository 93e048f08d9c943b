using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Telemetry;

/// <summary>Registers what sends traces, metrics and logs away, when somebody has said where to.</summary>
internal static class TelemetryExtensions
{
    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"];

    private static bool IsWanted =>
        Endpoints.Any(e => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(e)))
        && !string.Equals(Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED"), bool.TrueString, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Exports by OTLP as OpenTelemetry's own environment variables say. Without an endpoint, or with <c>OTEL_SDK_DISABLED</c>, nothing is added, and nothing
    /// of OpenTelemetry is even loaded: who starts the app doesn't wait for what isn't used.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        if (IsWanted)
        {
            services.AddSingleton<ILoggerProvider>(_ => new OtlpExport());
        }

        // The framework's own lines for each request hold its query, where a client may have written anything. Ours say what was decided.
        // Where its logger of requests is off, it makes no step of each either, which would lie beside ours and be told to nobody.
        return services.AddLogging(l => l
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
    }
}
