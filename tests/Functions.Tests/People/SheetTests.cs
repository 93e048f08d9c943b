using System.Net;
using System.Text;
using CsvHelper;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Pages.Forms;
using Hsvo.Functions.Pages.Reporting;
using Hsvo.Functions.Pages.Reporting.Sheets;
using Hsvo.Functions.Spreadsheets;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.People;

/// <summary>A unit that reports by spreadsheet from a browser without script.</summary>
[Collection(PeopleApp.Collection)]
public sealed class SheetTests(PeopleApp app)
{
    private const string Start = "/rapportera/kalkylblad";
    private const string Upload = "Kontrollera bladet";
    private const string Headings = "Plan;Omgång;Förvaltning;Indikator-id;Svar;Kommentar;Revision";

    [Fact]
    public async Task A_person_reports_a_whole_round_by_spreadsheet_and_every_door_shows_it()
    {
        var person = await app.ReporterOf("vs").OpenAsync("/rapportera");
        await person.FollowAsync("Svara med ett kalkylblad i stället");
        var csv = person.Page.Links("main").Single(l => l.EndsWith("2021-05/kalkylblad?format=csv", StringComparison.Ordinal));

        await person.UploadAsync(Upload, FilledIn(await person.Client.GetByteArrayAsync(csv)), "svar.csv");
        var asked = person.Page.QuerySelectorAll("main tbody tr").Length;
        var before = (person.Status, person.Page.Said("main .lead"));
        await person.PressAsync($"Skicka in {asked} svar");

        Assert.Equal((HttpStatusCode.OK, $"Inget är sparat än. {asked} svar sparas när du skickar in."), before);
        Assert.Equal((HttpStatusCode.OK, "Svaren är inskickade. Tack!"), (person.Status, person.Page.Said(".done")));
        Assert.Contains($"{asked} av {asked} besvarade", person.Page.Said("main .panel"), StringComparison.Ordinal);
        var missing = await person.Client.JsonAsync($"/hsvo/v1/missing?plan={Known.Plan}&round=2021-05&department=vs");
        Assert.Equal(0, missing["departments"]!.AsArray().Sum(d => d!["plans"]!.AsArray().Sum(p => p!["rows"]!.AsArray().Count)));
        var reports = (await person.Client.JsonAsync($"/hsvo/v1/reports?plan={Known.Plan}"))["reports"]!.AsArray().Where(r => (r!.Text("department"), r!.Text("round")) == ("vs", "2021-05")).ToList();
        Assert.Equal((asked, "page"), (reports.Count, Assert.Single(reports.Select(r => r!.Text("door")).Distinct())));
        var feed = await person.Client.JsonAsync($"/odata/CurrentReports?$filter=planId eq '{Known.Plan}' and departmentId eq 'vs' and roundId eq '2021-05'");
        Assert.Equal(asked, feed["value"]!.AsArray().Count(r => r!["revision"] is not null));
        var groups = await person.Client.JsonAsync("/v1.0/myorg/groups?$filter=contains(name,'vårdstyrelsen')");
        var group = groups["value"]![0]!.Text("id");
        var scorecard = (await person.Client.JsonAsync($"/v1.0/myorg/groups/{group}/scorecards"))["value"]!.AsArray().Single(s => s!.Text("name").Contains("2021", StringComparison.Ordinal))!.Text("id");
        var goals = await person.Client.JsonAsync($"{Known.Goals(group, scorecard)}?$expand=goalValues");
        Assert.Equal(asked, goals["value"]!.AsArray().Count(g => g!["goalValues"]!.AsArray().Any(v => v!.Text("timestamp").StartsWith("2021-05", StringComparison.Ordinal))));
        var audit = await app.Client("auditor", null).JsonAsync("/hsvo/v1/audit?door=page");
        Assert.Contains(audit["entries"]!.AsArray(), e => e!.Text("operation") == "SendSheet");
    }

