using CsvHelper;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>The missing list as Excel opens it in Sweden: semicolons, UTF-8 with a byte order mark, and no cell that a formula could start in.</summary>
internal static class MissingCsv
{
    internal static readonly CsvWriterOptions Format = new() { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static byte[] Write(MissingAnswers missing)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Format, leaveOpen: true))
        {
            csv.WriteRecord("Omgång", "Förvaltning", "Förvaltningens namn", "Mål", "Indikator", "Text", "Läge", "Svar senast", "Dagar kvar", "Fråga");
            foreach (var (department, row) in missing.Departments.SelectMany(d => d.Rows.Select(r => (d.Department, r))))
            {
                csv.WriteField(missing.Status.Round.Id);
                csv.WriteField(department.Id);
                csv.WriteField(department.Name);
                csv.WriteField(row.Goal.Number ?? row.Goal.Id);
                csv.WriteField(row.Indicator.Id);
                csv.WriteField(row.Indicator.Text);
                csv.WriteField(row.Reporting.Swedish());
                csv.WriteField(missing.Status.Timeline!.Due);
                csv.WriteField(missing.DaysLeft!.Value);
                csv.WriteField(row.Question);
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }
}
