using DocumentFormat.OpenXml.Wordprocessing;

namespace Hsvo.Functions.Papers.Docx;

/// <summary>The document's styles, bullets and settings. Every colour has a contrast of 4.5:1 or more against what it stands on.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Lead = "Lead";
    public const string Introduction = "Introduction";
    public const string Caption = "Caption";
    public const string Bullet = "ListBullet";
    public const string Notice = "Notice";
    public const string CellText = "CellText";
    public const string CellPoint = "CellPoint";
    public const string HeaderText = "Header";
    public const string FooterText = "Footer";
    public const string Grid = "PaperTable";

    public const string Font = "Calibri";
    public const string Text = "1B1B1B";
    public const string Muted = "4A4A4A";
    public const string Blue = "1B365D";
    public const string Line = "B5B5B5";
    public const string Shade = "EEF1F5";

    public static string Heading(int level) => $"Heading{level}";

    public static Styles Create() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                new Color { Val = Text },
                new FontSize { Val = "21" },
                new FontSizeComplexScript { Val = "21" },
                new Languages { Val = "sv-SE", EastAsia = "sv-SE", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "80", After = "100", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraph(Title, "Title", size: 40, Blue, isBold: true, before: 0, after: 60, keepNext: true),
        Paragraph(Heading(1), "heading 1", size: 30, Blue, isBold: true, before: 360, after: 100, keepNext: true, outline: 0),
        Paragraph(Heading(2), "heading 2", size: 25, Blue, isBold: true, before: 280, after: 80, keepNext: true, outline: 1),
        Paragraph(Heading(3), "heading 3", size: 22, Blue, isBold: true, before: 220, after: 60, keepNext: true, outline: 2),
        Paragraph(Lead, "Lead", size: 23, Muted, before: 0, after: 160),
        Paragraph(Introduction, "Introduction", size: 21, Text, before: 0, after: 60, keepNext: true),
        Paragraph(Caption, "caption", size: 19, Muted, before: 140, after: 60, keepNext: true),
        Listed(Paragraph(Bullet, "List Bullet", size: 21, Text, before: 0, after: 60), numbering: 1),
        Framed(Paragraph(Notice, "Notice", size: 20, Text, before: 80, after: 120)),
        Paragraph(CellText, "Cell text", size: 19, Text, before: 0, after: 20),
        Listed(Paragraph(CellPoint, "Cell point", size: 19, Text, before: 0, after: 20), numbering: 2),
        Paragraph(HeaderText, "header", size: 17, Muted, before: 0, after: 0),
        Paragraph(FooterText, "footer", size: 17, Muted, before: 0, after: 0),
        new Style(
            new StyleName { Val = "Normal Table" },
            new UIPriority { Val = 99 },
            new SemiHidden(),
            new UnhideWhenUsed(),
            new StyleTableProperties(
                new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                new TableCellMarginDefault(
                    new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        new Style(
            new StyleName { Val = "Paper table" },
            new BasedOn { Val = "TableNormal" },
            new PrimaryStyle(),
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8, Color = Blue },
                    new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Blue },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Line }),
                new TableCellMarginDefault(
                    new TopMargin { Width = "50", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "50", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = Grid, CustomStyle = true });

    public static Numbering CreateBullets() => new(
        Bullets(1, left: 360), Bullets(2, left: 200),
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }, new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 });

    public static Settings CreateSettings() => new(
        new AutoHyphenation(),
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "sv-SE" });

    private static AbstractNum Bullets(int id, int left) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelText { Val = "•" },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = $"{left}", Hanging = $"{Math.Min(left, 240)}" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };

    private static Style Paragraph(
        string id, string name, int size, string color, int before, int after, bool isBold = false, bool keepNext = false, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
        {
            paragraph.Append(new KeepNext(), new KeepLines());
        }

        paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties();
        if (isBold)
        {
            run.Append(new Bold(), new BoldComplexScript());
        }

        run.Append(new Color { Val = color }, new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        return new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static Style Listed(Style style, int numbering)
    {
        style.StyleParagraphProperties!.InsertAt(new NumberingProperties(new NumberingId { Val = numbering }), 0);
        return style;
    }

    private static Style Framed(Style style)
    {
        style.StyleParagraphProperties!.InsertAt(
            new ParagraphBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Space = 4, Color = "7A4B00" },
                new LeftBorder { Val = BorderValues.Single, Size = 8, Space = 6, Color = "7A4B00" },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 4, Color = "7A4B00" },
                new RightBorder { Val = BorderValues.Single, Size = 8, Space = 6, Color = "7A4B00" }),
            0);
        return style;
    }
}
