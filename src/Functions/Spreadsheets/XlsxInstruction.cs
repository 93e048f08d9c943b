using DocumentFormat.OpenXml.Spreadsheet;
using Hsvo.Domain.Meetings;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>The sheet that tells how a workbook is filled in.</summary>
internal static class XlsxInstruction
{
    /// <summary>Its name.</summary>
    public const string SheetName = "Så här gör du";

    // As wide as a page, and how many of the title's larger letters that holds.
    private const int Width = 82;
    private const int TitleWidth = 50;
    private const double Gap = 6;
    private const double TitleGap = 18;

    /// <summary>Writes it.</summary>
    public static Worksheet Of(AnswerSheet sheet, string title) => Of(title, [
        (XlsxStyles.Strong, sheet.Department.Name),
        .. sheet.Status.Timeline is { } days
            ? new[] { (XlsxStyles.Strong, $"Svara senast {SwedishDates.Long(days.Due)}{(days.IsAssumed ? " (datumet är antaget)" : "")}.") }
            : [],
        (XlsxStyles.Body, $"Fyll i de vita cellerna på bladet {XlsxSheetWriter.SheetName}. Grå celler är låsta."),
        (XlsxStyles.Body, "Kolumnen Svarstyp säger vad som ska stå i Svar. Decimaler skrivs med komma och procent utan procenttecken."),
        (XlsxStyles.Body, "Kan ni inte svara på en rad än? Lämna den tom: då är den inte besvarad, och ni kan svara senare."),
        (XlsxStyles.Body, "Det ni redan har svarat i omgången står ifyllt. Ändra det som ska ändras; det som står kvar som det var sparas inte en gång till. Ett svar tas inte tillbaka av att cellen töms."),
        (XlsxStyles.Body, "En indikator med flera delar har en rad för varje del. Bedömning, Berör oss inte, Kommentar och Skäl skrivs på den första av dem."),
        (XlsxStyles.Body, "Bedömning är er egen bild av hur det går. Den behövs där svaret inte säger det självt, till exempel när svaret är nej."),
        (XlsxStyles.Body, "Berör raden inte er? Lämna Svar tom, skriv ja i Berör oss inte och varför i Skäl."),
        (XlsxStyles.Body, "Skäl behövs också när ett svar ändras efter sista svarsdagen, eller när det redan är godkänt."),
        (XlsxStyles.Body, "Skriv inget som pekar ut en enskild person: inga namn och inga personnummer."),
        (XlsxStyles.Body, "Ändra inget i kolumnerna till höger om Skäl. Där står vilka rader svaren hör till, och vilken revision ni såg: har någon annan ändrat ett svar sedan dess säger tjänsten till, och inget skrivs över."),
        (XlsxStyles.Body, "Spara filen och skicka in den där ni hämtade den. Rader med fel visas innan något sparas. Filen kan också sparas som CSV."),
    ]);

    private static Worksheet Of(string title, IReadOnlyList<(uint Style, string Text)> lines)
    {
        var rows = new SheetData(RowOf(1, XlsxStyles.Title, title, TitleWidth));
        rows.Append(lines.Select((l, i) => RowOf((uint)i + 2, l.Style, l.Text, Width)));
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(new Column { Min = 1, Max = 1, Width = Width, CustomWidth = true }),
            rows,
            XlsxSheetWriter.Protected(),
            new PageMargins { Left = 0.7, Right = 0.7, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, FitToWidth = 1, FitToHeight = 0 });
    }

    private static Row RowOf(uint number, uint style, string text, int width) => new(XlsxSheetWriter.TextCell($"A{number}", style, text))
    {
        RowIndex = number,
        Height = XlsxSheetWriter.HeightOf(text, width) + (style == XlsxStyles.Title ? TitleGap : Gap),
        CustomHeight = true,
    };
}
