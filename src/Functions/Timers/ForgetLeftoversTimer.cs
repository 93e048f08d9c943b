using Hsvo.UseCases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Timers;

/// <summary>Runs the daily forgetting of old receipts and of drafts that became answers, and the disposal that is set.</summary>
/// <param name="forget">The use case.</param>
/// <param name="runs">Keeps that it ran.</param>
/// <param name="logger">Says how many.</param>
public sealed partial class ForgetLeftoversTimer(ForgetLeftovers forget, TimerRuns runs, ILogger<ForgetLeftoversTimer> logger)
{
    /// <summary>Every night at half past two, UTC.</summary>
    [Function("ForgetLeftovers")]
    public async Task RunAsync([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var forgotten = await forget.HandleAsync(cancellationToken);
        await runs.KeepAsync(ScheduledWork.Leftovers, cancellationToken);
        LogForgotten(forgotten.Receipts, forgotten.Drafts);
        if (forgotten.OldDrafts + forgotten.Refusals > 0)
        {
            LogDisposed(forgotten.OldDrafts, forgotten.Refusals);
        }
    }

    [LoggerMessage(21, LogLevel.Information, "Forgot {Receipts} receipts of idempotency keys and {Drafts} drafts that became answers.")]
    private partial void LogForgotten(int receipts, int drafts);

    [LoggerMessage(23, LogLevel.Information, "Disposed of {Drafts} old drafts and {Refusals} entries of refused requests, as is set.")]
    private partial void LogDisposed(int drafts, int refusals);
}
