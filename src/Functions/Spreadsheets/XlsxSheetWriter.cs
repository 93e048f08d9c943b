using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.OpenXml;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>
/// An answer sheet as a workbook: what is asked is locked, what is answered is open, and what can be chosen is chosen from a list. The lock has no
/// password: it keeps from mistakes. The same sheet gives the same bytes.
/// </summary>
internal static partial class XlsxSheetWriter
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The name of the sheet that is filled in.</summary>
    public const string SheetName = "Svar";

    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const double LineHeight = 15;
    private const double MaxHeight = 405;

    // As far as people read: what follows is for the way back.
    private static readonly int LastPrinted = PlaceOf(SheetColumns.Reason);

    /// <summary>Writes a sheet.</summary>
    public static byte[] Write(AnswerSheet sheet)
    {
        var title = $"{sheet.Status.Plan.Title}, omgången {SwedishDates.Round(sheet.Status.Round.Id)}";
        return Write(AnswerLines.Of(sheet), title, sheet.Department.Name, XlsxInstruction.Of(sheet, title), sheet.Status.Round.Ends);
    }

    /// <summary>Writes lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="title">The title.</param>
    /// <param name="unit">Whose answers they are.</param>
    /// <param name="instruction">The sheet that tells how it is filled in.</param>
    /// <param name="day">The day it is for.</param>
    public static byte[] Write(IReadOnlyList<AnswerLine> lines, string title, string unit, Worksheet instruction, DateOnly day)
    {
        var package = new OpenXmlPackage("xl", "workbook.xml", $"{Main}sheet.main+xml");
        var answers = package.AddRelated("worksheets/sheet1.xml", "worksheet", $"{Main}worksheet+xml", SheetOf(lines, title, unit));
        var how = package.AddRelated("worksheets/sheet2.xml", "worksheet", $"{Main}worksheet+xml", instruction);
        package.AddRelated("styles.xml", "styles", $"{Main}styles+xml", XlsxStyles.Create());
        var workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(
                new Sheet { Name = SheetName, SheetId = 1, Id = answers },
                new Sheet { Name = XlsxInstruction.SheetName, SheetId = 2, Id = how }),
            new DefinedNames(
                new DefinedName($"{SheetName}!$A$1:${SheetColumns.Letters(LastPrinted)}${lines.Count + 1}") { Name = "_xlnm.Print_Area", LocalSheetId = 0 },
                new DefinedName($"{SheetName}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        workbook.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        return package.Write(workbook, title, day);
    }

    /// <summary>A cell with a text.</summary>
    public static Cell TextCell(string reference, uint style, string text) => new()
    {
        CellReference = reference,
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new(new Text(Encoded(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static Worksheet SheetOf(IReadOnlyList<AnswerLine> lines, string title, string unit)
    {
        var headings = SheetColumns.All.Select((c, i) => TextCell($"{SheetColumns.Letters(i)}1", XlsxStyles.Heading, c.Name));
        var rows = new SheetData(new Row(headings) { RowIndex = 1, Height = 32, CustomHeight = true });
        rows.Append(lines.Select((l, i) => RowOf(l, (uint)i + 2)));
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(ViewOf()),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(SheetColumns.All.Select((c, i) => ColumnOf(c, (uint)i + 1, lines))),
            rows,
            Protected());
        if (lines.Count > 0)
        {
            sheet.Append(Awaited(lines.Count + 1));
            var checks = XlsxChecks.Of(lines).ToList();
            sheet.Append(new DataValidations(checks) { Count = (uint)checks.Count });
        }

        sheet.Append(
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.7, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 8, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddHeader($"&L{Doubled(title)}&R{Doubled(unit)}"), new OddFooter("&CSida &P av &N")));
        return sheet;
    }

    // Headings and ids stay where they are, and the first answer is where one begins.
    private static SheetView ViewOf()
    {
        var first = $"{LettersOf(SheetColumns.Value)}2";
        var pane = new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen };
        var selection = new Selection { Pane = PaneValues.BottomRight, ActiveCell = first, SequenceOfReferences = new() { InnerText = first } };
        return new(pane, selection) { TabSelected = true, WorkbookViewId = 0 };
    }

    /// <summary>The lock: no password, and columns may be made wider.</summary>
    public static SheetProtection Protected() => new() { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false };

    private static Row RowOf(AnswerLine line, uint number) =>
        new(SheetColumns.All.Select((c, i) => CellOf(line, c, $"{SheetColumns.Letters(i)}{number}"))) { RowIndex = number, Height = HeightOf(line), CustomHeight = true };

    private static double HeightOf(AnswerLine line) => SheetColumns.All.Max(c => HeightOf(line[c].ToString(), c.Width));

    /// <summary>About how high a row is that has a text in a column so wide: not every program makes it as high as it must be.</summary>
    public static double HeightOf(string text, int width) => Math.Min(MaxHeight, LineHeight * text.Split('\n').Sum(t => 1 + (t.Length / width)));

    // What no row asks for, and no row has, is out of the way.
    private static Column ColumnOf(SheetColumn column, uint number, IReadOnlyList<AnswerLine> lines) => new()
    {
        Min = number,
        Max = number,
        Width = column.Width,
        CustomWidth = true,
        Hidden = (column.IsAnswer || column == SheetColumns.PartText) && lines.All(l => !l.Takes(column) && l[column].IsEmpty),
    };

    private static Cell CellOf(AnswerLine line, SheetColumn column, string reference)
    {
        var style = StyleOf(line, column);
        return line[column] switch
        {
            { IsEmpty: true } => new() { CellReference = reference, StyleIndex = style },
            { Number: { } value } => NumberCell(reference, style, value.ToString("R", CultureInfo.InvariantCulture)),
            { Date: { } day } => NumberCell(reference, style, XlsxFormats.NumberOf(day)),
            var value => TextCell(reference, style, InertText.WriteTyped(value.ToString())),
        };
    }

    private static Cell NumberCell(string reference, uint style, string number) => new() { CellReference = reference, StyleIndex = style, CellValue = new(number) };

    private static uint StyleOf(AnswerLine line, SheetColumn column) => !line.Takes(column) ? XlsxStyles.Told
        : column == SheetColumns.Numerator || column == SheetColumns.Denominator || (column == SheetColumns.Value && line.Asked.IsNumber) ? XlsxStyles.Number
        : column == SheetColumns.Value && line.Asked.Kind == IndicatorKind.Milestone ? XlsxStyles.Day
        : XlsxStyles.Text;

    // What is awaited and not filled in stands out, beside its word in the column Läge.
    private static ConditionalFormatting Awaited(int last)
    {
        var (value, said) = (LettersOf(SheetColumns.Value), LettersOf(SheetColumns.Reporting));
        var formula = $"AND(${value}2=\"\",OR(${said}2=\"{ReportingStatus.Due.Swedish()}\",${said}2=\"{ReportingStatus.Missing.Swedish()}\"))";
        return new(new ConditionalFormattingRule(new Formula(formula)) { Type = ConditionalFormatValues.Expression, FormatId = 0, Priority = 1 })
        {
            SequenceOfReferences = new() { InnerText = $"{value}2:{value}{last}" },
        };
    }

    /// <summary>A column's letters.</summary>
    public static string LettersOf(SheetColumn column) => SheetColumns.Letters(PlaceOf(column));

    private static int PlaceOf(SheetColumn column) => SheetColumns.All.Select((c, i) => (c, i)).First(c => c.c == column).i;

    private static string Doubled(string text) => text.Replace("&", "&&", StringComparison.Ordinal);

    // ECMA-376, ST_Xstring: XML's readers make one line break of all kinds, and what looks like an escape is one.
    private static string Encoded(string text) => LikeAnEscape().Replace(text, "_x005F_").Replace("\r", "_x000D_", StringComparison.Ordinal);

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LikeAnEscape();
}
