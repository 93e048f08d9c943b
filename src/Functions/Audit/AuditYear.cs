using System.Globalization;
using System.Text;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Stores;

namespace Hsvo.Functions.Audit;

/// <summary>
/// A calendar year's audit as files: what was written and what was refused, each as JSON and CSV, and the hashes of all four as <c>sha256sum -c</c> reads them.
/// What was refused is apart from the rest, since it may be disposed of: the others are the same for ever once the year is over.
/// </summary>
/// <param name="read">Reads the entries.</param>
/// <param name="year">The year.</param>
/// <param name="now">The time.</param>
internal sealed class AuditYear(ReadAudit read, int year, DateTimeOffset now)
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string CsvType = "text/csv; charset=utf-8";
    private const string TextType = "text/plain; charset=utf-8";

    // What began before midnight may be stored a little after it, and refusals are counted by the minute.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private readonly AuditPeriod _period = new(StockholmTime.StartOf(new(year, 1, 1)), StockholmTime.StartOf(new(year + 1, 1, 1)));

    /// <summary>Whether the year has begun.</summary>
    public bool HasBegun => now >= _period.From;

    /// <summary>Whether nothing is added to it any longer.</summary>
    public bool IsFinished => now >= _period.To + Slack;

    /// <summary>The name of the file with the others' hashes.</summary>
    public string HashesName => Name("sha256.txt");

    /// <summary>The file that a name means; null for none.</summary>
    public AuditYearFile? Find(string name) => name == HashesName
        ? new(TextType, async (output, cancellationToken) => await output.WriteAsync(HashesOf(await ListAsync(cancellationToken)), cancellationToken))
        : Formats().Where(f => f.Name == name).Select(f => new AuditYearFile(f.ContentType, (output, cancellationToken) => WriteAsync(f, output, cancellationToken))).FirstOrDefault();

    /// <summary>The files with their hashes: every entry is read, and none kept.</summary>
    public async Task<IReadOnlyList<AuditFileDocument>> ListAsync(CancellationToken cancellationToken)
    {
        var listed = new List<AuditFileDocument>();
        foreach (var same in Formats().GroupBy(f => f.Refusals))
        {
            (Format Format, AuditFile File)[] files = [.. same.Select(f => (f, f.Make()))];
            try
            {
                await foreach (var entry in read.ReadAsync(new(_period with { Refusals = same.Key }), cancellationToken))
                {
                    foreach (var (_, file) in files)
                    {
                        await file.WriteAsync(entry, output: null, cancellationToken);
                    }
                }

                foreach (var (format, file) in files)
                {
                    var sha256 = await file.EndAsync(output: null, cancellationToken);
                    listed.Add(new(format.Name, format.ContentType, file.Length, sha256, file.Entries, AddressOf(format.Name)));
                }
            }
            finally
            {
                foreach (var (_, file) in files)
                {
                    file.Dispose();
                }
            }
        }

        var hashes = HashesOf(listed);
        return [.. listed, new(HashesName, TextType, hashes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(hashes)), listed.Count, AddressOf(HashesName))];
    }

    private async Task WriteAsync(Format format, Stream output, CancellationToken cancellationToken)
    {
        using var file = format.Make();
        await foreach (var entry in read.ReadAsync(new(_period with { Refusals = format.Refusals }), cancellationToken))
        {
            await file.WriteAsync(entry, output, cancellationToken);
        }

        await file.EndAsync(output, cancellationToken);
    }

    private static byte[] HashesOf(IEnumerable<AuditFileDocument> files) =>
        Encoding.UTF8.GetBytes(string.Concat(files.Where(f => f.ContentType != TextType).Select(f => $"{f.Sha256}  {f.Name}\n")));

    private string AddressOf(string name) => string.Create(CultureInfo.InvariantCulture, $"/hsvo/v1/audit/{year}/{name}");

    private string Name(string rest) => string.Create(CultureInfo.InvariantCulture, $"logg-{year}-{rest}");

    private IEnumerable<Format> Formats() =>
    [
        new(Name("sparat.json"), JsonType, Refusals: false, () => new JsonAuditFile()),
        new(Name("sparat.csv"), CsvType, Refusals: false, () => new CsvAuditFile()),
        new(Name("nekat.json"), JsonType, Refusals: true, () => new JsonAuditFile()),
        new(Name("nekat.csv"), CsvType, Refusals: true, () => new CsvAuditFile()),
    ];

    private sealed record Format(string Name, string ContentType, bool Refusals, Func<AuditFile> Make);
}

/// <summary>A file of a year's audit.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="WriteAsync">Writes it.</param>
internal sealed record AuditYearFile(string ContentType, Func<Stream, CancellationToken, Task> WriteAsync);
