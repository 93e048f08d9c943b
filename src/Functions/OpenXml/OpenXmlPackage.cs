using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;

namespace Hsvo.Functions.OpenXml;

/// <summary>
/// The parts of an office document in a zip. Written here rather than by the packaging library, which gives parts random names and the time of day: the
/// same parts give the same bytes.
/// </summary>
/// <param name="folder">The folder of its parts.</param>
/// <param name="main">The main part's name, "document.xml".</param>
/// <param name="mainType">The main part's content type.</param>
internal sealed class OpenXmlPackage(string folder, string main, string mainType)
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The earliest time a zip can hold.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Path, string ContentType, string Xml)> _parts = [];
    private readonly List<(string Id, string Type, string Target)> _related = [];

    /// <summary>Adds a part that the main part refers to, and gives the id it refers by.</summary>
    public string AddRelated(string name, string type, string contentType, OpenXmlElement root)
    {
        var id = $"rId{_related.Count + 1}";
        _related.Add((id, $"{Relationships}/{type}", name));
        _parts.Add(($"{folder}/{name}", contentType, root.OuterXml));
        return id;
    }

    /// <summary>Writes the main part, its parts and the document's properties.</summary>
    /// <param name="document">The main part.</param>
    /// <param name="title">The document's title.</param>
    /// <param name="day">The day it is for.</param>
    public byte[] Write(OpenXmlElement document, string title, DateOnly day)
    {
        _parts.Insert(0, ($"{folder}/{main}", mainType, document.OuterXml));
        _parts.Add(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", CoreProperties(title, day)));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes());
            Add(zip, "_rels/.rels", RelationshipsXml(
            [
                ("rId1", $"{Relationships}/officeDocument", $"{folder}/{main}"),
                ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ]));
            Add(zip, $"{folder}/_rels/{main}.rels", RelationshipsXml(_related));
            _parts.ForEach(p => Add(zip, p.Path, p.Xml));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string xml)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(xml);
    }

    private string ContentTypes() =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + string.Concat(_parts.Select(p => $"<Override PartName=\"/{p.Path}\" ContentType=\"{p.ContentType}\"/>"))
        + "</Types>";

    private static string RelationshipsXml(IEnumerable<(string Id, string Type, string Target)> all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{r.Target}\"/>"))
        + "</Relationships>";

    private static string CoreProperties(string title, DateOnly day) =>
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + $"<dc:title>{SecurityElement.Escape(title)}</dc:title><dc:language>sv-SE</dc:language>"
        + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{day:yyyy-MM-dd}T00:00:00Z</dcterms:created></cp:coreProperties>";
}
