using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.People;

/// <summary>What the coordinating office does at its pages.</summary>
[Collection(PeopleApp.Collection)]
public sealed class OfficeTests(PeopleApp app)
{
    private const string Round = "/samordning/omgangar/hsvo-2021/2021-05";

    [Fact]
    public async Task A_meeting_is_set_moved_and_removed()
    {
        var office = await app.Office().OpenAsync("/samordning");
        await office.FollowAsync("Nytt samråd");
        await office.PressAsync("Spara", ("id", "2021-10"), ("date", "2021-04-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal(["#date", "#agenda"], office.Page.Links(".error-summary"));
        Assert.EndsWith("tidigast till i morgon, 4 maj 2021.", office.Page.AllSaid(".error-summary li").First(), StringComparison.Ordinal);
        Assert.Equal("2021-10", office.Page.GetElementById("id")!.GetAttribute("value"));
        await office.PressAsync("Spara", ("date", "2021-10-20"), ("agenda", "hsvo-2021/2021-10"));
        Assert.Equal("Samrådet är sparat.", office.Page.Said(".done"));
        await office.OpenAsync("/samordning/moten/2021-10");
        await office.PressAsync("Spara", ("date", "2021-10-21"));
        Assert.Contains("Samråd 21 oktober 2021", office.Page.Said("main .cards"), StringComparison.Ordinal);
        await office.OpenAsync("/samordning/moten/2021-10");
        await office.PressAsync("Ta bort samrådet");

        Assert.Equal("Samrådet är borttaget.", office.Page.Said(".done"));
        Assert.DoesNotContain("21 oktober 2021", office.Page.Said("main .cards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_meeting_is_told_at_once_each_at_its_field()
    {
        var office = await app.Office().OpenAsync("/samordning/moten/nytt");

        await office.PressAsync("Spara", ("id", "Majmötet!"), ("number", "Rör 19121212-1212"));
        Assert.Equal(["#id", "#date", "#agenda", "#number"], office.Page.Links(".error-summary"));
        Assert.All(["id", "date", "agenda", "number"], f => Assert.NotEmpty(office.Page.Said($"[id='{f}-fel']")));
        await office.PressAsync("Spara", ("id", "2021-05"), ("number", "NSU 2021/7"));

        Assert.Equal(["#id", "#date", "#agenda"], office.Page.Links(".error-summary"));
        Assert.Equal("Det finns redan ett samråd med id:t ”2021-05”, den 24 maj 2021. Välj ett annat id, eller ändra det som finns.", office.Page.Said("#id-fel"));
    }

    [Fact]
    public async Task A_new_meeting_takes_no_other_ones_id_and_what_was_typed_is_kept()
    {
        var office = await app.Office().OpenAsync("/samordning/moten/nytt");

        await office.PressAsync("Spara", ("id", "2021-05"), ("date", "2021-06-10"), ("agenda", "hsvo-2021/2021-10"), ("number", "NSU 2021/7"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#id"), (office.Status, Assert.Single(office.Page.Links(".error-summary"))));
        Assert.Equal(["2021-05", "2021-06-10", "NSU 2021/7"], new[] { "id", "date", "number" }.Select(f => office.Page.GetElementById(f)!.GetAttribute("value")));
        await office.PressAsync("Spara");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Equal("2021-05-24", (await office.OpenAsync("/samordning/moten/2021-05")).Page.GetElementById("date")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_colleagues_change_of_a_meeting_is_told_before_it_is_written_over()
    {
        const string Address = "/samordning/moten/2022-01";
        var office = await app.Office().OpenAsync(Address);
        await office.PressAsync("Spara", ("date", "2022-01-20"), ("agenda", "hsvo-2021/2022-01"));
        var other = await app.Office().OpenAsync(Address);
        await office.OpenAsync(Address);
        await office.PressAsync("Spara", ("date", "2022-01-21"));

        await other.PressAsync("Spara", ("number", "NSU 2022/1"), ("date", "2022-01-22"));
        Assert.Equal(["#date"], other.Page.Links(".error-summary"));
        Assert.Contains("nu den 21 januari 2022", other.Page.Said(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(["2022-01-22", "NSU 2022/1"], new[] { "date", "number" }.Select(f => other.Page.GetElementById(f)!.GetAttribute("value")));
        await other.PressAsync("Spara");

        Assert.Contains("22 januari 2022", other.Page.Said("main .cards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_never_was_is_not_said_to_be_removed()
    {
        var office = await app.Office().OpenAsync("/samordning/moten/2021-05");
        var address = office.Page.QuerySelector("main form")!;
        address.SetAttribute("action", "/samordning/moten/finns-inte");
        address.QuerySelector("[name=version]")!.SetAttribute("value", "0");

        await office.PressAsync("Ta bort samrådet");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Samrådet ”finns-inte” finns inte."), (office.Status, office.Page.Said(".error-summary li")));
    }

    [Fact]
    public async Task Who_has_not_answered_is_told_with_a_mail_to_send()
    {
        var office = await app.Office().OpenAsync("/samordning");
        await office.OpenAsync(office.Page.Links("main").First(l => l == Round));

        Assert.Contains("Arbetsmarknadsförvaltningen", office.Page.Said("main table"), StringComparison.Ordinal);
        var mails = office.Page.QuerySelectorAll("main textarea[readonly]").ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.StartsWith("Hej!", m.TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_is_sent_back_with_a_question_that_its_unit_sees_and_accepted_when_it_is_answered()
    {
        var unit = app.ReporterOf("vs");
        await unit.Client.PostReportsAsync(new { indicator = "2.1.1.i3", department = "vs", round = "2021-05", value = "nej" });
        var office = await app.Office().OpenAsync($"{Round}/vs");

        await office.PressAsync("Spara granskningen", ("decision-2.1.1.i3", "sendBack"));
        Assert.Equal(["#question-2.1.1.i3"], office.Page.Links(".error-summary"));
        await office.PressAsync("Spara granskningen", ("question-2.1.1.i3", "Vad hindrar?"));
        Assert.Equal("Granskningen är sparad.", office.Page.Said(".done"));
        Assert.Contains("Vad hindrar?", (await unit.OpenAsync(PeopleApp.Round)).Page.Said("main .example"), StringComparison.Ordinal);

        await unit.Client.PostReportsAsync(new { indicator = "2.1.1.i3", department = "vs", round = "2021-05", value = "ja", reason = "Klart nu." });
        await (await office.OpenAsync($"{Round}/vs")).PressAsync("Spara granskningen", ("decision-2.1.1.i3", "accept"));

        Assert.Contains("Godkänt", office.Page.Said("main .panel"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/samordning/omgangar/hsvo-2021/%C3%A5%C3%A4%C3%B6/vs", HttpStatusCode.NotFound)]
    [InlineData("/samordning/omgangar/%F0%9D%84%9E/2021-05/vs", HttpStatusCode.NotFound)]
    [InlineData("/samordning/omgangar/hsvo-2021/2021-05/%C3%A5", HttpStatusCode.NotFound)]
    [InlineData("/samordning/omgangar/hsvo-2021/2021-05/amn", HttpStatusCode.OK)]
    public async Task A_review_that_decides_nothing_shows_the_unit_it_is_of_if_there_is_one(string address, HttpStatusCode expected)
    {
        var unit = app.ReporterOf("amn");
        await unit.Client.PostReportsAsync(new { indicator = "2.1.1.i3", department = "amn", round = "2021-05", value = "nej" });
        var office = await app.Office().OpenAsync($"{Round}/amn");
        office.Page.QuerySelector("main form")!.SetAttribute("action", address);

        await office.PressAsync("Spara granskningen");

        Assert.Equal((expected, false), (office.Status, office.Page.QuerySelector(".done") is not null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("accept")]
    public async Task A_question_without_sending_back_is_asked_about_rather_than_lost(string decision)
    {
        var unit = app.ReporterOf("shs");
        await unit.Client.PostReportsAsync(new { indicator = "2.1.1.i3", department = "shs", round = "2021-05", value = "nej" });
        var office = await app.Office().OpenAsync($"{Round}/shs");

        await office.PressAsync("Spara granskningen", ("decision-2.1.1.i3", decision), ("question-2.1.1.i3", "Vad hindrar?"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#question-2.1.1.i3"), (office.Status, Assert.Single(office.Page.Links(".error-summary"))));
        Assert.Equal("Vad hindrar?", office.Page.GetElementById("question-2.1.1.i3")!.GetAttribute("value"));
        Assert.Contains("Inte granskat", office.Page.Said("main .panel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permit_says_who_until_when_and_why()
    {
        var office = await app.Office().OpenAsync(Round);

        await office.PressAsync("Ge undantag", ("department", "shs"), ("reason", "Uppgiften kom sent."));
        Assert.Equal(["#until"], office.Page.Links(".error-summary"));
        await office.PressAsync("Ge undantag", ("until", "2021-05-20"));

        Assert.Equal("Undantaget är givet.", office.Page.Said(".done"));
        Assert.Contains("till och med 20 maj 2021: Uppgiften kom sent.", office.Page.Said("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permit_that_is_sent_twice_at_once_is_given_once()
    {
        var office = await app.Office().OpenAsync(Round);
        (string, string?)[] permit = [("department", "ubn"), ("until", "2021-05-21"), ("reason", "Två klick.")];

        foreach (var answer in await Task.WhenAll(office.SendAsync("Ge undantag", permit), office.SendAsync("Ge undantag", permit)))
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            answer.Dispose();
        }

        Assert.Single((await office.OpenAsync(Round)).Page.AllSaid("main li"), l => l.EndsWith("Två klick.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/samordning/moten")]
    [InlineData("/rapportera/hsvo-2021")]
    [InlineData("/rapportera/hsvo-2021/2021-05/svar")]
    public async Task An_address_beside_the_pages_is_a_page_with_the_way_back(string address)
    {
        using var answer = await app.Office().Client.GetAsync(address);
        var page = await answer.PageAsync(HttpStatusCode.NotFound);

        Assert.Equal(("Sidan finns inte", "/"), (page.Said("h1"), page.Links("main").Single()));
    }

    [Fact]
    public async Task The_archive_is_a_link_away_in_either_language()
    {
        var office = await app.Office().OpenAsync("/samordning?lang=en");
        var archive = office.Page.Links("main").First(l => l.StartsWith("/arkiv/", StringComparison.Ordinal));

        using var answer = await office.Client.GetAsync(archive);

        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Who_answers_for_a_body_is_settled_and_a_colleagues_change_meanwhile_is_not_written_over()
    {
        const string Address = "/samordning/ansvar/nsu-2019";
        var office = await app.Office().OpenAsync(Address);
        var other = await app.Office().OpenAsync(Address);
        var button = office.Page.AllSaid("main button").First();

        await office.PressAsync(button, ("confirmed", "ja"));
        Assert.Equal("Sparat. Det gäller från nu.", office.Page.Said(".done"));
        var unticked = other.Page.QuerySelector("main form input[name=department]:not([checked])")!.GetAttribute("value")!;
        await other.PressAsync(button, ("department", unticked));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Någon annan har ändrat under tiden. Läs igenom och spara igen."), (other.Status, other.Page.Said(".error-summary li")));
        Assert.Equal([unticked], other.Page.QuerySelector("main form")!.QuerySelectorAll("input[name=department][checked]").Select(i => i.GetAttribute("value")));
        await other.PressAsync(button);
        Assert.Equal("Sparat. Det gäller från nu.", other.Page.Said(".done"));
    }

    [Fact]
    public async Task Who_answers_a_single_row_is_settled_until_the_row_goes_by_its_body_again()
    {
        const string List = "/samordning/ansvar/nsu-2019";
        var office = await app.Office().OpenAsync(List);
        var (row, before) = (office.Page.Links("main .changes").First(), office.Page.Said("main .changes li"));
        var other = await app.Office().OpenAsync(row);
        await office.OpenAsync(row);
        var units = office.Page.QuerySelectorAll("[name=department]").Select(i => (Id: i.GetAttribute("value")!, Name: i.ParentElement!.Said())).ToList();

        await office.PressAsync("Spara", ("department", units[0].Id), ("confirmed", "ja"));
        Assert.Equal("Sparat. Det gäller från nu.", office.Page.Said(".done"));
        Assert.EndsWith($"{units[0].Name} (eget beslut, bekräftat)", (await office.OpenAsync(List)).Page.Said("main .changes li"), StringComparison.Ordinal);
        await other.PressAsync("Spara", ("department", units[1].Id));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#enheter"), (other.Status, Assert.Single(other.Page.Links(".error-summary"))));
        Assert.Equal([units[1].Id], other.Page.QuerySelectorAll("[name=department][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal($"Nu gäller: {units[0].Name} (eget beslut, bekräftat)", other.Page.Said("main .notice"));
        await other.PressAsync("Följ organet igen");
        Assert.Equal("Sparat. Indikatorn följer sitt organ igen.", other.Page.Said(".done"));
        Assert.Equal(before, (await office.OpenAsync(List)).Page.Said("main .changes li"));
    }

    [Fact]
    public async Task What_was_settled_of_a_row_that_the_plan_has_no_longer_is_in_the_way_of_nothing()
    {
        const string List = "/samordning/ansvar/prov-ansvar";
        var office = app.Office();
        var document = await office.Client.JsonAsync("/hsvo/v1/plans/nsu-2019");
        document["plan"]!["id"] = "prov-ansvar";
        await ImportAsync(office, document);
        var last = (await office.OpenAsync(List)).Page.Links("main .changes").Last();
        await (await office.OpenAsync(last)).PressAsync("Spara", ("confirmed", "ja"));
        document["nodes"]!.AsArray().RemoveAll(n => n!.Text("id") == last.Split('/')[^1]);
        document["readings"]!.AsArray().RemoveAll(r => r!["node"]?.GetValue<string>() == last.Split('/')[^1]);
        document["plan"]!["version"] = 1;
        await ImportAsync(office, document);

        await (await office.OpenAsync(List)).PressAsync(office.Page.AllSaid("main button").First(), ("confirmed", "ja"));

        Assert.Equal("Sparat. Det gäller från nu.", office.Page.Said(".done"));
    }

    private static async Task ImportAsync(Browser office, JsonNode document)
    {
        using var answer = await office.Client.PostAsJsonAsync("/hsvo/v1/plans", document);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_answer_that_never_changes_is_a_link_away_from_settling_who_gives_it()
    {
        var unit = app.ReporterOf("osn").Client;
        await unit.PostReportsAsync(new { indicator = "2.1.2.i1", department = "osn", round = "2021-05", value = "nej" }, new { indicator = "2.1.2.i1", department = "osn", round = "2021-10", value = "nej" });
        var office = await app.Office().OpenAsync("/samordning/omgangar/hsvo-2021/2021-10");

        await office.OpenAsync(office.Page.Links("main td[data-label^=Har\\ aldrig]").First(l => l.EndsWith("/2.1.2.i1", StringComparison.Ordinal)));

        Assert.Equal("/samordning/ansvar/hsvo-2021/2.1.2.i1", office.Address);
        Assert.Contains("Följ", office.Page.Said("main form"), StringComparison.OrdinalIgnoreCase);
    }
}
