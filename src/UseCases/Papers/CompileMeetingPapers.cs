using System.Runtime.ExceptionServices;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Logging;

namespace Hsvo.UseCases.Papers;

/// <summary>
/// Sammanställning inför samråd: run every hour, it keeps a preliminary paper up to date from the day a round opens, and seals it once on the day
/// the round seals, or as soon as it runs again after that day, be it past the meeting. A run that is cut off leaves nothing visible; the next goes on.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="feeds">The plans.</param>
/// <param name="status">How the plans stand.</param>
/// <param name="writers">The formats.</param>
/// <param name="papers">The papers.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says which paper couldn't be made.</param>
public sealed partial class CompileMeetingPapers(
    AreaOptions area, PlanFeeds feeds, ReadStatus status, IEnumerable<IPaperWriter> writers, IPaperStore papers, TimeProvider time,
    ILogger<CompileMeetingPapers> logger)
{
    /// <summary>Compiles what is due. A meeting whose paper fails keeps no other from its own; the run fails when all have had their turn.</summary>
    /// <returns>The manifests that were made now.</returns>
    public async Task<IReadOnlyList<PaperManifest>> HandleAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        var made = new List<PaperManifest>();
        ExceptionDispatchInfo? first = null;
        foreach (var meeting in (await feeds.ListAsync(area.Area, cancellationToken)).SelectMany(s => s.Meetings).DistinctBy(m => m.Id).Where(m => m.Opens <= today))
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
        if (newest?.Edition == PaperEdition.Sealed
            || !(await status.HandleAsync(meeting.Agenda[0].Plan, meeting.Agenda[0].Round, cancellationToken)).Succeeded(out var feed, out _)
            || (newest?.Edition == edition && newest.StatusVersion == feed.Version))
        {
            return null;
        }

        var files = new List<PaperFile>();
        foreach (var writer in writers)
        {
            var content = await writer.WriteAsync(meeting, edition, feed, cancellationToken);
            files.Add(new(writer.FileName, writer.ContentType, await papers.SaveContentAsync(area.Area, content, writer.ContentType, cancellationToken), content.Length));
        }

        var manifest = new PaperManifest
        {
            Area = area.Area,
            Meeting = meeting.Id,
            Edition = edition,
            Plan = feed.Status.Plan.Id,
            PlanVersion = feed.Status.Plan.Version,
            Round = feed.Status.Round.Id,
            StatusVersion = feed.Version,
            CompiledAt = time.GetUtcNow(),
            Files = files,
            Revisions =
            [
                .. feed.Status.Nodes.SelectMany(n => n.Cells).Select(c => c.Report).OfType<Domain.Reports.Report>()
                    .Select(r => new PaperRevision(r.Key, r.Revision)),
            ],
        };
        return await papers.TryCreateManifestAsync(manifest, cancellationToken) ? manifest : null;
    }

    [LoggerMessage(21, LogLevel.Error, "The paper for the meeting {Meeting} couldn't be compiled; the next run tries again.")]
    private partial void LogFailed(Exception exception, string meeting);
}
