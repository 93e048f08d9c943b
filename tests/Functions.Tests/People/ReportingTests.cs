using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.People;

/// <summary>What a unit does at the reporting pages, as a browser without script does it.</summary>
[Collection(PeopleApp.Collection)]
public sealed class ReportingTests(PeopleApp app)
{
    private const string Plain = $"{PeopleApp.Round}/svar/2.1.1.i3";
    private const string Milestone = "/rapportera/lokussamordnare-2018/2018-05/svar/insatsmal.1.i1";
    private const string WordsRow = "2.1.1.i4";
    private const string Words = $"{PeopleApp.Round}/svar/{WordsRow}";
    private const string Compound = $"{PeopleApp.Round}/svar/2.2.3.i3";

    [Fact]
    public async Task A_person_without_a_system_reports_a_whole_round_and_every_door_shows_it()
    {
        var person = await app.ReporterOf("shs").OpenAsync("/rapportera");
        await person.OpenAsync(person.Page.Links("main").First(l => l == PeopleApp.Round));
        var asked = person.Page.QuerySelectorAll("main tbody tr").Length;
        await person.FollowAsync("Börja svara");
        var answered = 0;
        while (!person.Address.EndsWith("/kontrollera", StringComparison.Ordinal))
        {
            Assert.True(answered++ < asked, person.Address);
            await person.PressAsync("Spara och gå vidare", AnswerOf(person));
        }

        await person.PressAsync($"Skicka in {asked} svar");

        Assert.Equal((asked, "Svaren är inskickade. Tack!"), (answered, person.Page.Said(".done")));
        Assert.Contains($"{asked} av {asked} besvarade", person.Page.Said("main .panel"), StringComparison.Ordinal);
        var missing = await person.Client.JsonAsync($"/hsvo/v1/missing?plan={Known.Plan}&round=2021-05&department=shs");
        Assert.Equal(0, missing["departments"]!.AsArray().Sum(d => d!["plans"]!.AsArray().Sum(p => p!["rows"]!.AsArray().Count)));
        var reports = (await person.Client.JsonAsync($"/hsvo/v1/reports?plan={Known.Plan}"))["reports"]!.AsArray().Where(r => r!.Text("department") == "shs").ToList();
        Assert.Equal((asked, "page"), (reports.Count, Assert.Single(reports.Select(r => r!.Text("door")).Distinct())));
        var feed = await person.Client.JsonAsync($"/odata/CurrentReports?$filter=planId eq '{Known.Plan}' and departmentId eq 'shs' and roundId eq '2021-05'");
        Assert.Equal(asked, feed["value"]!.AsArray().Count(r => r!["revision"] is not null));
        var goals = await person.Client.JsonAsync($"{Known.Goals(Known.Shs, Known.ShsScorecard)}?$expand=goalValues");
        Assert.Equal(asked, goals["value"]!.AsArray().Count(g => g!["goalValues"]!.AsArray().Count > 0));
        var audit = await app.Client("auditor", null).JsonAsync("/hsvo/v1/audit?door=page");
        Assert.Contains(audit["entries"]!.AsArray(), e => e!.Text("operation") == "SendAnswers");
    }

