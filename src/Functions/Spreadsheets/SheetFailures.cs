using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>Why a spreadsheet can't be read.</summary>
internal static class SheetFailures
{
    /// <summary>It isn't the workbook that it is said to be.</summary>
    public static Failure NotXlsx { get; } = Of("sheet.notXlsx",
        "Filen är ingen Excel-arbetsbok (.xlsx), eller så är den skadad. Spara den som Excel-arbetsbok och skicka igen.",
        "The file is no Excel workbook (.xlsx), or it is damaged. Save it as an Excel workbook and send it again.");

    /// <summary>It has macros.</summary>
    public static Failure Macros { get; } = Of("sheet.macros",
        "Filen har makron. Spara den som Excel-arbetsbok utan makron (.xlsx) och skicka igen.",
        "The file has macros. Save it as an Excel workbook without macros (.xlsx) and send it again.");

    /// <summary>It has a password.</summary>
    public static Failure Locked { get; } = Of("sheet.locked",
        "Filen är skyddad med lösenord eller krypterad. Ta bort skyddet, spara och skicka igen.",
        "The file is protected by a password or encrypted. Take the protection away, save and send it again.");

    /// <summary>It is of the format before xlsx.</summary>
    public static Failure Old { get; } = Of("sheet.old",
        "Filen är i det gamla formatet .xls. Spara den som Excel-arbetsbok (.xlsx) och skicka igen.",
        "The file is of the old format .xls. Save it as an Excel workbook (.xlsx) and send it again.");

    /// <summary>Unpacked it is larger than any answer sheet.</summary>
    public static Failure TooLarge { get; } = Of("sheet.size",
        $"Filen är större än ett svarsblad kan vara: högst {SheetTable.MaxRows} rader och {SheetTable.MaxColumns} kolumner. Skicka bara bladet med svaren.",
        $"The file is larger than an answer sheet can be: at most {SheetTable.MaxRows} rows and {SheetTable.MaxColumns} columns. Send only the sheet with the answers.") with
    {
        Kind = FailureKind.TooLarge,
    };

    /// <summary>It is no text.</summary>
    public static Failure NotText { get; } = Of("sheet.notText",
        "Filen är ingen CSV-fil: den har tecken som inte är text.", "The file is no CSV file: it has characters that are no text.");

    /// <summary>One thing is wrong with the whole.</summary>
    public static Failure Of(string code, string swedish, string english) =>
        new(FailureKind.Invalid, code, swedish, english) { Faults = [new(code, "", swedish, english)] };

    /// <summary>One thing is wrong at a place.</summary>
    public static Failure At(string code, string place, string swedish, string english) => Of([new(code, place, swedish, english)]);

    /// <summary>Several things are wrong, each at its place.</summary>
    public static Failure Of(IReadOnlyList<Fault> faults) => new(FailureKind.Invalid, "reports.invalid",
        "Inget har sparats: rätta felen och skicka igen.", "Nothing was stored: mend the faults and send again.")
    {
        Faults = faults,
    };
}
