using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using Hsvo.Functions.Spreadsheets;

namespace Hsvo.Functions.Tests.Spreadsheets;

/// <summary>A unit without a system of its own: it fetches a sheet, fills it in and sends it.</summary>
[Collection(RunningApp.Collection)]
public sealed class SheetOverHttpTests(RunningApp app)
{
    private const string Sheet = $"/hsvo/v1/plans/{Known.Plan}/rounds/2022-01/answer-sheets/scn";

    private HttpClient Unit => app.ReporterOf("scn");

    [Fact]
    public async Task A_sheet_that_was_filled_in_is_the_same_submission_and_comes_back_with_what_was_answered()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var empty = await Unit.GetByteArrayAsync($"{Sheet}?format=csv");
        var filled = FilledIn(empty);
        var csv = windows.GetBytes(filled);

        var tried = await SendAsync("?dryRun=true", CsvSheetWriter.ContentType, csv);
        var sent = await SendAsync("", CsvSheetWriter.ContentType, csv, key: "sheet-1");
        var again = await SendAsync("", CsvSheetWriter.ContentType, csv, key: "sheet-1");
        var asked = (await Unit.JsonAsync(Sheet))["rows"]!.AsArray();
        var back = await SendAsync("", XlsxSheetWriter.ContentType, await Unit.GetByteArrayAsync($"{Sheet}?format=xlsx"));
        var stale = await RefusedAsync(HttpStatusCode.PreconditionFailed, windows.GetBytes(filled.Replace("Årsmötet, ”allt”", "Ändrat", StringComparison.Ordinal)));

        Assert.Equal((asked.Count, true), (tried["created"]!.GetValue<int>(), tried["dryRun"]!.GetValue<bool>()));
        Assert.Equal((asked.Count, false), (sent["created"]!.GetValue<int>(), sent["dryRun"]!.GetValue<bool>()));
        Assert.Equal(sent.ToJsonString(), again.ToJsonString());
        Assert.All(asked, row => Assert.Equal((1, "Årsmötet, ”allt” är klart; =1+1"), (row!["revision"]!.GetValue<int>(), row["answer"]!.Text("comment"))));
        Assert.Equal((asked.Count, 0), (back["unchanged"]!.GetValue<int>(), back["corrected"]!.GetValue<int>()));
        Assert.Equal("reports.overtaken", stale.Text("code"));
        Assert.Equal("rad 2, kolumn Revision", stale["errors"]![0]!.Text("pointer"));
    }

    [Fact]
    public async Task Faults_are_told_by_row_and_column_and_nothing_is_stored()
    {
        var before = (await Unit.JsonAsync(Sheet)).ToJsonString();
        var csv = Encoding.UTF8.GetBytes("Plan;Omgång;Förvaltning;Indikator-id;Svar;Kommentar\nhsvo-2021;2022-01;scn;2.1.1.i3;;\nhsvo-2021;2022-01;scn;2.1.4.i1;kanske;811228-9874\n");

        var problem = await RefusedAsync(HttpStatusCode.UnprocessableEntity, csv);

        Assert.Equal(
            [("text.personnummer", "rad 3, kolumn Kommentar"), ("value.type", "rad 3, kolumn Svar")],
            problem["errors"]!.AsArray().Select(e => (e!.Text("code"), e!.Text("pointer"))).Order());
        Assert.Equal(before, (await Unit.JsonAsync(Sheet)).ToJsonString());
    }

    [Fact]
    public async Task A_sheet_is_kept_by_no_cache_and_has_a_name_to_be_saved_by()
    {
        using var answer = await app.Reader.GetAsync($"{Sheet}?format=xlsx");

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("svar-hsvo-2021-2022-01-scn.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData($"/hsvo/v1/plans/{Known.Plan}/rounds/2022-01/answer-sheets/ingen", HttpStatusCode.NotFound, "department.unknown")]
    [InlineData($"/hsvo/v1/plans/{Known.Plan}/rounds/2020-01/answer-sheets/scn", HttpStatusCode.NotFound, "round.unknown")]
    [InlineData($"{Sheet}?format=ods", HttpStatusCode.BadRequest, "query.invalid")]
    public async Task What_is_not_there_is_said(string path, HttpStatusCode status, string code)
    {
        using var answer = await app.Reader.GetAsync(path);

        Assert.Equal(code, (await answer.JsonAsync(status)).Text("code"));
    }

    // What somebody types in a spreadsheet in each open cell of the column Svar, and one comment.
    private static string FilledIn(byte[] csv)
    {
        using var text = new StringWriter();
        using (var reader = CsvReader.Create(csv, new() { Separator = ';', HasHeader = false }))
        using (var writer = CsvWriter.Create(text, new() { Separator = ';' }, leaveOpen: true))
        {
            while (reader.Read())
            {
                string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
                if (reader.RowNumber > 1)
                {
                    cells[8] = cells[5].StartsWith("ja", StringComparison.Ordinal) ? "Ja" : cells[5] == "text" ? "Det går." : cells[5].StartsWith("datum", StringComparison.Ordinal) ? "nej" : "1 234";
                    cells[13] = "Årsmötet, ”allt” är klart; =1+1";
                }

                foreach (var cell in cells)
                {
                    writer.WriteField(cell);
                }

                writer.EndRecord();
            }
        }

        return text.ToString();
    }

    private async Task<JsonNode> SendAsync(string query, string type, byte[] body, string? key = null)
    {
        using var answer = await PostAsync(query, type, body, key);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }

    private async Task<JsonNode> RefusedAsync(HttpStatusCode status, byte[] csv)
    {
        using var answer = await PostAsync("", CsvSheetWriter.ContentType, csv, key: null);
        return await answer.JsonAsync(status);
    }

    private async Task<HttpResponseMessage> PostAsync(string query, string type, byte[] body, string? key)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hsvo/v1/reports{query}") { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Unit.SendAsync(request);
    }
}
