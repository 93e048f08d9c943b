using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hsvo.Functions.Tests.Frame;

/// <summary>What stands around every page: who may go where, the other language, and what is said when something went wrong.</summary>
[Collection(RunningApp.Collection)]
public sealed class FrameTests(RunningApp app)
{
    [Fact]
    public async Task The_menu_leads_where_the_caller_may_go()
    {
        Assert.Equal(["/"], (await app.Nobody.PageAsync("/tillganglighet")).Links("nav"));
        Assert.Equal(["/"], (await app.Reader.PageAsync("/tillganglighet")).Links("nav"));
        Assert.Equal(["/", "/rapportera"], (await app.ReporterOf("amn").PageAsync("/tillganglighet")).Links("nav"));
        Assert.Equal(["/?lang=en", "/rapportera?lang=en", "/samordning?lang=en"], (await app.Coordinator.PageAsync("/tillganglighet?lang=en")).Links("nav"));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_and_comes_back_to_the_same_page_in_the_same_language()
    {
        var nobody = await app.Nobody.PageAsync("/tillganglighet?lang=en");
        var reader = await app.Reader.PageAsync("/tillganglighet?lang=en");

        Assert.Contains("/.auth/login/aad?post_login_redirect_uri=%2Ftillganglighet%3Flang%3Den", nobody.Links(".who"));
        Assert.Contains("/.auth/logout?post_logout_redirect_uri=%2F%3Flang%3Den", reader.Links(".who"));
        Assert.Equal("Signed in as reader", reader.Said(".as"));
    }

    [Fact]
    public async Task A_page_in_either_language_says_so_and_leads_to_the_other()
    {
        var swedish = await app.Nobody.PageAsync("/tillganglighet");
        var english = await app.Nobody.PageAsync("/tillganglighet?lang=en");

        Assert.Equal(("sv", "Tillgänglighet"), (swedish.DocumentElement.GetAttribute("lang"), swedish.Said("h1")));
        Assert.Equal(("en", "Accessibility"), (english.DocumentElement.GetAttribute("lang"), english.Said("h1")));
        Assert.Equal("/tillganglighet?lang=en", swedish.QuerySelector("a[hreflang=en]")!.GetAttribute("href"));
        Assert.Equal("/tillganglighet", english.QuerySelector("a[hreflang=sv]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/?lang=de", "lang: Språken är sv och en.")]
    [InlineData("/?nej=1&lang=en", "nej: There is no such query option here; there are: lang.")]
    public async Task An_option_that_the_page_does_not_know_is_400_on_a_page_that_says_which(string address, string expected)
    {
        using var answer = await app.Nobody.GetAsync(address);
        var page = await answer.PageAsync(HttpStatusCode.BadRequest);

        Assert.Equal([expected], page.AllSaid("main li"));
        Assert.Contains(answer.Headers.GetValues("RequestId").Single(), page.Said("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/foo")]
    [InlineData("/plan")]
    [InlineData("/plan/hsvo-2021/x")]
    [InlineData("/arkiv")]
    [InlineData("/datasets/x?lang=en")]
    [InlineData("/rapportera/hsvo-2021")]
    [InlineData("/wp-login.php?x=1")]
    public async Task Where_there_is_nothing_a_page_says_so(string address)
    {
        using var answer = await app.Nobody.GetAsync(address);

        Assert.Equal(address.EndsWith("lang=en", StringComparison.Ordinal) ? "There is no such page" : "Sidan finns inte", (await answer.PageAsync(HttpStatusCode.NotFound)).Said("h1"));
    }

    [Theory]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("PUT", "/plan/hsvo-2021", "GET, HEAD")]
    [InlineData("OPTIONS", "/kalender.ics", "GET, HEAD")]
    [InlineData("DELETE", "/rapportera/hsvo-2021/2021-05", "GET, HEAD, POST")]
    [InlineData("GET", "/samordning/plan/utkast", "POST")]
    public async Task Another_method_is_405_on_a_page_with_those_that_there_are(string method, string address, string allowed)
    {
        using var request = new HttpRequestMessage(new(method), address);
        using var answer = await app.Nobody.SendAsync(request);

        Assert.Equal("Sidan går inte att öppna så", (await answer.PageAsync(HttpStatusCode.MethodNotAllowed)).Said("h1"));
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("POST", "/health/live", 405)]
    [InlineData("GET", "/health/x", 404)]
    [InlineData("HEAD", "/foo", 404)]
    public async Task Systems_get_no_page(string method, string address, int expected)
    {
        using var request = new HttpRequestMessage(new(method), address);
        using var answer = await app.Nobody.SendAsync(request);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.DoesNotContain("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hosts_own_addresses_stay_the_hosts()
    {
        using var answer = await app.Nobody.GetAsync("/admin/host/status");

        Assert.Equal("Running", (await answer.JsonAsync(HttpStatusCode.OK)).Text("state"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_how()
    {
        var page = await FailureAtAsync("/tillganglighet/x", "?round=2021-05", SignInFailures.SignInNeeded, 401);

        Assert.Equal("Logga in för att fortsätta", page.Said("h1"));
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Ftillganglighet%2Fx%3Fround%3D2021-05", page.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_may_work_in_a_moment_says_when_and_what_a_caller_wrote_is_text()
    {
        var away = new Failure(FailureKind.Unavailable, "storage.unavailable", "Borta <b>nu</b>.", "Away.") { RetryAfter = TimeSpan.FromSeconds(1.2) };

        var page = await FailureAtAsync("/", "", away, 503);

        Assert.Equal(("Tjänsten svarar inte just nu", "Borta <b>nu</b>."), (page.Said("h1"), page.Said(".lead")));
        Assert.Contains("Försök igen om 2 sekunder.", page.Said("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//other.example/")]
    [InlineData("/tillganglighet/\"><b>")]
    public async Task No_address_leads_a_link_of_the_page_out_of_the_service(string path)
    {
        var page = await FailureAtAsync(path, "?lang=en&x=//other.example", SignInFailures.SignInNeeded, 401);

        Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(#|/(?!/))", a.GetAttribute("href")!));
        Assert.Empty(page.QuerySelectorAll("b"));
    }

    private static async Task<IHtmlDocument> FailureAtAsync(string path, string query, Failure failure, int status)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton(s => new PageRenderer(s, NullLoggerFactory.Instance)).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Request = { Path = path, QueryString = new(query) }, Response = { Body = new MemoryStream() } };

        await FailureResult.Of(failure, status).ExecuteAsync(http);

        Assert.Equal(status, http.Response.StatusCode);
        http.Response.Body.Position = 0;
        using var reader = new StreamReader(http.Response.Body);
        return Html.Read(await reader.ReadToEndAsync());
    }
}
