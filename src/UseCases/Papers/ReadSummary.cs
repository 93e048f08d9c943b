using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Papers;

/// <summary>A paper's file.</summary>
/// <param name="Manifest">The edition it is of.</param>
/// <param name="File">The file.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PaperContent(PaperManifest Manifest, PaperFile File, ReadOnlyMemory<byte> Content);

/// <summary>Every edition of a meeting's paper.</summary>
/// <param name="Meeting">The meeting's id.</param>
/// <param name="Editions">The editions by time, the sealed one last.</param>
public sealed record PaperEditions(string Meeting, IReadOnlyList<ListedPaper> Editions);

/// <summary>What does the paper for a meeting say, and what did it say before?</summary>
/// <param name="area">The area served.</param>
/// <param name="papers">The papers.</param>
public sealed class ReadSummary(AreaOptions area, IPaperStore papers)
{
    /// <summary>The newest edition, the sealed one once there is one.</summary>
    public async Task<Outcome<PaperManifest>> FindNewestAsync(string meeting, CancellationToken cancellationToken) =>
        Identifier.IsValid(meeting) && await papers.FindNewestAsync(area.Area, meeting, cancellationToken) is { } manifest ? manifest : NoPaper(meeting);

    /// <summary>Every edition that the caller may read: the newest preliminary one and the sealed one, to the coordinator and the auditor those before too.</summary>
    public async Task<Outcome<PaperEditions>> ListAsync(Caller caller, string meeting, CancellationToken cancellationToken)
    {
        IReadOnlyList<ListedPaper> all = Identifier.IsValid(meeting) ? await papers.ListAsync(area.Area, meeting, cancellationToken) : [];
        var readable = ReadableBy(caller, [.. all.Select(e => e.Version)]).ToHashSet(StringComparer.Ordinal);
        return all.Count == 0 ? NoPaper(meeting) : new PaperEditions(meeting, [.. all.Where(e => readable.Contains(e.Version))]);
    }

    /// <summary>A file of an edition. What was masked since stands in earlier preliminary ones, so they are for the coordinator and the auditor alone.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="meeting">The meeting's id.</param>
    /// <param name="version">The edition's version.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<PaperContent>> HandleAsync(Caller caller, string meeting, string version, string fileName, CancellationToken cancellationToken)
    {
        var manifest = Identifier.IsValid(meeting) && Identifier.IsValid(version)
            ? await papers.FindManifestAsync(area.Area, meeting, version, cancellationToken)
            : null;
        if (manifest is null)
        {
            return NoVersion(meeting, version);
        }

        return version != PaperManifest.SealedVersion && !(await ListVersionsAsync(caller, meeting, cancellationToken)).Contains(version, StringComparer.Ordinal)
            ? Superseded(meeting, version)
            : manifest.Files.FirstOrDefault(f => f.Name == fileName) is { } file
                ? await ReadAsync(manifest, file, cancellationToken)
                : NoFile(manifest, fileName);
    }

    /// <summary>The bytes of a file.</summary>
    public async Task<PaperContent> ReadAsync(PaperManifest manifest, PaperFile file, CancellationToken cancellationToken) =>
        new(
            manifest,
            file,
            await papers.FindContentAsync(area.Area, file.Sha256, cancellationToken)
                ?? throw new InvalidOperationException($"The content {file.Sha256} of the paper {manifest.Meeting}/{manifest.Version} isn't in storage."));

    private async Task<IReadOnlyList<string>> ListVersionsAsync(Caller caller, string meeting, CancellationToken cancellationToken)
    {
        var versions = Identifier.IsValid(meeting) ? await papers.ListVersionsAsync(area.Area, meeting, cancellationToken) : [];
        return ReadableBy(caller, versions);
    }

    private static IReadOnlyList<string> ReadableBy(Caller caller, IReadOnlyList<string> versions) => caller.Is(Role.Coordinator) || caller.Is(Role.Auditor)
        ? versions
        : [.. versions.Where(v => v != PaperManifest.SealedVersion).TakeLast(1), .. versions.Where(v => v == PaperManifest.SealedVersion)];

    private static Failure Superseded(string meeting, string version) => new(FailureKind.Forbidden, "paper.superseded",
        $"Den preliminära utgåvan ”{version}” har ersatts av en nyare. Äldre utgåvor kan ha text som har dolts sedan dess och läses av samordnaren och revisorn.",
        $"The preliminary version '{version}' has been replaced by a newer one. Earlier ones may hold text that was hidden since, and are for the coordinator and the auditor.")
    {
        Faults =
        [
            new("paper.superseded", "version", $"Den nyaste utgåvan finns på /hsvo/v1/meetings/{meeting}/summary.",
                $"The newest version is at /hsvo/v1/meetings/{meeting}/summary."),
        ],
    };

    private static Failure NoPaper(string meeting) => new(FailureKind.NotFound, "paper.unknown",
        $"Det finns ingen sammanställning för samrådet ”{Excerpt.Of(meeting)}” än.", $"There is no paper for the meeting '{Excerpt.Of(meeting)}' yet.")
    {
        Faults =
        [
            new("paper.unknown", "meetingId", "Samråden listas på /hsvo/v1/meetings; sammanställningen görs från den dag omgången öppnar.",
                "The meetings are listed at /hsvo/v1/meetings; the paper is compiled from the day the round opens."),
        ],
    };

    private static Failure NoVersion(string meeting, string version) => new(FailureKind.NotFound, "paper.version",
        $"Sammanställningen för samrådet ”{Excerpt.Of(meeting)}” har ingen utgåva ”{Excerpt.Of(version)}”.",
        $"The paper for the meeting '{Excerpt.Of(meeting)}' has no version '{Excerpt.Of(version)}'.")
    {
        Faults =
        [
            new("paper.version", "version", "Utgåvorna listas på /hsvo/v1/meetings/{id}/summary/versions.", "The versions are listed at /hsvo/v1/meetings/{id}/summary/versions."),
        ],
    };

    private static Failure NoFile(PaperManifest manifest, string fileName)
    {
        var files = string.Join(", ", manifest.Files.Select(f => f.Name));
        return new(FailureKind.NotFound, "paper.file",
            $"Sammanställningen har ingen fil ”{Excerpt.Of(fileName)}”; filerna är: {files}.", $"The paper has no file '{Excerpt.Of(fileName)}'; the files are: {files}.");
    }
}
