using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using Hsvo.Functions.Papers.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Hsvo.Functions.Papers.Docx;

/// <summary>Sets the paper's blocks as a Word document: real headings, header rows, a language, alternative texts and page numbers.</summary>
internal sealed class DocxWriter
{
    // A4 with margins of two centimetres, in twentieths of a point.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = 1134;
    private const int TextWidth = PageWidth - (2 * Margin);

    private readonly DocxPackage _package = new();
    private uint _charts;

    /// <summary>Writes the document.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="edition">Which edition it is.</param>
    /// <param name="reference">What the footer says of its source.</param>
    /// <param name="blocks">Its text.</param>
    /// <param name="day">The day it is for.</param>
    public static byte[] Write(string title, string edition, string reference, IReadOnlyList<Block> blocks, DateOnly day) =>
        new DocxWriter().WriteAll(title, edition, reference, blocks, day);

    private byte[] WriteAll(string title, string edition, string reference, IReadOnlyList<Block> blocks, DateOnly day)
    {
        _package.AddWord("styles", DocxStyles.Create());
        _package.AddWord("numbering", DocxStyles.CreateBullets());
        _package.AddWord("settings", DocxStyles.CreateSettings());
        var header = _package.AddWord("header1", new W.Header(new W.Paragraph(
            PropertiesOf(DocxStyles.HeaderText, RightTab()), RunOf(title), new W.Run(new W.TabChar()), RunOf(edition))));
        var footer = _package.AddWord("footer1", new W.Footer(new W.Paragraph(
            PropertiesOf(DocxStyles.FooterText, RightTab()), RunOf(reference), new W.Run(new W.TabChar()), RunOf("Sida "), Field("PAGE"), RunOf(" av "), Field("NUMPAGES"))));
        var body = new W.Body(ParagraphOf(DocxStyles.Title, title));
        body.Append(blocks.SelectMany((b, i) => Of(b, i + 1 < blocks.Count ? blocks[i + 1] : null)));
        body.Append(new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = header },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = footer },
            new W.PageSize { Width = PageWidth, Height = PageHeight },
            new W.PageMargin { Top = Margin + 170, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 }));
        return _package.Write(new W.Document(body), title, day);
    }

    private IEnumerable<OpenXmlElement> Of(Block block, Block? next) => block switch
    {
        Heading { StartsPage: true } heading => [new W.Paragraph(PropertiesOf(DocxStyles.Heading(heading.Level), new W.PageBreakBefore()), RunOf(heading.Text))],
        Heading heading => [ParagraphOf(DocxStyles.Heading(heading.Level), heading.Text)],
        Paragraph { IsLead: true } lead => [ParagraphOf(DocxStyles.Lead, lead.Text)],
        Paragraph paragraph => [ParagraphOf(next is Table or Points ? DocxStyles.Introduction : "Normal", paragraph.Text)],
        Notice notice => [ParagraphOf(DocxStyles.Notice, Line.Of(Span.Strong($"{notice.Label}. "), notice.Text))],
        Points points => points.Lines.Select(l => ParagraphOf(DocxStyles.Bullet, l)),
        Table table => [ParagraphOf(DocxStyles.Caption, table.Caption), TableOf(table), Gap()],
        Chart chart => [ParagraphOf(DocxStyles.Caption, chart.Title), ChartOf(chart)],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private W.Paragraph ChartOf(Chart chart)
    {
        _charts++;
        var id = _package.AddRelated(
            $"charts/chart{_charts}.xml", "chart", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", DocxChart.SpaceOf(chart));
        return new(new W.ParagraphProperties(new W.ParagraphStyleId { Val = "Normal" }), new W.Run(DocxChart.DrawingOf(chart, id, _charts)));
    }

    private static W.Table TableOf(Table table)
    {
        int[] widths = [.. table.Columns.Select(c => TextWidth * c.Width / 100)];
        var made = new W.Table(
            new W.TableProperties(
                new W.TableStyle { Val = DocxStyles.Grid },
                new W.TableWidth { Width = Twips(TextWidth), Type = W.TableWidthUnitValues.Dxa },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableLook { Val = "04A0", FirstRow = true, LastRow = false, FirstColumn = true, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true },
                new W.TableCaption { Val = Clean(table.Caption) }),
            new W.TableGrid(widths.Select(w => new W.GridColumn { Width = Twips(w) })));
        made.Append(HeaderOf(table, widths));
        made.Append(table.Rows.Select(r => RowOf(r, widths)));
        return made;
    }

    private static W.TableRow HeaderOf(Table table, int[] widths)
    {
        var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()));
        row.Append(table.Columns.Select((c, i) => new W.TableCell(
            new W.TableCellProperties(
                new W.TableCellWidth { Width = Twips(widths[i]), Type = W.TableWidthUnitValues.Dxa },
                new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = DocxStyles.Blue },
                new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Bottom }),
            new W.Paragraph(PropertiesOf(DocxStyles.CellText, new W.KeepNext()), new W.Run(new W.RunProperties(new W.Bold(), new W.Color { Val = "FFFFFF" }), TextOf(c.Heading))))));
        return row;
    }

    private static W.TableRow RowOf(Row row, int[] widths)
    {
        var made = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
        made.Append(row.Cells.Select((cell, i) =>
        {
            var properties = new W.TableCellProperties(new W.TableCellWidth { Width = Twips(widths[i]), Type = W.TableWidthUnitValues.Dxa });
            if (row.IsGroup)
            {
                properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = DocxStyles.Shade });
            }

            var made = new W.TableCell(properties);
            var style = cell.Lines.Count > 1 ? DocxStyles.CellPoint : DocxStyles.CellText;
            made.Append(cell.Lines.Select(l => ParagraphOf(style, l, isStrong: row.IsGroup && i == 0)));
            return made;
        }));
        return made;
    }

    // Two tables that touch become one in Word.
    private static W.Paragraph Gap() => new(new W.ParagraphProperties(
        new W.SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = W.LineSpacingRuleValues.Exact }));

    private static W.Paragraph ParagraphOf(string style, Line line, bool isStrong = false)
    {
        var paragraph = new W.Paragraph(PropertiesOf(style));
        paragraph.Append(line.Spans.Select(s => RunOf(isStrong && s.Look == Look.Plain ? s with { Look = Look.Strong } : s)));
        return paragraph;
    }

    private static W.ParagraphProperties PropertiesOf(string style, params OpenXmlElement[] others)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = style });
        properties.Append(others);
        return properties;
    }

    private static W.Tabs RightTab() => new(new W.TabStop { Val = W.TabStopValues.Right, Position = TextWidth });

    private static W.SimpleField Field(string instruction) => new(RunOf("1")) { Instruction = $" {instruction} " };

    private static W.Run RunOf(Span span)
    {
        var run = new W.Run();
        if (span.Look != Look.Plain)
        {
            run.Append(LookOf(span.Look));
        }

        // A line that the writer broke stays broken.
        string[] lines = span.Text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new W.Break());
            }

            run.Append(TextOf(lines[i]));
        }

        return run;
    }

    private static W.RunProperties LookOf(Look look) => look switch
    {
        Look.Strong => new(new W.Bold()),
        Look.Muted => new(new W.Color { Val = DocxStyles.Muted }),
        Look.Mark => new(new W.Italic(), new W.Color { Val = "7A4B00" }),
        Look.Good => new(new W.Bold(), new W.Color { Val = "0B5D2A" }),
        Look.Warning => new(new W.Bold(), new W.Color { Val = "7A4B00" }),
        Look.Bad => new(new W.Bold(), new W.Color { Val = "A3140F" }),
        _ => new(),
    };

    private static W.Text TextOf(string text) => new(Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    // What XML has no way to write, such as a stray control character in a pasted comment, must not keep a meeting from its paper.
    internal static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(r => IsXml(r.Value) ? r.ToString() : "\uFFFD"));

    private static bool IsXml(int rune) => rune > char.MaxValue || XmlConvert.IsXmlChar((char)rune);

    private static string Twips(int number) => number.ToString(CultureInfo.InvariantCulture);
}
