using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Hsvo.Functions.Tests.Access;
using Hsvo.Functions.Tests.Frame;

namespace Hsvo.Functions.Tests.People;

/// <summary>A sign-in that ran out while somebody was writing: nothing of it is stored, and nothing is lost.</summary>
[Collection(TwoTenants.Collection)]
public sealed class ExpiredSignInTests(TwoTenants app)
{
    private const string Question = $"{PeopleApp.Round}/svar/2.2.2.i1";

    private const string Text = "Rad ett med \"citat\" & <b>tecken</b>\r\nrad två: åäö";

    private static readonly (string, string?)[] Typed = [("value", "ja"), ("comment", Text)];

    [Fact]
    public async Task What_was_typed_is_kept_and_the_same_person_sends_it_again()
    {
        var person = await OpenAsync("person");
        SignedInAs(person, "person", hasExpired: true);
        await person.PressAsync("Spara som det är", Typed);

        Assert.Equal((HttpStatusCode.Unauthorized, "Logga in för att fortsätta"), (person.Status, person.Page.Said("h1")));
        Assert.Empty(person.Page.QuerySelectorAll("b"));
        Assert.Empty(person.Page.QuerySelectorAll(".who a"));
        var signIn = person.Page.QuerySelector("main a.button")!;
        Assert.Equal(("/.auth/login/aad?post_login_redirect_uri=%2Finloggad", "_blank"), (signIn.GetAttribute("href"), signIn.GetAttribute("target")));

        // Too early: nothing is lost then either.
        await person.PressAsync("Skicka igen");
        Assert.Equal(HttpStatusCode.Unauthorized, person.Status);
        SignedInAs(person, "person");
        await person.PressAsync("Skicka igen");

        Assert.Equal(HttpStatusCode.OK, person.Status);
        var kept = (IHtmlTextAreaElement)(await person.OpenAsync(Question)).Page.QuerySelector("textarea[name=comment]")!;
        Assert.Equal(Text.ReplaceLineEndings("\n"), kept.Value.ReplaceLineEndings("\n"));
        await person.PressAsync("Kasta utkastet");
    }

    [Fact]
    public async Task Somebody_else_is_refused()
    {
        var person = await OpenAsync("person");
        SignedInAs(person, "person", hasExpired: true);
        await person.PressAsync("Spara som det är", Typed);
        SignedInAs(person, "another");
        await person.PressAsync("Skicka igen");

        Assert.Equal((HttpStatusCode.Forbidden, "Formuläret är för gammalt"), (person.Status, person.Page.Said("h1")));
        SignedInAs(person, "person");
        Assert.Empty((await person.Client.JsonAsync($"/hsvo/v1/drafts?plan={Known.Plan}"))["drafts"]!.AsArray());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", "application/x-www-form-urlencoded", 100)]
    [InlineData("Origin", "https://elsewhere.example", "application/x-www-form-urlencoded", 100)]
    [InlineData("Sec-Fetch-Site", "same-origin", "text/plain", 100)]
    [InlineData("Sec-Fetch-Site", "same-origin", "application/x-www-form-urlencoded", 600_000)]
    [InlineData("Cookie", "another=1", "application/x-www-form-urlencoded", 100)]
    public async Task What_another_site_sends_or_too_much_is_not_shown_again(string header, string value, string type, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Question) { Content = new StringContent($"token=x&comment={new string('a', length)}") };
        request.Content.Headers.ContentType = new(type);
        request.Headers.Add("Cookie", header == "Cookie" ? value : "hsvo-form=x");
        if (header != "Cookie")
        {
            request.Headers.Add(header, value);
        }

        using var client = app.NewClient();
        using var answer = await client.SendAsync(request);

        var page = await answer.PageAsync(HttpStatusCode.Unauthorized);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.NotEmpty(page.QuerySelectorAll("main a.button"));
    }

    [Fact]
    public async Task Where_a_sign_in_beside_ends_it_is_told_to_go_back()
    {
        using var answer = await app.GetAsync("/inloggad?lang=en", app.TokenOf(TwoTenants.Reporter, "reporter"));

        Assert.Equal("You are signed in", (await answer.PageAsync(HttpStatusCode.OK)).Said("h1"));
    }

    private async Task<Browser> OpenAsync(string subject)
    {
        var person = new Browser(app.NewClient());
        SignedInAs(person, subject);
        await person.OpenAsync(Question);
        return person;
    }

    // Each person has a subject of their own; these two report for the same unit.
    private void SignedInAs(Browser person, string subject, bool hasExpired = false)
    {
        var token = app.TokenOf(TwoTenants.Reporter, "reporter").With("sub", subject);
        token = hasExpired ? token with { NotBefore = TimeSpan.FromHours(-2), Expires = TimeSpan.FromHours(-1) } : token;
        person.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Write());
    }
}
