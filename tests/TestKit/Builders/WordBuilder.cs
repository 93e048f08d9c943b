using System.IO.Compression;
using System.Security;
using System.Text;

namespace Hsvo.TestKit.Builders;

/// <summary>How a cell goes with the one above.</summary>
public enum CellMerge
{
    None,
    Begins,
    GoesOn,
}

/// <summary>A cell of a Word table: each text is a paragraph, an empty one a blank line, and "\n" a break inside one.</summary>
public sealed record WordCell(params string[] Paragraphs)
{
    public CellMerge Merge { get; init; }

    public int Span { get; init; } = 1;

    public bool IsList { get; init; }

    /// <summary>What stands in it instead, as WordprocessingML.</summary>
    public string? Xml { get; init; }
}

/// <summary>Builds a Word document as people make them, and such as nobody should.</summary>
public sealed class WordBuilder
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private readonly StringBuilder _body = new();

    public string MainType { get; init; } = MediaType + ".main+xml";

    public string? Declaration { get; init; }

    /// <summary>More entries of the archive, by name.</summary>
    public Dictionary<string, byte[]> Entries { get; } = [];

    /// <summary>A paragraph as WordprocessingML.</summary>
    public static string P(string text, string style = "", string more = "") =>
        $"<w:p><w:pPr>{(style.Length > 0 ? $"<w:pStyle w:val=\"{style}\"/>" : "")}{more}</w:pPr>{R(text)}</w:p>";

    /// <summary>A run: "\n" is a break, "\t" a tab.</summary>
    public static string R(string text) =>
        $"<w:r>{string.Join("<w:br/>", text.Split('\n').Select(line => string.Join("<w:tab/>", line.Split('\t').Select(t => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(t)}</w:t>"))))}</w:r>";

    public WordBuilder Title(string text) => Xml(P(text, "Rubrik"));

    /// <summary>A heading whose number, if any, is typed.</summary>
    public WordBuilder Heading(int level, string text) => Xml(P(text, $"Rubrik{level}"));

    /// <summary>A heading that Word numbers: by its level in the one list of headings.</summary>
    public WordBuilder NumberedHeading(int level, string text) => Xml(P(text, $"Rubrik{level}", $"<w:numPr><w:ilvl w:val=\"{level - 1}\"/><w:numId w:val=\"1\"/></w:numPr>"));

    public WordBuilder Text(string text) => Xml(P(text));

    public WordBuilder Contents(string text) => Xml(P(text, "Innehll1"));

    /// <summary>A numbered list, from 1.</summary>
    public WordBuilder List(int list, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            Xml(P(item, "", $"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list + 10}\"/></w:numPr>"));
        }

        return this;
    }

    public WordBuilder Table(IEnumerable<IEnumerable<WordCell>> rows) =>
        Xml($"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"2300\"/>", 4))}</w:tblGrid>{string.Concat(rows.Select((r, i) => Row(r, i == 0)))}</w:tbl>");

    /// <summary>Anything.</summary>
    public WordBuilder Xml(string xml)
    {
        _body.Append(xml);
        return this;
    }

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{MainType}"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>
                """);
            Add("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Add("word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/bild.png" TargetMode="External"/></Relationships>
                """);
            Add("word/styles.xml", $"<w:styles {Namespaces}>{Styles()}</w:styles>");
            Add("word/numbering.xml", $"<w:numbering {Namespaces}>{Numbering()}</w:numbering>");
            Add("word/document.xml", $"{Declaration}<w:document {Namespaces}><w:body>{_body}<w:sectPr/></w:body></w:document>");
            foreach (var (name, content) in Entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }

            void Add(string name, string content)
            {
                if (!Entries.ContainsKey(name))
                {
                    using var stream = archive.CreateEntry(name).Open();
                    stream.Write(Encoding.UTF8.GetBytes(content));
                }
            }
        }

        return file.ToArray();
    }

    private static string Row(IEnumerable<WordCell> cells, bool isHeader) => $"<w:tr>{(isHeader ? "<w:trPr><w:tblHeader/></w:trPr>" : "")}{string.Concat(cells.Select(Cell))}</w:tr>";

    private static string Cell(WordCell cell)
    {
        var merge = cell.Merge switch
        {
            CellMerge.Begins => "<w:vMerge w:val=\"restart\"/>",
            CellMerge.GoesOn => "<w:vMerge/>",
            _ => "",
        };
        var list = cell.IsList ? "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>" : "";
        var paragraphs = cell.Xml ?? (cell.Paragraphs.Length == 0 ? P("") : string.Concat(cell.Paragraphs.Select(p => P(p, "", p.Length > 0 ? list : ""))));
        return $"<w:tc><w:tcPr><w:tcW w:w=\"2300\" w:type=\"dxa\"/>{(cell.Span > 1 ? $"<w:gridSpan w:val=\"{cell.Span}\"/>" : "")}{merge}</w:tcPr>{paragraphs}</w:tc>";
    }

    private static string Styles()
    {
        var headings = string.Concat(Enumerable.Range(1, 4).Select(i =>
            $"<w:style w:type=\"paragraph\" w:styleId=\"Rubrik{i}\"><w:name w:val=\"heading {i}\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"{i - 1}\"/></w:pPr></w:style>"));
        return $"""
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>{headings}<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>
            """;
    }

    private static string Numbering()
    {
        var levels = string.Concat(Enumerable.Range(0, 4).Select(i =>
            $"<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{string.Join('.', Enumerable.Range(1, i + 1).Select(n => $"%{n}"))}\"/></w:lvl>"));
        var lists = string.Concat(Enumerable.Range(11, 9).Select(i => $"<w:num w:numId=\"{i}\"><w:abstractNumId w:val=\"{i}\"/></w:num>"));
        var ordered = string.Concat(Enumerable.Range(11, 9).Select(i =>
            $"<w:abstractNum w:abstractNumId=\"{i}\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"));
        return $"""
            <w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>{ordered}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>{lists}
            """;
    }
}
