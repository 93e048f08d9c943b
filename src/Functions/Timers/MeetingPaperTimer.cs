using Hsvo.Domain.Summaries;
using Hsvo.UseCases.Papers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Timers;

/// <summary>Runs the compilation ahead of each samråd. Hourly and in UTC; which day it is in Stockholm, the use case asks.</summary>
/// <param name="compile">The use case.</param>
/// <param name="logger">Says what was made.</param>
public sealed partial class MeetingPaperTimer(CompileMeetingPapers compile, ILogger<MeetingPaperTimer> logger)
{
    /// <summary>Every hour, five minutes past.</summary>
    [Function("CompileMeetingPapers")]
    public async Task RunAsync([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var manifest in await compile.HandleAsync(cancellationToken))
        {
            LogCompiled(manifest.Meeting, manifest.Edition, manifest.Plans.Sum(p => p.Revisions.Count));
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Compiled the paper for the meeting {Meeting}: {Edition}, from {Reports} reports.")]
    private partial void LogCompiled(string meeting, PaperEdition edition, int reports);
}
