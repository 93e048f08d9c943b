using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Papers;

/// <summary>A paper's file with its manifest.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="File">The file.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PaperContent(PaperManifest Manifest, PaperFile File, ReadOnlyMemory<byte> Content);

/// <summary>What does the paper for a meeting say?</summary>
/// <param name="area">The area served.</param>
/// <param name="papers">The papers.</param>
public sealed class ReadPaper(AreaOptions area, IPaperStore papers)
{
    /// <summary>The newest edition, the sealed one once there is one; null before the first.</summary>
    /// <param name="meeting">The meeting's id.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<PaperManifest?> FindAsync(string meeting, CancellationToken cancellationToken) =>
        Identifier.IsValid(meeting) ? await papers.FindNewestAsync(area.Area, meeting, cancellationToken) : null;

    /// <summary>A file of the newest edition.</summary>
    /// <param name="meeting">The meeting's id.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<PaperContent>> HandleAsync(string meeting, string fileName, CancellationToken cancellationToken)
    {
        if (await FindAsync(meeting, cancellationToken) is not { } manifest)
        {
            return NoPaper(meeting);
        }

        if (manifest.Files.FirstOrDefault(f => f.Name == fileName) is not { } file)
        {
            var files = string.Join(", ", manifest.Files.Select(f => f.Name));
            return new Failure(FailureKind.NotFound, "paper.file",
                $"Sammanställningen har ingen fil ”{Excerpt.Of(fileName)}”; filerna är: {files}.", $"The paper has no file '{Excerpt.Of(fileName)}'; the files are: {files}.");
        }

        return await papers.FindContentAsync(area.Area, file.Sha256, cancellationToken) is { } content
            ? new PaperContent(manifest, file, content)
            : NoPaper(meeting);
    }

    private static Failure NoPaper(string meeting) => new(FailureKind.NotFound, "paper.unknown",
        $"Det finns ingen sammanställning för mötet ”{Excerpt.Of(meeting)}” än.", $"There is no paper for the meeting '{Excerpt.Of(meeting)}' yet.")
    {
        Faults =
        [
            new("paper.unknown", "meetingId", "Mötena listas på /hsvo/v1/meetings; sammanställningen görs när omgången öppnar.",
                "The meetings are listed at /hsvo/v1/meetings; the paper is compiled when the round opens."),
        ],
    };
}
