using System.IO.Compression;
using System.Xml;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>
/// A workbook's parts, each read from its beginning to its end and never as a tree: a file that is made to unpack to too much, or to nest too deep,
/// costs no more than it is allowed to.
/// </summary>
internal sealed class XlsxFile : IDisposable
{
    private const int MaxEntries = 500;

    // An answer sheet of a thousand long comments is a tenth of it.
    private const int MaxUnpacked = 64 * 1024 * 1024;

    // Deflate packs a sheet's marks to a fiftieth; nothing that people write to a two-hundredth.
    private const int MaxRatio = 200;
    private const int SmallPart = 1024 * 1024;

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive _zip;

    private XlsxFile(ZipArchive zip, string workbook) => (_zip, WorkbookPart) = (zip, workbook);

    /// <summary>Where the workbook itself is.</summary>
    public string WorkbookPart { get; }

    /// <summary>Opens a file, or says what it is in place of a workbook.</summary>
    /// <exception cref="XmlException">Its list of parts isn't XML.</exception>
    /// <exception cref="InvalidDataException">It is no zip, or one that is damaged.</exception>
    public static Outcome<XlsxFile> Open(byte[] bytes)
    {
        // What OLE's compound files begin with: the format before xlsx, and whatever is encrypted.
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 ? SheetFailures.Locked : SheetFailures.Old;
        }

        var zip = new ZipArchive(new MemoryStream(bytes));
        try
        {
            if (zip.Entries.Count > MaxEntries || zip.Entries.Any(IsBomb) || zip.Entries.Sum(e => Math.Min(e.Length, MaxUnpacked + 1L)) > MaxUnpacked)
            {
                return Refused(zip, SheetFailures.TooLarge);
            }

            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                return Refused(zip, SheetFailures.Macros);
            }

            return WorkbookIn(zip) is { } workbook ? new XlsxFile(zip, workbook) : Refused(zip, SheetFailures.NotXlsx);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>Reads a part; null when it isn't there.</summary>
    public XmlReader? Read(string part) => Read(_zip, part);

    /// <summary>The parts that a part refers to, by the id that it refers by.</summary>
    public Dictionary<string, (string Type, string Part)> RelatedTo(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..part.LastIndexOf('/')] : "";
        var related = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var reader = Read($"{folder}/_rels/{part[(part.LastIndexOf('/') + 1)..]}.rels".TrimStart('/'));
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                var type = reader.GetAttribute("Type") ?? "";
                related[id] = (type[(type.LastIndexOf('/') + 1)..], target is ['/', ..] ? target[1..] : $"{folder}/{target}".TrimStart('/'));
            }
        }

        return related;
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static Failure Refused(ZipArchive zip, Failure failure)
    {
        zip.Dispose();
        return failure;
    }

    private static string? WorkbookIn(ZipArchive zip)
    {
        using var reader = Read(zip, "[Content_Types].xml");
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" } && reader.GetAttribute("ContentType") == Workbook)
            {
                return reader.GetAttribute("PartName")?.TrimStart('/');
            }
        }

        return null;
    }

    private static bool IsBomb(ZipArchiveEntry entry) => entry.Length > SmallPart && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio;

    // A part that unpacks to more than it says of itself is no workbook's.
    private static XmlReader? Read(ZipArchive zip, string part)
    {
        if (zip.GetEntry(part) is not { } entry)
        {
            return null;
        }

        var settings = Strict.Clone();
        settings.MaxCharactersInDocument = Math.Max(1, entry.Length);
        return XmlReader.Create(entry.Open(), settings);
    }
}
