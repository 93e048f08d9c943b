using System.Net;
using System.Net.Http.Json;

namespace Hsvo.Functions.Tests;

/// <summary>Units propose areas and groups for a coming year, over HTTP.</summary>
public sealed class ProposalsTests(OfficeApp app) : IClassFixture<OfficeApp>
{
    private const string Path = "/hsvo/v1/proposals";

    [Fact]
    public async Task A_proposal_is_made_once_listed_for_its_year_and_taken_back()
    {
        using var made = await ProposeAsync("vår-1");
        var proposal = await made.JsonAsync(HttpStatusCode.Created);
        using var again = await ProposeAsync("vår-1");
        Assert.Equal(proposal.ToJsonString(), (await again.JsonAsync(HttpStatusCode.OK)).ToJsonString());
        Assert.Equal(("amn", "Arbetsmarknadsförvaltningen", "Arbetsmarknadsnämnden"), (proposal.Text("department"), proposal.Text("departmentName"), proposal.Text("board")));
        Assert.Equal([proposal.Text("id")], await IdsAsync("?year=2098"));
        Assert.Empty(await IdsAsync("?year=2099"));

        using var others = await app.ReporterOf("shs").DeleteAsync($"{Path}/{proposal.Text("id")}");
        Assert.Equal("proposal.otherDepartment", (await others.JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        using var own = await app.ReporterOf("amn").DeleteAsync($"{Path}/{proposal.Text("id")}");
        Assert.NotNull((await own.JsonAsync(HttpStatusCode.OK))["withdrawnAt"]);

        Assert.NotNull((await app.Reader.JsonAsync($"{Path}?year=2098"))["proposals"]!.AsArray().Single()!["withdrawnAt"]);
    }

    [Fact]
    public async Task The_office_enters_a_boards_proposal_and_the_list_says_so()
    {
        using var made = await app.Coordinator.PostAsJsonAsync(Path, new { year = 2097, kind = "area", text = "Samverkan kring unga", board = "amn" });
        using var refused = await app.ReporterOf("amn").PostAsJsonAsync(Path, new { year = 2097, kind = "area", text = "Samverkan kring unga", board = "amn" });

        var proposal = await made.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("board", true, "Arbetsmarknadsnämnden", "amn"),
            (proposal.Text("proposer"), proposal["enteredByOffice"]!.GetValue<bool>(), proposal.Text("board"), proposal.Text("department")));
        Assert.Equal("proposal.otherDepartment", (await refused.JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
        Assert.Equal([proposal.Text("id")], await IdsAsync("?year=2097"));
    }

    [Fact]
    public async Task The_three_groups_of_the_board_for_2019_are_given_with_their_quotes_registry_number_and_day()
    {
        var proposals = (await app.Reader.JsonAsync($"{Path}?year=2019"))["proposals"]!.AsArray().Select(p => p!).ToList();

        Assert.Equal(
            [
                ("amn-2019.1", "Personer med psykisk ohälsa som uppbär långvarigt ekonomiskt bistånd, saknar sjukpenninggrundad inkomst, och är i behov av aktivering för att nå egenförsörjning"),
                ("amn-2019.2", "Nyanlända med psykisk ohälsa"),
                ("amn-2019.3", "Unga som varken arbetar eller studerar som har psykisk ohälsa. Projektet ”Förrehabiliterande insatser för unga som uppbär aktivitetsersättning” pågår våren "
                    + "2018 – juni 2020. Projektet riktar sig framförallt till unga med funktionsnedsättning som uppbär aktivitetsersättning (19-29 år)"),
            ],
            proposals.Select(p => (p.Text("id"), p["source"]!.Text("quote"))));
        Assert.All(proposals, p => Assert.Equal(
            (2019, "group", "2018-03-26", "AMN-2018-0078", "Arbetsmarknadsnämnden"),
            (p["year"]!.GetValue<int>(), p.Text("kind"), p.Text("proposedAt"), p["source"]!.Text("diarienummer"), p.Text("board"))));
    }

    [Theory]
    [InlineData("?year=1999")]
    [InlineData("?year=")]
    [InlineData("?year=x")]
    public async Task A_year_that_is_none_is_refused(string query)
    {
        using var answer = await app.Reader.GetAsync($"{Path}{query}");

        Assert.Equal("query.invalid", (await answer.JsonAsync(HttpStatusCode.BadRequest)).Text("code"));
    }

    private async Task<HttpResponseMessage> ProposeAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(new { year = 2098, kind = "group", text = "Unga", motivation = "De är fler." }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Uri.EscapeDataString(key));
        return await app.ReporterOf("amn").SendAsync(request);
    }

    private async Task<IEnumerable<string>> IdsAsync(string query) =>
        (await app.Reader.JsonAsync($"{Path}{query}"))["proposals"]!.AsArray().Select(p => p!.Text("id"));
}
