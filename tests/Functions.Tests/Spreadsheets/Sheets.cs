using System.Text;
using CsvHelper;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Spreadsheets;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;

namespace Hsvo.Functions.Tests.Spreadsheets;

/// <summary>Sheets to fill in and send, of a plan with a row of each kind.</summary>
internal static class Sheets
{
    public const string Unit = "aln";
    public const string Round = "2021-05";

    public static readonly DateOnly Today = new(2021, 5, 8);

    public static readonly Plan Plan = PlanBuilder.APlan()
        .WithIndicator("ja", Specs.Deliverable)
        .WithIndicator("haller-i", Specs.Continuing)
        .WithIndicator("antal", Specs.Count)
        .WithIndicator("andel", Specs.Percentage)
        .WithIndicator("kronor", Specs.Amount)
        .WithIndicator("milstolpe", Specs.Milestone(new(2021, 10, 1)))
        .WithIndicator("ord", Specs.Qualitative)
        .WithIndicator("delar", Specs.Count.InParts("forsta", "andra"))
        .WithIndicator("ja-i-delar", Specs.Deliverable.InParts("a", "b"))
        .Build();

    public static AnswerSheet Of(params Report[] reports)
    {
        var status = PlanStatus.Compute(Plan, new DatedRound(Plan.FindRound(Round)!, Meeting: null, Timeline: null), reports, Today);
        return AnswerSheet.Of(status, Plan.FindDepartment(Unit)!, reports.ToDictionary(r => r.Key.Indicator, r => r.Revision));
    }

    /// <summary>The sheet's own rows under its headings.</summary>
    public static Outcome<SheetTable> Csv(string text) => CsvSheetReader.Read(Encoding.UTF8.GetBytes(text));

    /// <summary>One line with the columns that every sheet has, and more.</summary>
    public static string Line(string indicator, string value, string more = "", string headings = "") =>
        $"Plan;Omgång;Förvaltning;Indikator-id;Svar{headings}\r\n{Plan.Id};{Round};{Unit};{indicator};{value}{more}\r\n";

    public static (SheetSubmission Sheet, Submission Submission) Read(Outcome<SheetTable> table)
    {
        Assert.True(table.Succeeded(out var read, out var failure), $"{failure}");
        Assert.True(SheetSubmission.Read(read).Succeeded(out var sheet, out failure), $"{failure}");
        return (sheet, sheet.For(Plan, new(new("x", new HashSet<Role>(), Unit, IsExample: false), Door.Api, DryRun: false, IsDraft: false, IdempotencyKey: null)));
    }

    /// <summary>The one answer of a sheet.</summary>
    public static SubmittedAnswer AnswerIn(string csv) => Assert.Single(Read(Csv(csv)).Submission.Rows).Answer;

    /// <summary>The failure of a sheet that can't be read.</summary>
    public static Failure FailureOf(Outcome<SheetTable> table)
    {
        if (!table.Succeeded(out var read, out var failure))
        {
            return failure;
        }

        Assert.False(SheetSubmission.Read(read).Succeeded(out _, out failure));
        return failure!;
    }

    /// <summary>A CSV file as a spreadsheet saves it that was given it: with another separator, in another encoding, and no care for formulas.</summary>
    public static byte[] SavedAgain(byte[] file, char separator, Encoding encoding)
    {
        using var text = new StringWriter();
        using (var reader = CsvReader.Create(file, new() { Separator = ';', HasHeader = false }))
        using (var writer = CsvWriter.Create(text, new() { Separator = separator }, leaveOpen: true))
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    writer.WriteField(reader.GetString(i));
                }

                writer.EndRecord();
            }
        }

        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }
}
