using System.Globalization;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Timers;

/// <summary>Runs the compilation ahead of each samråd. Hourly and in UTC; which day it is in Stockholm, the use case asks.</summary>
/// <param name="compile">The use case.</param>
/// <param name="meetings">The meetings that ought to have a date.</param>
/// <param name="runs">Keeps that it ran.</param>
/// <param name="logger">Says what was made.</param>
public sealed partial class MeetingPaperTimer(CompileMeetingPapers compile, SetMeeting meetings, TimerRuns runs, ILogger<MeetingPaperTimer> logger)
{
    /// <summary>Every hour, five minutes past.</summary>
    [Function("CompileMeetingPapers")]
    public async Task RunAsync([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
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

    [LoggerMessage(20, LogLevel.Information, "Compiled the paper for the meeting {Meeting}: {Edition}, from {Reports} reports.")]
    private partial void LogCompiled(string meeting, PaperEdition edition, int reports);

    // An alert looks for these words (infra/alerts.bicep).
    [LoggerMessage(22, LogLevel.Warning, "No samråd is dated in {Month}, which begins in {Days} days: PUT /hsvo/v1/meetings/{{id}}.")]
    private partial void LogNotDated(string month, int days);
}
