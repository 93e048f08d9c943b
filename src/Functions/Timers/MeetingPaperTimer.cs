using System.Globalization;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases;
using Hsvo.UseCases.Notices;
using Hsvo.UseCases.Papers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Timers;

/// <summary>Runs the compilation ahead of each samråd, and then what there is to tell of it. Hourly and in UTC; which day it is in Stockholm, the use case asks.</summary>
/// <param name="compile">The use case.</param>
/// <param name="meetings">The meetings that ought to have a date.</param>
/// <param name="notices">Reminders, and that a paper is sealed.</param>
/// <param name="runs">Keeps that it ran.</param>
/// <param name="logger">Says what was made.</param>
public sealed partial class MeetingPaperTimer(
    CompileMeetingPapers compile, SetMeeting meetings, SendNotices notices, TimerRuns runs,
    ILogger<MeetingPaperTimer> logger)
{
    /// <summary>Every hour, five minutes past.</summary>
    [Function("CompileMeetingPapers")]
    public async Task RunAsync([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        try
        {
            await CompileAsync(cancellationToken);
        }
        finally
        {
            // A paper that can't be made keeps nobody from being reminded, and whatever receivers do, the run is what the papers made it.
            await SendNoticesAsync(cancellationToken);
        }
    }

    private async Task CompileAsync(CancellationToken cancellationToken)
    {
        foreach (var manifest in await compile.HandleAsync(cancellationToken))
        {
            LogCompiled(manifest.Meeting, manifest.Edition, manifest.Plans.Sum(p => p.Revisions.Count));
        }

        await runs.KeepAsync(ScheduledWork.MeetingPapers, cancellationToken);
        foreach (var warning in await meetings.ListWarningsAsync(cancellationToken))
        {
            LogNotDated(warning.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), warning.DaysLeft);
        }
    }

    private async Task SendNoticesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await notices.HandleAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSent(e);
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Compiled the paper for the meeting {Meeting}: {Edition}, from {Reports} reports.")]
    private partial void LogCompiled(string meeting, PaperEdition edition, int reports);

    [LoggerMessage(53, LogLevel.Error, "Notices couldn't be sent; the next run tries again.")]
    private partial void LogNotSent(Exception exception);

    // An alert looks for these words (infra/alerts.bicep).
    [LoggerMessage(22, LogLevel.Warning, "No samråd is dated in {Month}, which begins in {Days} days: PUT /hsvo/v1/meetings/{{id}}.")]
    private partial void LogNotDated(string month, int days);
}
