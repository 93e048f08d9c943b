using System.Net;
using System.Text;

namespace Hsvo.Functions.Tests;

/// <summary>What reporting asks of each department, as data and as a spreadsheet.</summary>
[Collection(RunningApp.Collection)]
public sealed class BurdenTests(RunningApp app)
{
    private const string Path = "/hsvo/v1/burden?plan=hsvo-2021";

    [Fact]
    public async Task Each_department_has_every_round()
    {
        var burden = await app.Reader.JsonAsync(Path);

        Assert.True(burden["responsibilityIsAssumed"]!.GetValue<bool>());
        Assert.All(burden["departments"]!.AsArray(), d => Assert.Equal(["2021-05", "2021-10", "2022-01"], d!["rounds"]!.AsArray().Select(r => r!.Text("round"))));
        Assert.All(
            burden["departments"]!.AsArray().Select(d => d!["rounds"]![0]!),
            r => Assert.Equal(r["owed"]!.GetValue<int>(), new[] { "answered", "awaited", "missing" }.Sum(n => r[n]!.GetValue<int>())));
    }

    [Fact]
    public async Task The_spreadsheet_has_a_line_for_each_department_and_round()
    {
        using var answer = await app.Reader.GetAsync($"{Path}&format=csv");

        Assert.Equal("text/csv; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).TrimEnd().Split("\r\n");
        Assert.Equal(
            "\uFEFFFörvaltning;Förvaltningens namn;Omgång;Att svara på;Besvarade;I tid;För sent;Väntas;Saknas;Berör inte;Samma svar igen;Från tidigare omgång", lines[0]);
        Assert.Equal(3 * (await app.Reader.JsonAsync(Path))["departments"]!.AsArray().Count, lines.Length - 1);
        Assert.All(lines, l => Assert.Equal(12, l.Split(';').Length));
    }

    [Theory]
    [InlineData("/hsvo/v1/burden", "query.invalid")]
    [InlineData($"{Path}&format=xml", "query.invalid")]
    public async Task A_question_without_plan_or_in_another_format_is_refused(string path, string code)
    {
        using var answer = await app.Reader.GetAsync(path);

        Assert.Equal(code, (await answer.JsonAsync(HttpStatusCode.BadRequest)).Text("code"));
    }
}
