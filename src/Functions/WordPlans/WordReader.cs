using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hsvo.Domain.Drafting;
using Hsvo.UseCases;

namespace Hsvo.Functions.WordPlans;

/// <summary>Reads a Word document as words and tables. Tracked changes are read as accepted: what is deleted isn't there, what is inserted is.</summary>
internal sealed class WordReader
{
    // Word allows 63 columns.
    private const int MaxColumns = 63;

    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;

    private WordReader(WordPackage package) => (_styles, _numbering) = (new(package.Styles), new(package.Numbering));

    /// <summary>Reads a file.</summary>
    public static Outcome<TextDocument> Read(ReadOnlyMemory<byte> file)
    {
        if (!WordPackage.Open(file).Succeeded(out var package, out var failure))
        {
            return failure;
        }

        var reader = new WordReader(package);
        var blocks = reader.Blocks(package.Document.Child("body")?.Elements() ?? []);
        return new TextDocument(blocks)
        {
            HasTrackedChanges = package.Document.Descendants().Any(e => e.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" or "cellIns" or "cellDel"),
            Footnotes = [.. package.Notes.SelectMany(n => n.Elements()).Select(n => string.Join(' ', Flat(reader.Blocks(n.Elements())).Select(p => p.Text))).Where(t => !string.IsNullOrWhiteSpace(t))],
            WithSymbols = [.. package.Document.Descendants().Where(e => e.Is("sym")).SelectMany(s => s.Ancestors().Where(a => a.Is("p")).Take(1)).Distinct().Select(TextOf)],
            HasDocumentWithin = package.Document.Descendants().Any(e => e.Is("altChunk")),
        };
    }

    private List<TextBlock> Blocks(IEnumerable<XElement> elements)
    {
        var blocks = new List<TextBlock>();
        StringBuilder? goesOn = null;
        foreach (var element in elements.SelectMany(Unwrap))
        {
            if (element.Is("p"))
            {
                var text = (goesOn ?? new()).Append(TextOf(element));
                if (element.Child("pPr").Child("rPr").Child("del") is not null)
                {
                    // The mark at its end is deleted: it goes on in the next.
                    goesOn = text;
                    continue;
                }

                goesOn = null;
                blocks.Add(Paragraph(element, text.ToString()));
                blocks.AddRange(Boxes(element));
            }
            else if (element.Is("tbl"))
            {
                blocks.Add(Table(element));
            }
        }

        if (goesOn is { Length: > 0 })
        {
            blocks.Add(new TextParagraph { Text = goesOn.ToString() });
        }

        return blocks;
    }

    private TextParagraph Paragraph(XElement element, string text)
    {
        var properties = element.Child("pPr");
        var list = text.Trim().Length > 0 ? _styles.NumberingOf(properties) : null;
        var level = _styles.LevelOf(properties);
        var borders = properties.Child("pBdr");
        return new()
        {
            Text = text,
            Level = level,
            Label = list is { } numbered ? _numbering.Next(numbered.List, numbered.Depth) : null,
            IsListItem = list is not null && level is null,
            IsTitle = _styles.IsTitle(properties),
            IsContents = _styles.IsContents(properties) || element.Ancestors().Any(IsContentsTable),
            RuleBefore = IsDrawn(borders.Child("top")),
            RuleAfter = IsDrawn(borders.Child("bottom")) || element.Descendants().Any(e => e.Value("hr") is "t" or "true" or "1"),
        };
    }

    private TextTable Table(XElement element) => new(
    [
        .. element.Elements().SelectMany(Unwrap).Where(e => e.Is("tr") && e.Child("trPr").Child("del") is null).Select(Row),
    ]);

    private TextRow Row(XElement element)
    {
        var cells = new List<TextCell>();
        var column = Math.Min(NumberOf(element.Child("trPr").Child("gridBefore")) ?? 0, MaxColumns);
        foreach (var cell in element.Elements().SelectMany(Unwrap).Where(e => e.Is("tc") && e.Child("tcPr").Child("cellDel") is null))
        {
            var properties = cell.Child("tcPr");
            var span = Math.Clamp(NumberOf(properties.Child("gridSpan")) ?? 1, 1, MaxColumns);
            List<TextParagraph> paragraphs = [.. Flat(Blocks(cell.Elements()))];
            if (properties.Child("hMerge") is { } merged && merged.Value("val") is not "restart" && cells is [.., var left])
            {
                cells[^1] = left with { Span = left.Span + span, Paragraphs = [.. left.Paragraphs, .. paragraphs] };
            }
            else
            {
                cells.Add(new(column, span, properties.Child("vMerge") is { } down && down.Value("val") is not "restart", paragraphs));
            }

            column += span;
        }

        return new(cells);
    }

    // A table within a cell is read cell by cell, and what it says stands in the cell.
    private static IEnumerable<TextParagraph> Flat(IEnumerable<TextBlock> blocks) => blocks.SelectMany(b => b switch
    {
        TextParagraph paragraph => [paragraph],
        TextTable table => table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Paragraphs),
        _ => Enumerable.Empty<TextParagraph>(),
    });

    // Text boxes stand in runs, but are paragraphs of their own.
    private List<TextBlock> Boxes(XElement paragraph) => Blocks(Shown(paragraph).Where(e => e.Is("txbxContent")).SelectMany(b => b.Elements()));

    // Every element below that is shown, without going into text boxes.
    private static IEnumerable<XElement> Shown(XElement element)
    {
        foreach (var child in element.Elements().SelectMany(Choice))
        {
            yield return child;
            if (!child.Is("txbxContent"))
            {
                foreach (var below in Shown(child))
                {
                    yield return below;
                }
            }
        }
    }

    private static string TextOf(XElement paragraph)
    {
        var text = new StringBuilder();
        Append(text, paragraph);
        return text.ToString();
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var child in element.Elements().SelectMany(Choice))
        {
            switch (child.Name.LocalName)
            {
                case "t":
                    // A line feed in the file is a blank; those of the text are elements.
                    text.Append(child.Value.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('\n', ' ').Replace('\r', ' '));
                    break;
                case "tab" or "ptab" when !element.Is("tabs"):
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "pPr" or "rPr" or "del" or "moveFrom" or "instrText" or "delText" or "txbxContent" or "rt":
                    break;
                default:
                    Append(text, child);
                    break;
            }
        }
    }

    // Content controls, and other marks about what stands in the text.
    private static IEnumerable<XElement> Unwrap(XElement element) => element.Name.LocalName switch
    {
        "sdt" => element.Child("sdtContent")?.Elements().SelectMany(Unwrap) ?? [],
        "customXml" or "smartTag" or "ins" or "moveTo" => element.Elements().SelectMany(Unwrap),
        "del" or "moveFrom" => [],
        "AlternateContent" => Choice(element).SelectMany(Unwrap),
        _ => [element],
    };

    // The same twice, for newer and older programs: one of them.
    private static IEnumerable<XElement> Choice(XElement element) =>
        element.Is("AlternateContent") ? (element.Child("Choice") ?? element.Child("Fallback"))?.Elements() ?? [] : [element];

    private static bool IsContentsTable(XElement element) =>
        element.Is("sdt") && element.Child("sdtPr").Child("docPartObj").Child("docPartGallery")?.Value("val") == "Table of Contents";

    private static bool IsDrawn(XElement? border) => border is not null && border.Value("val") is not ("nil" or "none");

    private static int? NumberOf(XElement? element) => int.TryParse(element?.Value("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
