using System.Reflection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hsvo.Functions.Telemetry;

/// <summary>
/// OpenTelemetry's SDK and its OTLP exporter, the one place that knows them: all else uses the framework's own activities, meters and loggers, of which this
/// is one more. They send in the background and drop what they can't send; disposed with the app's services, they send what is left.
/// </summary>
/// <remarks>
/// Of the request there is our own step alone: the framework's and the worker's would say the same again. Of storage there is one for each request that its
/// clients send (Azure.Core); what they add around it is left out.
/// </remarks>
internal sealed class OtlpExport : ILoggerProvider
{
    private const int MaxMillisecondsToEnd = 3000;

    private readonly OpenTelemetrySdk _sdk = OpenTelemetrySdk.Create(o => o
        .ConfigureResource(r => r.AddService("hsvo", serviceVersion: Version).AddEnvironmentVariableDetector())
        .WithTracing(t => t.AddSource("Hsvo.*", "Azure.Core.Http"))
        .WithMetrics(m => m.AddMeter("Hsvo.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"))
        .WithLogging(null, l => l.IncludeFormattedMessage = true)
        .UseOtlpExporter());

    private static string? Version => typeof(OtlpExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => _sdk.GetLoggerFactory().CreateLogger(categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Side by side: one after another would each wait for a receiver that isn't there.
        Parallel.Invoke(
            () => _sdk.TracerProvider.Shutdown(MaxMillisecondsToEnd), () => _sdk.MeterProvider.Shutdown(MaxMillisecondsToEnd), () => _sdk.LoggerProvider.Shutdown(MaxMillisecondsToEnd));
        _sdk.Dispose();
    }
}
