using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>An answer sheet as a file: handed out by its name, and read by what it is, whatever it is called.</summary>
internal static class SheetFile
{
    /// <summary>Hands a sheet out, to be kept by no cache: it is the unit's own working paper.</summary>
    public static IResult Of(HttpRequest request, AnswerSheet sheet, bool isCsv)
    {
        request.HttpContext.Response.GetTypedHeaders().CacheControl = new() { NoStore = true };
        var name = $"svar-{sheet.Status.Plan.Id}-{sheet.Status.Round.Id}-{sheet.Department.Id}";
        return isCsv
            ? Results.File(CsvSheetWriter.Write(sheet), $"{CsvSheetWriter.ContentType}; charset=utf-8", $"{name}.csv")
            : Results.File(XlsxSheetWriter.Write(sheet), XlsxSheetWriter.ContentType, $"{name}.xlsx");
    }

    /// <summary>Reads a file: what begins as a zip does, or as Excel's older files did, is a workbook.</summary>
    public static Outcome<SheetTable> Read(byte[] file) =>
        file is [0x50, 0x4B, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] ? XlsxSheetReader.Read(file) : CsvSheetReader.Read(file);
}
