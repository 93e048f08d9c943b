using System.Text;
using CsvHelper;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>
/// Reads an answer sheet as Excel and LibreOffice save it as CSV: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252; semicolons,
/// tabs or commas.
/// </summary>
internal static class CsvSheetReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly char[] Separators = [';', '\t', ','];

    /// <summary>Reads its rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isWindows1252">Whether its sender says so; otherwise it is, when it can't be UTF-8.</param>
    public static Outcome<SheetTable> Read(byte[] file, bool isWindows1252 = false)
    {
        if (TextOf(file, isWindows1252) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return SheetFailures.NotText;
        }

        var (separator, start) = SeparatorOf(text);
        var isMalformed = false;
        using var reader = new StringReader(text[start..]);
        using var csv = CsvReader.Create(reader, new()
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            OnMalformedRecord = _ => isMalformed = true,
        });
        var rows = new List<SheetRow>();
        for (var number = 1; csv.Read(); number++)
        {
            if (isMalformed)
            {
                return SheetFailures.At("sheet.quotes", $"rad {number}",
                    "Ett citattecken står fel. Inom citattecken skrivs ett citattecken som två.", "A quotation mark is wrong. Within quotation marks one is written as two.");
            }

            var cells = CellsOf(csv);
            if (cells.Count > 0)
            {
                rows.Add(new(number, cells));
            }

            if (rows.Count > SheetTable.MaxRows || csv.FieldCount > SheetTable.MaxColumns)
            {
                return SheetFailures.TooLarge;
            }
        }

        return SheetTable.Read(rows);
    }

    private static Dictionary<int, SheetValue> CellsOf(CsvReader csv)
    {
        var cells = new Dictionary<int, SheetValue>();
        for (var i = 0; i < csv.FieldCount && i <= SheetTable.MaxColumns; i++)
        {
            if (csv.GetString(i) is { Length: > 0 } text)
            {
                cells[i] = SheetValue.Of(InertText.Read(text));
            }
        }

        return cells;
    }

    private static string? TextOf(byte[] file, bool isWindows1252)
    {
        try
        {
            return file switch
            {
                [0xFF, 0xFE, .. var rest] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(rest),
                [0xFE, 0xFF, .. var rest] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true).GetString(rest),
                [0xEF, 0xBB, 0xBF, .. var rest] => StrictUtf8.GetString(rest),
                _ when isWindows1252 => Windows1252(file),
                _ => StrictUtf8.GetString(file),
            };
        }
        catch (DecoderFallbackException)
        {
            // With a byte order mark it says itself that it is another.
            return file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..] ? null : Windows1252(file);
        }
    }

    private static string Windows1252(byte[] file) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);

    // Excel's own "sep=;" says it, else what stands oftest between the headings, in which none of them stands.
    private static (char Separator, int Start) SeparatorOf(string text)
    {
        var end = EndOfLine(text, 0);
        if (text.AsSpan(0, end) is ['s', 'e', 'p', '=', var said] && said is ';' or ',' or '\t')
        {
            return (said, Math.Min(text.Length, end + (text.AsSpan(end) is ['\r', '\n', ..] ? 2 : 1)));
        }

        var heading = Math.Max(0, text.IndexOf(SheetColumns.Indicator.Name, StringComparison.OrdinalIgnoreCase));
        var start = heading == 0 ? 0 : text.AsSpan(0, heading).LastIndexOfAny('\r', '\n') + 1;
        var line = text[start..EndOfLine(text, start)];
        return (Separators.MaxBy(c => line.Count(l => l == c)), 0);
    }

    private static int EndOfLine(string text, int start) => text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var at ? start + at : text.Length;
}
