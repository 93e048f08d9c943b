using System.Net;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.People;

/// <summary>A form that isn't the caller's own, or comes from elsewhere, is refused by a page that says what to do, and nothing is stored.</summary>
[Collection(PeopleApp.Collection)]
public sealed class ForgeryTests(PeopleApp app)
{
    private const string Question = $"{PeopleApp.Round}/svar/2.1.1.i4";

    private static readonly (string, string?)[] Answer = [("value", "ja")];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CfDJ8")]
    public async Task Without_a_token_that_was_given_out_nothing_is_stored(string? token)
    {
        var person = await app.ReporterOf("ubn").OpenAsync(Question);

        await RefusedAsync(person, await person.SendAsync("Spara som det är", [.. Answer, ("token", token)]), "Formuläret är för gammalt");
    }

    [Fact]
    public async Task With_somebody_elses_form_nothing_is_stored()
    {
        var person = await app.ReporterOf("ubn").OpenAsync(Question);
        var other = await app.ReporterOf("amn").OpenAsync(Question);
        var theirs = other.Page.QuerySelector("input[name=token]")!.GetAttribute("value");

        await RefusedAsync(person, await person.SendAsync("Spara som det är", [.. Answer, ("token", theirs)]), "loggat in som någon annan");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task From_another_site_nothing_is_stored(string header, string value)
    {
        var person = await app.ReporterOf("ubn").OpenAsync(Question);

        await RefusedAsync(person, await person.SendAsync("Spara som det är", Answer, (header, value)), "annan webbplats");
    }

    [Fact]
    public async Task A_form_that_grew_old_is_no_attempt_at_what_one_may_not()
    {
        var person = await app.ReporterOf("ubn").OpenAsync(Question);
        using var answer = await person.SendAsync("Spara som det är", [.. Answer, ("token", "CfDJ8")]);

        Assert.Equal("Formuläret är för gammalt", (await answer.PageAsync(HttpStatusCode.Forbidden)).Said("h1"));
        var audit = await app.Client("auditor", null).JsonAsync("/hsvo/v1/audit?door=page&outcome=refused");
        Assert.NotEmpty(audit["entries"]!.AsArray());
        Assert.DoesNotContain("form.token", audit.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_not_whole_in_what_the_page_carries_is_refused()
    {
        var person = await app.ReporterOf("amn").OpenAsync(Question);
        await person.PressAsync("Spara och gå vidare", ("value", "ja"));
        await person.OpenAsync($"{PeopleApp.Round}/kontrollera");
        var button = person.Page.AllSaid("main button").Single(b => b.StartsWith("Skicka in", StringComparison.Ordinal));
        using var answer = await person.SendAsync(button, [("rows", """[{"indicator":"2.1.1.i4","department":"amn","round":"2021-05","value":"\ud800"}]""")]);

        await answer.PageAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "null")]
    public async Task From_here_it_is_taken(string header, string value)
    {
        var person = await app.ReporterOf("osn").OpenAsync(Question);

        using var answer = await person.SendAsync("Spara som det är", Answer, (header, value));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_whose_cookie_another_page_replaced_does_nothing_until_its_sender_sends_it_again()
    {
        var (first, window) = (await app.ReporterOf("shs").OpenAsync(Question), await app.ReporterOf("shs").OpenAsync(Question));
        (string, string?)[] typed = [.. Answer, ("comment", "Två <b>flikar</b>"), .. CarriedBy(first)];

        using (var answer = await window.SendAsync("Spara som det är", typed, ("Sec-Fetch-Site", "same-origin")))
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            await window.ArriveAsync(answer);
        }

        Assert.Equal("Skicka en gång till", window.Page.Said("h1"));
        Assert.DoesNotContain("2.1.1.i4", (await window.Client.JsonAsync($"/hsvo/v1/drafts?plan={Known.Plan}")).ToJsonString(), StringComparison.Ordinal);
        await window.PressAsync("Skicka igen");

        Assert.Equal("Utkastet är sparat.", window.Page.Said(".done"));
        Assert.Equal("Två <b>flikar</b>", (await window.OpenAsync(Question)).Page.GetElementById("comment")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("shs", "Sec-Fetch-Site", "cross-site")]
    [InlineData("shs", "Origin", "null")]
    [InlineData("amn", "Sec-Fetch-Site", "same-origin")]
    public async Task It_is_offered_to_nobody_else_and_only_where_one_of_our_pages_sent_it_for_certain(string shownTo, string header, string value)
    {
        var (first, window) = (await app.ReporterOf(shownTo).OpenAsync(Question), await app.ReporterOf("shs").OpenAsync(Question));

        using var answer = await window.SendAsync("Spara som det är", [.. Answer, .. CarriedBy(first)], (header, value));

        Assert.Empty((await answer.PageAsync(HttpStatusCode.Forbidden)).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Nor_is_it_in_a_browser_without_a_cookie_of_ours()
    {
        var first = await app.ReporterOf("shs").OpenAsync(Question);
        using var request = new HttpRequestMessage(HttpMethod.Post, Question)
        {
            Content = new FormUrlEncodedContent(CarriedBy(first).Select(f => KeyValuePair.Create(f.Name, f.Value!))),
            Headers = { { "Sec-Fetch-Site", "same-origin" }, { "Cookie", "hsvo-form=CfDJ8" } },
        };

        using var answer = await app.ReporterOf("shs").Client.SendAsync(request);

        Assert.Empty((await answer.PageAsync(HttpStatusCode.Forbidden)).QuerySelectorAll("main form"));
    }

    private static (string Name, string? Value)[] CarriedBy(Browser window) =>
        [.. new[] { "token", "person" }.Select(f => (f, window.Page.QuerySelector($"main input[name={f}]")!.GetAttribute("value")))];

    private static async Task RefusedAsync(Browser person, HttpResponseMessage answer, string expected)
    {
        using (answer)
        {
            Assert.Contains(expected, (await answer.PageAsync(HttpStatusCode.Forbidden)).Said("main"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain((await person.Client.JsonAsync($"/hsvo/v1/drafts?plan={Known.Plan}"))["drafts"]!.AsArray(), d => d!.Text("indicator") == "2.1.1.i4");
    }
}
