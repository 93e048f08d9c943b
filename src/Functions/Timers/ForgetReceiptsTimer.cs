using Hsvo.UseCases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Timers;

/// <summary>Runs the daily forgetting of old receipts.</summary>
/// <param name="forget">The use case.</param>
/// <param name="logger">Says how many.</param>
public sealed partial class ForgetReceiptsTimer(ForgetReceipts forget, ILogger<ForgetReceiptsTimer> logger)
{
    /// <summary>Every night at half past two, UTC.</summary>
    [Function("ForgetReceipts")]
    public async Task RunAsync([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        LogForgotten(await forget.HandleAsync(cancellationToken));

    [LoggerMessage(21, LogLevel.Information, "Forgot {Receipts} receipts of idempotency keys.")]
    private partial void LogForgotten(int receipts);
}
