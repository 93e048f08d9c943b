using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Logging;

namespace Hsvo.UseCases.Papers;

/// <summary>
/// Sammanställning inför samråd: run every hour, it keeps a preliminary paper up to date from the day a round opens, and seals it once on the day
/// the round seals, or as soon as it runs again after that day, be it past the meeting. A run that is cut off leaves nothing visible; the next goes on.
/// </summary>
/// <remarks>
/// From the opening rather than from the due date: while answers are still in time the coordinating office sees the paper it will get, and whom to ask.
/// </remarks>
/// <param name="area">The area served.</param>
/// <param name="feeds">The meetings.</param>
/// <param name="summarize">What there is to say.</param>
/// <param name="writers">The formats.</param>
/// <param name="papers">The papers.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says which paper couldn't be made.</param>
public sealed partial class CompileMeetingPapers(
    AreaOptions area, PlanFeeds feeds, SummarizeMeeting summarize, IEnumerable<IPaperWriter> writers, IPaperStore papers, TimeProvider time,
    ILogger<CompileMeetingPapers> logger)
{
    // What is sealed stays so: no need to ask every hour for every meeting there ever was.
    private readonly ConcurrentDictionary<string, byte> _sealed = new(StringComparer.Ordinal);

    /// <summary>
    /// Compiles the preliminary papers that tell of a plan anew, at once: what was masked in it isn't to stand in the newest edition, which everybody reads,
    /// for the rest of the hour.
    /// </summary>
    public async Task RenewAsync(string plan, CancellationToken cancellationToken)
    {
        var today = time.Today();
        foreach (var meeting in (await feeds.ReadAreaAsync(area.Area, cancellationToken)).Meetings.Where(m => m.Agenda.Any(i => i.Plan == plan) && m.Seals > today))
        {
            if (await papers.FindNewestAsync(area.Area, meeting.Id, cancellationToken) is { Edition: PaperEdition.Preliminary })
            {
                await CompileAsync(meeting, PaperEdition.Preliminary, cancellationToken);
            }
        }
    }

    /// <summary>Compiles what is due. A meeting whose paper fails keeps no other from its own; the run fails when all have had their turn.</summary>
    /// <returns>The manifests that were made now.</returns>
    public async Task<IReadOnlyList<PaperManifest>> HandleAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        var made = new List<PaperManifest>();
        ExceptionDispatchInfo? first = null;

        // By date: a meeting's paper compares itself with the one before, which downtime may have left unsealed.
        foreach (var meeting in (await feeds.ReadAreaAsync(area.Area, cancellationToken)).Meetings
            .Where(m => m.Opens <= today && !_sealed.ContainsKey(m.Id)).OrderBy(m => m.Date).ThenBy(m => m.Id, StringComparer.Ordinal))
        {
            try
            {
                if (await CompileAsync(meeting, meeting.Seals <= today ? PaperEdition.Sealed : PaperEdition.Preliminary, cancellationToken) is { } manifest)
                {
                    made.Add(manifest);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(e, meeting.Id);
                first ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        first?.Throw();
        return made;
    }

    private async Task<PaperManifest?> CompileAsync(Meeting meeting, PaperEdition edition, CancellationToken cancellationToken)
    {
        var newest = await papers.FindNewestAsync(area.Area, meeting.Id, cancellationToken);
        if (newest?.Edition == PaperEdition.Sealed)
        {
            _sealed.TryAdd(meeting.Id, 0);
            return null;
        }

        // Before anything is read: of two runs at once, the later edition is the one that knows more, whichever is done first.
        var begun = time.GetUtcNow();
        if (await summarize.HandleAsync(meeting, edition, cancellationToken) is not { } made || newest?.ContentVersion == made.Version)
        {
            return null;
        }

        var files = new List<PaperFile>();
        foreach (var writer in writers)
        {
            var content = await writer.WriteAsync(made.Summary, cancellationToken);
            files.Add(new(writer.FileName, writer.ContentType, await papers.SaveContentAsync(area.Area, content, writer.ContentType, cancellationToken), content.Length));
        }

        var manifest = new PaperManifest
        {
            Area = area.Area,
            Meeting = meeting.Id,
            MeetingDate = meeting.Date,
            Edition = edition,
            ContentVersion = made.Version,
            CompiledAt = begun,
            Files = files,
            Plans = made.Plans,
        };
        if (!await papers.TryCreateManifestAsync(manifest, cancellationToken))
        {
            return null;
        }

        Measures.PaperCompiled(edition);
        return manifest;
    }

    [LoggerMessage(21, LogLevel.Error, "The paper for the meeting {Meeting} couldn't be compiled; the next run tries again.")]
    private partial void LogFailed(Exception exception, string meeting);
}
