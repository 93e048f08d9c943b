using CsvHelper;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>An answer sheet as Excel opens it in Sweden: semicolons, decimal commas, UTF-8 with a byte order mark, and no cell that a formula could start in.</summary>
internal static class CsvSheetWriter
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/csv";

    /// <summary>Writes a sheet.</summary>
    public static byte[] Write(AnswerSheet sheet) => Write(AnswerLines.Of(sheet));

    /// <summary>Writes lines.</summary>
    public static byte[] Write(IEnumerable<AnswerLine> lines)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, MissingCsv.Format, leaveOpen: true))
        {
            csv.WriteRecord([.. SheetColumns.All.Select(c => c.Name)]);
            foreach (var line in lines)
            {
                foreach (var column in SheetColumns.All)
                {
                    // The format marks what a formula could start in; this, what would be read as marked.
                    csv.WriteField(line[column] is { Text: { } text } ? InertText.WriteTyped(text) : line[column].ToString());
                }

                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }
}
