using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Hsvo.Functions.Audit;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Mapping.OData;
using Hsvo.Functions.OpenData;
using Hsvo.UseCases.Archive;

namespace Hsvo.Functions.Archive;

/// <summary>Writes a plan year as one ZIP, a piece at a time: one revision, one entry or one paper's file is in memory at a time.</summary>
/// <param name="read">Reads what may be long.</param>
/// <param name="archive">The plan year.</param>
/// <param name="today">Today in Stockholm.</param>
internal sealed class ArchiveZip(ReadArchive read, PlanArchive archive, DateOnly today)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var pieces = new PieceStream(output);
        await using (var zip = await ZipArchive.CreateAsync(pieces, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken))
        {
            await WriteAsync(new HashedEntries(zip), cancellationToken);
        }

        await pieces.SendAsync(cancellationToken);
    }

    private async Task WriteAsync(HashedEntries files, CancellationToken cancellationToken)
    {
        await files.AddAsync("las-mig.txt", ArchiveReadme.Write(archive, today), cancellationToken);
        foreach (var version in archive.Versions)
        {
            await files.AddAsync(
                string.Create(CultureInfo.InvariantCulture, $"plan/version-{version.Version:0000}.json"),
                JsonSerializer.SerializeToUtf8Bytes(PlanMapping.ToDocument(version, [version]), Json.Api),
                cancellationToken);
        }

        await files.AddAsync("beslut/beslut.json", JsonSerializer.SerializeToUtf8Bytes(archive.Decisions, ArchiveJson.Readable), cancellationToken);
        await files.AddAsync("svar/logg.jsonl", file => WriteLogAsync(file, cancellationToken), cancellationToken);
        await WriteStatusAsync(files, cancellationToken);
        await WritePapersAsync(files, cancellationToken);
        await files.AddAsync("logg/logg.json", file => WriteAuditAsync(new JsonAuditFile(), file, cancellationToken), cancellationToken);
        await files.AddAsync("logg/logg.csv", file => WriteAuditAsync(new CsvAuditFile(), file, cancellationToken), cancellationToken);
        await files.AddHashesAsync("sha256sums.txt", cancellationToken);
    }

    private async Task WriteLogAsync(Stream file, CancellationToken cancellationToken)
    {
        await foreach (var revision in read.ReadLogAsync(archive, cancellationToken))
        {
            await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(revision, ArchiveJson.Lines), cancellationToken);
            await file.WriteAsync(NewLine, cancellationToken);
        }
    }

    private async Task WriteStatusAsync(HashedEntries files, CancellationToken cancellationToken)
    {
        var published = archive.Snapshot.Published;
        foreach (var round in published.Plan.Rounds)
        {
            await files.AddAsync(
                $"laget/{round.Id}.json", JsonSerializer.SerializeToUtf8Bytes(StatusMapping.ToDocument(published.StatusIn(round, today)), Json.Api), cancellationToken);
        }

        await files.AddAsync("laget/lage.csv", OpenRows.Csv(PlanRows.Of(published, today).StatusFeed), cancellationToken);
    }

    private async Task WritePapersAsync(HashedEntries files, CancellationToken cancellationToken)
    {
        foreach (var (meeting, paper) in archive.Papers)
        {
            foreach (var file in paper.Files)
            {
                await files.AddAsync($"underlag/{meeting}/{paper.Version}/{file.Name}", await read.ReadPaperAsync(file, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task WriteAuditAsync(AuditFile audit, Stream file, CancellationToken cancellationToken)
    {
        using (audit)
        {
            await foreach (var entry in read.ReadAuditAsync(archive, cancellationToken))
            {
                await audit.WriteAsync(entry, file, cancellationToken);
            }

            await audit.EndAsync(file, cancellationToken);
        }
    }
}