    [Fact]
    public async Task Each_rows_errors_stand_at_the_row_and_nothing_can_be_sent_until_they_are_mended()
    {
        var person = await app.ReporterOf("vs").OpenAsync(Start);

        await person.UploadAsync(Upload, $"{Headings}\nhsvo-2021;2021-10;vs;2.1.1.i3;ja;;0\nhsvo-2021;2021-10;vs;2.1.4.i1;kanske;Möte med 19121212-1212.;0\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);
        Assert.Equal(["#rad-3", "#rad-3"], person.Page.Links(".error-summary"));
        Assert.Contains("Rad 3, kolumn Svar: ", person.Page.Said(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(2, person.Page.QuerySelectorAll("#rad-3 .error").Length);
        Assert.Equal((0, "Väntar på att bladet rättas"), (person.Page.QuerySelectorAll("#rad-2 .error").Length, person.Page.Said("#rad-2 td:last-child")));
        Assert.Empty(person.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(person, "2.1.1.i3/vs"));
    }

    [Fact]
    public async Task Sent_twice_is_sent_once_and_what_another_changed_meanwhile_is_not_overwritten()
    {
        var person = await app.ReporterOf("vs").OpenAsync(Start);
        var row = $"{Headings}\nhsvo-2021;2021-10;vs;2.1.3.i2;nej;Exempel: \"\"inte än\"\" & <b>;0\n".Replace("Exempel", "\"Exempel", StringComparison.Ordinal).Replace("<b>", "<b>\"", StringComparison.Ordinal);
        var late = await app.ReporterOf("vs").OpenAsync(Start);
        await person.UploadAsync(Upload, row);

        // As large as it is counted: å is two characters, not six.
        Assert.Equal("multipart/form-data", person.Page.QuerySelector("main form")!.GetAttribute("enctype"));
        await late.UploadAsync(Upload, row.Replace("nej", "ja", StringComparison.Ordinal));

        using var first = await person.SendAsync("Skicka in svaret", []);
        using var second = await person.SendAsync("Skicka in svaret", []);
        await late.PressAsync("Skicka in svaret");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Nu gäller revision 1", late.Page.Said("#rad-2 .error"), StringComparison.Ordinal);
        var stored = await person.Client.JsonAsync($"/hsvo/v1/plans/{Known.Plan}/rounds/2021-10/reports/2.1.3.i2/vs");
        Assert.Equal((1, "nej", "Exempel: \"inte än\" & <b>"), (stored["revision"]!.GetValue<int>(), stored.Text("value"), stored.Text("comment")));
        await person.OpenAsync(Start);
        await person.UploadAsync(Upload, row.Replace(";0\n", ";1\n", StringComparison.Ordinal));
        Assert.Equal("Alla svar i bladet är som de redan var. Det finns inget att skicka in.", person.Page.Said("main .lead"));
    }

    [Fact]
    public async Task The_largest_sheet_that_its_page_can_carry_is_sent_and_one_row_more_is_refused_whole()
    {
        var person = await app.ReporterOf("scn").OpenAsync(Start);
        var questions = (await person.Client.JsonAsync($"/hsvo/v1/plans/{Known.Plan}/rounds/2021-10/answer-sheets/scn"))["rows"]!.AsArray();
        string[] lines =
        [
            .. from round in new[] { "2021-05", "2021-10", "2022-01" }
               from indicator in questions.Select(q => q!.Text("indicator"))
               where (round, indicator) != ("2021-05", "2.1.1.i3") // ReportingTests answers it.
               select $"hsvo-2021;{round};scn;{indicator};;{new string('<', AnswerReader.MaxText)};0;{new string('<', AnswerReader.MaxReason)};ja",
        ];
        string Sheet(int rows) => $"{Headings};Skäl;Berör oss inte\n{string.Join('\n', lines.Take(rows))}\n";
        var most = Enumerable.Range(1, lines.Length).Last(n => Carried(Sheet(n)) <= SheetFunctions.MaxRowsText);
        Assert.True(most < lines.Length, $"All {lines.Length} rows fit.");

        await person.UploadAsync(Upload, Sheet(most + 1));
        var refused = (person.Status, person.Page.Said("#file-fel"));
        await person.OpenAsync(Start);
        await person.UploadAsync(Upload, Sheet(most));
        var stored = await CountAsync(person);
        await person.PressAsync($"Skicka in {most} svar");

        Assert.InRange(Carried(Sheet(most)), PageForms.MaxBytes * 0.9, PageForms.MaxBytes);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("dela raderna på två blad", refused.Item2, StringComparison.Ordinal);
        Assert.Equal((0, "Svaren är inskickade. Tack!", most), (stored, person.Page.Said(".done"), await CountAsync(person)));
    }

    [Fact]
    public async Task A_text_that_is_not_whole_in_what_the_page_carries_is_refused()
    {
        var person = await app.ReporterOf("vs").OpenAsync(Start);
        await person.UploadAsync(Upload, $"{Headings}\nhsvo-2021;2021-10;vs;2.1.1.i3;ja;;0\n");

        using var answer = await person.SendAsync(
            "Skicka in svaret", [("rows", """[{"indicator":"2.1.1.i3","department":"vs","round":"2021-10","value":"ja","comment":"\ud800"}]""")]);

        await answer.PageAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(null, "svar.xlsx", "Välj filen med det ifyllda bladet.")]
    [InlineData("PK\u0003\u0004hej", "svar.xlsx", "Filen är ingen Excel-arbetsbok")]
    [InlineData("Hej", "svar.csv", "Kalkylbladet saknar rubrikraden")]
    [InlineData("Plan;Omgång;Förvaltning;Indikator-id;Svar;Färg\n", "svar.csv", "Rad 1, kolumn F: Kolumnen ”Färg” finns inte")]
    public async Task A_wrong_file_is_told_at_its_field(string? text, string name, string expected)
    {
        var person = await app.ReporterOf("vs").OpenAsync(Start);

        await person.UploadAsync(Upload, text is null ? null : Encoding.UTF8.GetBytes(text), name);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);
        Assert.Equal(["#file"], person.Page.Links(".error-summary").Distinct());
        Assert.Contains(expected, person.Page.Said("#file-fel"), StringComparison.Ordinal);
        Assert.Equal("true", person.Page.GetElementById("file")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_workbook_is_the_units_own_and_both_languages_tell_the_same()
    {
        var person = await app.ReporterOf("vs").OpenAsync($"{Start}?lang=en");
        var link = person.Page.Links("main").First(l => l.Contains("format=xlsx", StringComparison.Ordinal));

        using var answer = await person.Client.GetAsync(link);

        Assert.Equal("Report by spreadsheet", person.Page.Said("h1"));
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        Assert.EndsWith("-vs.xlsx", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
    }

    // What the form would carry of a sheet, in bytes.
    private static int Carried(string csv)
    {
        Assert.True(CsvSheetReader.Read(Encoding.UTF8.GetBytes(csv)).Succeeded(out var table, out _));
        Assert.True(SheetSubmission.Read(table).Succeeded(out var sheet, out _));
        return Encoding.UTF8.GetByteCount(CarriedRows.Write([.. sheet.Answers.Select(a => a.Read(plan: null))]));
    }

    private static async Task<int> CountAsync(Browser person) =>
        (await person.Client.JsonAsync($"/hsvo/v1/reports?plan={Known.Plan}"))["reports"]!.AsArray().Count(r => r!.Text("department") == "scn" && r!.Text("indicator") + r!.Text("round") != "2.1.1.i32021-05");

    private static async Task<HttpStatusCode> StatusOfAsync(Browser person, string report)
    {
        using var answer = await person.Client.GetAsync($"/hsvo/v1/plans/{Known.Plan}/rounds/2021-10/reports/{report}");
        return answer.StatusCode;
    }

    private static byte[] FilledIn(byte[] csv)
    {
        using var bytes = new MemoryStream();
        using (var reader = CsvReader.Create(csv, new() { Separator = ';', HasHeader = false }))
        using (var writer = CsvWriter.Create(bytes, new() { Separator = ';' }, leaveOpen: true))
        {
            while (reader.Read())
            {
                string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
                if (reader.RowNumber > 1)
                {
                    cells[8] = cells[5].StartsWith("ja", StringComparison.Ordinal) ? "ja" : cells[5] == "text" ? "Exempel: det går som tänkt." : "12";
                }

                foreach (var cell in cells)
                {
                    writer.WriteField(cell);
                }

                writer.EndRecord();
            }
        }

        return bytes.ToArray();
    }
}
