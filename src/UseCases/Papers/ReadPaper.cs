using Hsvo.Domain.Plans;
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
    /// <summary>A file of the newest edition.</summary>
    /// <param name="meeting">The meeting's id.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<PaperContent>> HandleAsync(string meeting, string fileName, CancellationToken cancellationToken)
    {
        if (Identifier.IsValid(meeting)
            && await papers.FindNewestAsync(area.Area, meeting, cancellationToken) is { } manifest
            && manifest.Files.FirstOrDefault(f => f.Name == fileName) is { } file
            && await papers.FindContentAsync(area.Area, file.Sha256, cancellationToken) is { } content)
        {
            return new PaperContent(manifest, file, content);
        }

        return new Failure(FailureKind.NotFound, "paper.unknown",
            $"Det finns ingen sammanställning för mötet ”{meeting}” än.", $"There is no paper for the meeting '{meeting}' yet.");
    }
}
