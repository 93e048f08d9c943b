using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hsvo.UseCases;

namespace Hsvo.Functions.WordPlans;

/// <summary>
/// The parts of a Word document that say what stands in it. Only they are unfolded, each within bounds, whatever the archive claims of itself;
/// nothing that lies outside the file is ever asked for, and document type definitions are refused.
/// </summary>
/// <param name="Document">The text.</param>
/// <param name="Styles">The styles; null where there are none.</param>
/// <param name="Numbering">How lists are numbered; null where nothing is.</param>
/// <param name="Notes">The footnotes and the endnotes, those that there are.</param>
internal sealed record WordPackage(XElement Document, XElement? Styles, XElement? Numbering, IReadOnlyList<XElement> Notes)
{
    /// <summary>The largest file, in bytes: a plan with pictures in it.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    // A real plan has some thirty entries and less than a megabyte of text with its marks.
    private const int MaxEntries = 2_000;
    private const long MaxUnfolded = 200L * 1024 * 1024;
    private const int MaxPart = 16 * 1024 * 1024;
    private const int MaxElements = 400_000;
    private const int MaxDepth = 120;

    // Deflate packs a table's marks to a twentieth; nothing that people write to a two-hundredth.
    private const int MaxRatio = 200;
    private const int SmallPart = 1024 * 1024;

    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Opens a file.</summary>
    public static Outcome<WordPackage> Open(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith(CompoundFile))
        {
            return file.Span.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? WordFault.Encrypted : WordFault.OldWord;
        }

        if (!file.Span.StartsWith("PK"u8))
        {
            return WordFault.NotWord;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count > MaxEntries || archive.Entries.Any(IsBomb) || archive.Entries.Sum(e => e.Length) > MaxUnfolded ? WordFault.TooMuch : Open(archive);
        }
        catch (TooMuchException)
        {
            return WordFault.TooMuch;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return WordFault.Damaged;
        }
    }

    private static Outcome<WordPackage> Open(ZipArchive archive)
    {
        if (Part(archive, "[Content_Types].xml") is not { } types)
        {
            return WordFault.NotWord;
        }

        var kinds = types.Elements().Select(e => e.Attribute("ContentType")?.Value ?? "").ToList();
        if (kinds.Exists(k => k.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || k.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            || archive.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            return WordFault.Macros;
        }

        return kinds.Contains(Main) && TargetOf(archive, "", "officeDocument") is { } main && Part(archive, main) is { } document && document.Name.LocalName == "document"
            ? new WordPackage(document, Related(archive, main, "styles"), Related(archive, main, "numbering"),
                [.. new[] { Related(archive, main, "footnotes"), Related(archive, main, "endnotes") }.OfType<XElement>()])
            : WordFault.NotWord;
    }

    private static bool IsBomb(ZipArchiveEntry entry) => entry.Length > SmallPart && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio;

    private static XElement? Related(ZipArchive archive, string part, string type) => TargetOf(archive, part, type) is { } target ? Part(archive, target) : null;

    // A part that a part names, by the last word of the relationship's type; one outside the file is none.
    private static string? TargetOf(ZipArchive archive, string part, string type)
    {
        var folder = part.LastIndexOf('/') is >= 0 and var slash ? part[..(slash + 1)] : "";
        var named = Part(archive, $"{folder}_rels/{part[folder.Length..]}.rels")?.Elements()
            .FirstOrDefault(r => r.Attribute("Type")?.Value.EndsWith("/" + type, StringComparison.Ordinal) == true && r.Attribute("TargetMode")?.Value != "External");
        return named?.Attribute("Target")?.Value is { } target ? (target.StartsWith('/') ? target[1..] : folder + target) : null;
    }

    private static XElement? Part(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var unfolded = new MemoryStream();
        using (var stream = entry.Open())
        {
            var chunk = new byte[32 * 1024];
            int read;
            while ((read = stream.Read(chunk)) > 0)
            {
                if (unfolded.Length + read > MaxPart)
                {
                    throw new TooMuchException();
                }

                unfolded.Write(chunk, 0, read);
            }
        }

        Count(unfolded);
        using var reader = Reader(unfolded);
        return XElement.Load(reader);
    }

    // Before a tree is made of it: a tree costs more than its text.
    private static void Count(MemoryStream part)
    {
        using var reader = Reader(part);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && (++elements > MaxElements || reader.Depth > MaxDepth))
            {
                throw new TooMuchException();
            }
        }
    }

    private static XmlReader Reader(MemoryStream part)
    {
        part.Position = 0;
        return XmlReader.Create(part, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false, IgnoreComments = true, IgnoreProcessingInstructions = true });
    }

    private sealed class TooMuchException : Exception;
}
