using System.Diagnostics.Metrics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace Hsvo.Storage;

/// <summary>Counts what the storage clients ask once more, and says why: a storage that is short of breath shows here before anybody gets a 503.</summary>
/// <param name="logger">Says it.</param>
internal sealed partial class RetryWatch(ILogger<RetryWatch> logger) : HttpPipelineSynchronousPolicy
{
    private static readonly Meter Meter = new("Hsvo.Storage");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("hsvo.storage.retries", "{request}", "Requests to storage that were sent once more.");

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.ProcessingContext.RetryNumber is not (> 0 and var retry))
        {
            return;
        }

        // What the last try was answered; nothing when it broke off or took too long.
        var answer = message.HasResponse ? message.Response.Status.ToString(CultureInfo.InvariantCulture) : "nothing";
        Retries.Add(1, new("server.address", message.Request.Uri.Host), new("hsvo.storage.answer", answer));
        LogRetry(message.Request.Uri.Host, answer, message.Request.Method, retry);
    }

    [LoggerMessage(50, LogLevel.Warning, "Storage at {Host} answered {Answer} to a {Method}: retry {Retry}.")]
    private partial void LogRetry(string? host, string answer, RequestMethod method, int retry);
}
