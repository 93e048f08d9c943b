using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hsvo.Functions.Telemetry;

/// <summary>What the app times itself. Requests, by operation, status and error code, are the framework's <c>http.server.request.duration</c>.</summary>
internal static class Measures
{
    private static readonly Meter Meter = new("Hsvo.Functions");

    private static readonly Histogram<double> Runs = Meter.CreateHistogram<double>(
        "faas.invoke_duration", "s", "How long a timer's runs take, and whether they succeed.", advice: new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 300] });

    private static readonly Histogram<double> Feeds = Meter.CreateHistogram<double>(
        "hsvo.feed.build.duration", "s", "How long it takes to make the OData feed anew.", advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] });

    /// <summary>A timer ran.</summary>
    /// <param name="timer">Its function.</param>
    /// <param name="took">How long.</param>
    /// <param name="error">The type of what it failed by; null when it succeeded.</param>
    public static void TimerRan(string timer, TimeSpan took, string? error)
    {
        var tags = new TagList { { "faas.trigger", "timer" }, { "faas.name", timer } };
        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        Runs.Record(took.TotalSeconds, tags);
    }

    /// <summary>The OData feed was made anew.</summary>
    public static void FeedMade(TimeSpan took) => Feeds.Record(took.TotalSeconds);
}
