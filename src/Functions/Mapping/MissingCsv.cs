using CsvHelper;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>The missing list as Excel opens it in Sweden: semicolons, UTF-8 with a byte order mark, and no cell that a formula could start in.</summary>
internal static class MissingCsv
{
    internal static readonly CsvWriterOptions Format = new() { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = "=@+-\t\r\n" };

    public static byte[] Write(MissingList missing)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Format, leaveOpen: true))
        {
            csv.WriteRecord("Plan", "Omgång", "Förvaltning", "Förvaltningens namn", "Mål", "Indikator", "Text", "Läge", "Svar senast", "Dagar kvar", "Fråga",
                "Mejlets ämne", "Mejlets text");
            foreach (var unit in missing.Units.Where(u => u.Awaited.Count > 0))
            {
                // On the unit's first line alone: one mail each for whoever sends what stands in the column.
                var mail = ReminderTexts.Of(unit);
                foreach (var (part, row) in unit.Awaited.SelectMany(p => p.Missing.Rows.Select(r => (p, r))))
                {
                    WriteRow(csv, unit, part.Plan, row, mail);
                    mail = null;
                }
            }
        }

        return bytes.ToArray();
    }

    private static void WriteRow(CsvWriter csv, UnitMissing unit, MissingAnswers plan, MissingRow row, MailDocument? mail)
    {
        csv.WriteField(plan.Status.Plan.Id);
        csv.WriteField(plan.Status.Round.Id);
        csv.WriteField(unit.Department.Id);
        csv.WriteField(unit.Department.Name);
        csv.WriteField(row.Goal.Number ?? row.Goal.Id);
        csv.WriteField(row.Indicator.Id);
        csv.WriteField(row.Indicator.Text);
        csv.WriteField(row.Reporting.Swedish());
        csv.WriteField(plan.Status.Timeline?.Due);
        csv.WriteField(plan.DaysLeft);
        csv.WriteField(row.Question);
        csv.WriteField(mail?.Subject);
        csv.WriteField(mail?.Body);
        csv.EndRecord();
    }
}
