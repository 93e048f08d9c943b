using CsvHelper;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>The reporting burden as Excel opens it in Sweden: a line for each department and round.</summary>
internal static class BurdenCsv
{
    public static byte[] Write(PlanBurden burden)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, MissingCsv.Format, leaveOpen: true))
        {
            csv.WriteRecord("Förvaltning", "Förvaltningens namn", "Omgång", "Att svara på", "Besvarade", "I tid", "För sent", "Väntas", "Saknas", "Berör inte",
                "Samma svar igen", "Från tidigare omgång");
            foreach (var (department, round) in burden.Departments.SelectMany(d => d.Rounds.Select(r => (d.Department, r))))
            {
                csv.WriteField(department.Id);
                csv.WriteField(department.Name);
                csv.WriteField(round.Round.Id);
                foreach (var count in new[]
                {
                    round.Owed, round.Answered, round.OnTime, round.Late, round.Awaited, round.Missing, round.NotApplicable, round.Repeated, round.Carried,
                })
                {
                    csv.WriteField(count);
                }

                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }
}
