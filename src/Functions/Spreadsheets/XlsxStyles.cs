using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>A workbook's styles, by their places in it. Every colour has a contrast of 4.5:1 or more against what it stands on.</summary>
internal static class XlsxStyles
{
    /// <summary>A heading.</summary>
    public const uint Heading = 1;

    /// <summary>What only tells, and is locked.</summary>
    public const uint Told = 2;

    /// <summary>A text to fill in: whatever is written stays a text.</summary>
    public const uint Text = 3;

    /// <summary>A number to fill in.</summary>
    public const uint Number = 4;

    /// <summary>A day to fill in.</summary>
    public const uint Day = 5;

    /// <summary>The title of the instruction.</summary>
    public const uint Title = 6;

    /// <summary>The instruction's text.</summary>
    public const uint Body = 7;

    /// <summary>The instruction's own headings.</summary>
    public const uint Strong = 8;

    private const string FontFace = "Calibri";
    private const string Black = "FF1B1B1B";
    private const string White = "FFFFFFFF";
    private const string Blue = "FF1B365D";
    private const string Shade = "FFEEF1F5";
    private const string Line = "FFB5B5B5";
    private const string Awaited = "FFFFF3D6";

    private const uint DayFormat = 164;
    private const uint TextFormat = 49;

    private static readonly EnumValue<BorderStyleValues> Thin = BorderStyleValues.Thin;

    /// <summary>Makes them.</summary>
    public static Stylesheet Create() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(FontOf(11, Black), FontOf(11, White, isBold: true), FontOf(16, Blue, isBold: true), FontOf(11, Blue, isBold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            FillOf(Blue),
            FillOf(Shade)),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder(ColourOfLine()) { Style = Thin },
                new RightBorder(ColourOfLine()) { Style = Thin },
                new TopBorder(ColourOfLine()) { Style = Thin },
                new BottomBorder(ColourOfLine()) { Style = Thin },
                new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            FormatOf(0, font: 1, fill: 2, border: 1),
            FormatOf(0, font: 0, fill: 3, border: 1),
            FormatOf(TextFormat, font: 0, fill: 0, border: 1, isOpen: true),
            FormatOf(0, font: 0, fill: 0, border: 1, isOpen: true),
            FormatOf(DayFormat, font: 0, fill: 0, border: 1, isOpen: true),
            FormatOf(0, font: 2, fill: 0, border: 0),
            FormatOf(0, font: 0, fill: 0, border: 0),
            FormatOf(0, font: 3, fill: 0, border: 0)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }),
        new DifferentialFormats(new DifferentialFormat(new Fill(new PatternFill(new BackgroundColor { Rgb = Awaited })))));

    private static Font FontOf(double size, string colour, bool isBold = false)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = FontFace }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Color ColourOfLine() => new() { Rgb = Line };

    private static Fill FillOf(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static CellFormat FormatOf(uint number, uint font, uint fill, uint border, bool isOpen = false) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true, Horizontal = HorizontalAlignmentValues.Left }, new Protection { Locked = !isOpen })
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = true,
    };
}