    [Fact]
    public async Task Every_error_stands_at_its_field_and_nothing_that_was_typed_is_lost()
    {
        var person = await app.ReporterOf("amn").OpenAsync(Compound);

        await person.PressAsync("Spara och gå vidare", ("value-halsoframjande-arbetsplats", "femton"), ("comment", "Möte med 19121212-1212."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);
        Assert.Equal("Rätta det här först", person.Page.Said(".error-summary h2"));
        var parts = person.Page.QuerySelectorAll("input[inputmode]").Select(i => i.Id!).ToList();
        Assert.Equal([.. parts.Select(p => $"#{p}"), "#comment"], person.Page.Links(".error-summary"));
        Assert.All(parts.Append("comment"), field =>
        {
            var input = person.Page.GetElementById(field)!;
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.Contains($"{field}-fel", input.GetAttribute("aria-describedby")!.Split(' '));
            Assert.NotEmpty(person.Page.Said($"[id='{field}-fel']"));
        });
        Assert.Equal("femton", person.Page.GetElementById("value-halsoframjande-arbetsplats")!.GetAttribute("value"));
        Assert.Equal("Möte med 19121212-1212.", person.Page.GetElementById("comment")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_answer_is_taken_back_with_a_reason_and_is_awaited_again()
    {
        var person = await GiveAsync("aln", "2.1.2.i1", "ja");
        await person.FollowAsync("Ta tillbaka svaret");

        using (var twice = await person.SendAsync("Ta tillbaka svaret", [("reason", "Fel verksamhet.")]))
        {
            Assert.Equal(HttpStatusCode.SeeOther, twice.StatusCode);
        }

        await person.PressAsync("Ta tillbaka svaret", ("reason", "Fel verksamhet."));

        Assert.Equal("Svaret är tillbakataget. Frågan väntar på svar igen.", person.Page.Said(".done"));
        await person.OpenAsync($"{PeopleApp.Round}/svar/2.1.2.i1");
        Assert.Contains("togs tillbaka 3 maj 2021", person.Page.Said("[aria-labelledby=senast]"), StringComparison.Ordinal);
        await person.FollowAsync("Så såg det ut");
        Assert.Equal(["Version 2, 3 maj 2021", "Version 1, 3 maj 2021"], person.Page.AllSaid("main h2").Select(h => h.Split(" kl. ")[0]));
        Assert.Equal(["Svaret togs tillbaka.", "Varför: Fel verksamhet."], person.Page.AllSaid("main .panel p").Take(2));
    }

    [Fact]
    public async Task The_draft_that_was_sent_does_not_come_back_when_the_answer_is_taken_back()
    {
        const string Question = $"{PeopleApp.Round}/svar/2.1.3.i3";
        var person = await app.ReporterOf("osn").OpenAsync(Question);
        await person.PressAsync("Spara och gå vidare", ("value", "ja"));
        await person.OpenAsync($"{PeopleApp.Round}/kontrollera");
        await person.PressAsync(person.Page.AllSaid("main button").First());
        await person.OpenAsync($"{Question}/ta-tillbaka");

        await person.PressAsync("Ta tillbaka svaret");

        Assert.Empty((await person.OpenAsync(Question)).Page.QuerySelectorAll("main .notice"));
    }

    [Theory]
    [InlineData("2.1.4.i1", true)]
    [InlineData("2.2.1.i1", false)]
    public async Task Nor_does_it_when_a_system_takes_the_answer_back(string indicator, bool isDeleted)
    {
        var unit = app.ReporterOf("osn").Client;
        object answer = new { indicator, department = "osn", round = "2021-05", value = "ja" };
        using (var draft = await unit.PostAsJsonAsync("/hsvo/v1/reports?draft=true", new { plan = Known.Plan, reports = new[] { answer } }))
        {
            Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
        }

        await unit.PostReportsAsync(answer);
        if (isDeleted)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, $"/hsvo/v1/plans/{Known.Plan}/rounds/2021-05/reports/{indicator}/osn") { Headers = { { "If-Match", "*" } } };
            using var deleted = await unit.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        }
        else
        {
            await unit.PostReportsAsync(new { indicator, department = "osn", round = "2021-05", withdrawn = true });
        }

        var drafts = await unit.JsonAsync($"/hsvo/v1/drafts?plan={Known.Plan}&round=2021-05");
        Assert.DoesNotContain($"\"{indicator}\"", drafts.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_a_colleague_changed_is_not_taken_back_unseen()
    {
        var person = await GiveAsync("aln", "2.1.3.i1", "ja");
        await person.FollowAsync("Ta tillbaka svaret");
        await person.Client.PostReportsAsync(new { indicator = "2.1.3.i1", department = "aln", round = "2021-05", value = "ja", comment = "Ändrat." });

        await person.PressAsync("Ta tillbaka svaret", ("reason", "Fel."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Fel."), (person.Status, person.Page.GetElementById("reason")!.GetAttribute("value")));
        Assert.Contains("Någon annan har ändrat svaret", person.Page.Said(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("Ändrat.", person.Page.Said("[aria-labelledby=svaret]"), StringComparison.Ordinal);
        await person.PressAsync("Ta tillbaka svaret");
        Assert.Equal(HttpStatusCode.OK, person.Status);
        Assert.Equal("Det finns inget svar att ta tillbaka i omgången.", (await person.OpenAsync($"{PeopleApp.Round}/svar/2.1.3.i1/ta-tillbaka")).Page.AllSaid("main p").Last());
    }

    [Fact]
    public async Task Why_an_accepted_answer_is_taken_back_is_asked_for_at_its_field()
    {
        var person = await GiveAsync("aln", "2.1.3.i3", "ja");
        await (await app.Office().OpenAsync("/samordning/omgangar/hsvo-2021/2021-05/aln")).PressAsync("Spara granskningen", ("decision-2.1.3.i3", "accept"));
        await person.OpenAsync($"{PeopleApp.Round}/svar/2.1.3.i3/ta-tillbaka");

        await person.PressAsync("Ta tillbaka svaret");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#reason"), (person.Status, Assert.Single(person.Page.Links(".error-summary"))));
    }

    // The unit's browser, at a question that it has answered.
    private async Task<Browser> GiveAsync(string unit, string indicator, string value)
    {
        var person = app.ReporterOf(unit);
        await person.Client.PostReportsAsync(new { indicator, department = unit, round = "2021-05", value });
        return await person.OpenAsync($"{PeopleApp.Round}/svar/{indicator}");
    }

    [Fact]
    public async Task A_draft_may_lack_what_an_answer_needs_and_is_found_again()
    {
        var person = await app.ReporterOf("ubn").OpenAsync(Plain);

        await person.PressAsync("Spara som det är", ("comment", "Vi väntar på underlag."));
        Assert.Equal("Utkastet är sparat.", person.Page.Said(".done"));
        await person.FollowAsync("Kontrollera och skicka in");
        Assert.Contains("Välj ja eller nej.", person.Page.Said("main"), StringComparison.Ordinal);
        Assert.Empty(person.Page.QuerySelectorAll("main button"));
        await person.FollowAsync("Gör klart");
        Assert.Equal("Vi väntar på underlag.", person.Page.GetElementById("comment")!.TextContent.Trim());

        await person.PressAsync("Kasta utkastet");
        Assert.Equal("Utkastet är kastat.", person.Page.Said(".done"));
        Assert.Equal("", (await person.OpenAsync(Plain)).Page.GetElementById("comment")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_is_answered_already_leaves_no_draft()
    {
        var person = app.ReporterOf("aln");
        await PostAsync(person, "aln", new { value = "Vi frågar dem.", comment = "Klart." }, WordsRow);

        await (await person.OpenAsync(Words)).PressAsync("Spara och gå vidare");
        Assert.Empty(await DraftsAsync(person));
        await (await person.OpenAsync(Words)).PressAsync("Spara som det är", ("reason", "För att."));
        Assert.StartsWith("Svaret är detsamma som förut.", person.Page.Said("#reason-fel"), StringComparison.Ordinal);
        await (await person.OpenAsync(Words)).PressAsync("Spara som det är", ("comment", "Nästan klart."));
        Assert.Single(await DraftsAsync(person));
        await (await person.OpenAsync(Words)).PressAsync("Spara som det är", ("comment", "Klart."));
        Assert.StartsWith("Svaret är detsamma som förut.", person.Page.Said(".done"), StringComparison.Ordinal);
        Assert.Empty(await DraftsAsync(person));
    }

    [Fact]
    public async Task A_draft_that_was_sent_leaves_nothing_to_send_though_a_system_said_the_same_before()
    {
        var person = app.ReporterOf("ubn");
        await PostAsync(person, "ubn", new { value = "Vi frågar dem." }, WordsRow);
        var row = new { indicator = WordsRow, department = "ubn", round = "2021-05", value = "Vi frågar dem." };
        using var draft = await person.Client.PostAsJsonAsync("/hsvo/v1/reports", new { plan = Known.Plan, draft = true, reports = new[] { row } });
        Assert.Single(await DraftsAsync(person));
        await person.OpenAsync($"{PeopleApp.Round}/kontrollera");

        await person.PressAsync("Skicka in svaret");

        Assert.Equal("Svaren är inskickade. Tack!", person.Page.Said(".done"));
        Assert.DoesNotContain("utkast att skicka", person.Page.Said("main"), StringComparison.Ordinal);
        Assert.Empty(await DraftsAsync(person));
    }

    [Fact]
    public async Task A_double_click_sends_once()
    {
        var person = await app.ReporterOf("osn").OpenAsync(Plain);
        await person.PressAsync("Spara och gå vidare", ("value", "nej"));
        await person.OpenAsync($"{PeopleApp.Round}/kontrollera");

        var answers = await Task.WhenAll(person.SendAsync("Skicka in svaret", []), person.SendAsync("Skicka in svaret", []));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.SeeOther, $"{PeopleApp.Round}?done=sent"), (a.StatusCode, a.Headers.Location!.OriginalString)));
        Assert.Equal(1, await RevisionsAsync(person, "osn"));
        Array.ForEach(answers, a => a.Dispose());
    }

    [Fact]
    public async Task A_row_that_does_not_concern_the_unit_says_why()
    {
        var person = await app.ReporterOf("osn").OpenAsync(Compound);

        await person.PressAsync("Spara och gå vidare", ("notApplicable", "ja"));
        Assert.Equal("Skriv varför frågan inte berör er.", person.Page.Said("[id='whyNotApplicable-fel']"));
        await person.PressAsync("Spara och gå vidare", ("whyNotApplicable", "Vi har ingen egen personal."));
        await person.OpenAsync($"{PeopleApp.Round}/kontrollera");

        Assert.Contains("berör inte: Vi har ingen egen personal.", person.Page.Said("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_overtaken_sees_both_versions_and_what_they_wrote_is_still_there()
    {
        var person = await app.ReporterOf("scn").OpenAsync(Plain);
        await PostAsync(person, "scn", new { value = "ja", comment = "Av systemet." });

        await person.PressAsync("Spara och gå vidare", ("value", "nej"), ("comment", "Av mig."));

        Assert.Equal(HttpStatusCode.Conflict, person.Status);
        Assert.Contains("Kollegans version: ja – Av systemet.", person.Page.Said("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("Av mig.", person.Page.GetElementById("comment")!.TextContent.Trim());
        await person.PressAsync("Spara och gå vidare");
        await (await person.OpenAsync($"{PeopleApp.Round}/kontrollera")).PressAsync("Skicka in svaret");
        Assert.Equal(2, await RevisionsAsync(person, "scn"));
        await person.OpenAsync($"{Plain}/historik");
        Assert.Equal(["nej", "ja"], person.Page.AllSaid("main .panel .strong"));
    }

    [Fact]
    public async Task What_the_office_asks_stands_first_and_is_answered_with_a_reason()
    {
        var person = app.ReporterOf("aln");
        await PostAsync(person, "aln", new { value = "ja" });
        using var review = await app.Client("coordinator", null).PostAsJsonAsync($"/hsvo/v1/plans/{Known.Plan}/rounds/2021-05/reviews",
            new { reviews = new[] { new { indicator = "2.1.1.i3", department = "aln", revision = 1, decision = "sendBack", question = "Gäller det alla enheter?" } } });
        Assert.Equal(HttpStatusCode.OK, review.StatusCode);

        await person.OpenAsync(PeopleApp.Round);
        Assert.Contains("Gäller det alla enheter?", person.Page.Said("main .example"), StringComparison.Ordinal);
        await person.OpenAsync(Plain);
        Assert.Contains("Gäller det alla enheter?", person.Page.Said("main .example"), StringComparison.Ordinal);
        await person.PressAsync("Spara och gå vidare", ("reason", "Ja, det gäller alla."));
        await (await person.OpenAsync($"{PeopleApp.Round}/kontrollera")).PressAsync("Skicka in svaret");

        Assert.Empty(person.Page.QuerySelectorAll("main .example"));
    }

    [Fact]
    public async Task What_contradicts_stands_at_its_field_and_a_day_says_that_it_is_reached()
    {
        var person = await app.ReporterOf("uppsala-kommun").OpenAsync(Milestone);

        await person.PressAsync("Spara som det är");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Det finns inget att spara än. Fyll i något, eller gå tillbaka."), (person.Status, person.Page.Said(".error-summary li")));
        await person.PressAsync("Spara som det är", ("value", "nej"), ("date", "2018-05-02"), ("whyNotApplicable", "Ej vårt."));
        Assert.Equal(["#date", "#whyNotApplicable"], person.Page.Links(".error-summary"));
        await person.PressAsync("Spara som det är", ("value", null), ("notApplicable", "ja"));
        Assert.Equal(["#date"], person.Page.Links(".error-summary"));
        await person.PressAsync("Spara som det är", ("date", "2018-05-02"), ("whyNotApplicable", ""), ("notApplicable", null));
        Assert.Equal("2018-05-02", Assert.Single(await DraftsAsync(person, "lokussamordnare-2018"))!["answer"]!.Text("value"));
        await (await person.OpenAsync(Milestone)).PressAsync("Spara som det är", ("value", null), ("date", ""));

        Assert.Equal("Utkastet är kastat.", person.Page.Said(".done"));
        Assert.Empty(await DraftsAsync(person, "lokussamordnare-2018"));
    }

    [Fact]
    public async Task A_share_is_reckoned_anew_when_one_of_its_numbers_is_changed()
    {
        const string Share = "/rapportera/nsu-2019/2019-10/svar/5.2.i4";
        var person = app.ReporterOf("amn");
        using var before = await person.Client.PostAsJsonAsync("/hsvo/v1/reports", new
        {
            plan = "nsu-2019",
            reports = new[] { new { indicator = "5.2.i4", department = "amn", round = "2019-10", numerator = 120, denominator = 480 } },
        });
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        await (await person.OpenAsync(Share)).PressAsync("Spara och gå vidare", ("numerator", "240"), ("reason", "Rättat."));

        Assert.Equal(HttpStatusCode.OK, person.Status);
        var draft = Assert.Single(await DraftsAsync(person, "nsu-2019"))!["answer"]!;
        Assert.Equal(("240", "480", null), ($"{draft["numerator"]}", $"{draft["denominator"]}", draft["value"]));
    }

    [Fact]
    public async Task A_judgement_that_the_answer_leaves_no_room_for_is_left_out()
    {
        var person = await app.ReporterOf("amn").OpenAsync(Plain);
        var judgement = person.Page.QuerySelectorAll("#assessment option").Select(o => o.GetAttribute("value")!).Last();

        await person.PressAsync("Spara och gå vidare", ("value", "ja"), ("assessment", judgement));

        Assert.Equal(HttpStatusCode.OK, person.Status);
    }

    [Fact]
    public async Task Nothing_more_is_said_and_taken_back()
    {
        var person = await app.ReporterOf("nvs").OpenAsync(PeopleApp.Round);

        await person.PressAsync("Inget mer från oss i omgången");
        Assert.Equal("Nu väntar kontoret inte på fler svar från er i omgången.", person.Page.Said(".done"));
        await person.PressAsync("Ångra: vi har mer att rapportera");

        Assert.Equal("Nu väntar kontoret på era svar igen.", person.Page.Said(".done"));
    }

    [Fact]
    public async Task The_coordinating_office_reports_for_its_own_unit()
    {
        var office = await app.Office().OpenAsync("/rapportera");

        Assert.Contains("Du rapporterar för", office.Page.Said(".lead"), StringComparison.Ordinal);
        Assert.Contains(PeopleApp.Round, office.Page.Links("main"));
    }

    [Theory]
    [InlineData("/rapportera")]
    [InlineData(PeopleApp.Round)]
    [InlineData(Plain)]
    [InlineData($"{PeopleApp.Round}/kontrollera")]
    public async Task In_English_each_link_between_pages_stays_in_English(string address)
    {
        var person = await app.ReporterOf("amn").OpenAsync($"{address}?lang=en");

        Assert.Equal("en", person.Page.DocumentElement.GetAttribute("lang"));
        Assert.All(person.Page.Links("main").Where(l => l.StartsWith('/')), l => Assert.Contains("lang=en", l, StringComparison.Ordinal));
        Assert.All(person.Page.QuerySelectorAll("main form"), f => Assert.Contains("lang=en", f.GetAttribute("action")!, StringComparison.Ordinal));
    }

    // What there is to fill in, filled in.
    private static (string, string?)[] AnswerOf(Browser person) =>
    [
        .. person.Page.QuerySelectorAll("main input[type=radio]").Select(r => r.GetAttribute("name")!).Distinct().Select(n => (n, (string?)"ja")),
        .. person.Page.QuerySelectorAll("main input[inputmode=decimal]").Select(i => (i.Id!, (string?)"1 204")),
        .. person.Page.QuerySelectorAll("main textarea[name=value]").Select(t => ("value", (string?)"Det går bra.")),
    ];

    private static async Task PostAsync(Browser person, string department, object answer, string indicator = "2.1.1.i3")
    {
        var row = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(answer))!.AsObject();
        (row["indicator"], row["department"], row["round"]) = (indicator, department, "2021-05");
        await person.Client.PostReportsAsync(row);
    }

    private static async Task<JsonArray> DraftsAsync(Browser person, string plan = Known.Plan) =>
        (await person.Client.JsonAsync($"/hsvo/v1/drafts?plan={plan}"))["drafts"]!.AsArray();

    private static async Task<int> RevisionsAsync(Browser person, string department) =>
        (await person.Client.JsonAsync($"/hsvo/v1/plans/{Known.Plan}/rounds/2021-05/reports/2.1.1.i3/{department}/history"))["revisions"]!.AsArray().Count;
}
