using System.Net;
using Hsvo.LocalHost.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Hsvo.LocalHost.Tests;

public sealed class LocalSignInTests : IDisposable
{
    private readonly DevelopmentFolder _folder = new();
    private readonly RequestDelegate _app;
    private string? _handed;

    public LocalSignInTests()
    {
        var builder = new ApplicationBuilder(new Nothing());
        new LocalSignIn(new DevelopmentTokens(DevelopmentKey.Open(_folder.Path), TimeProvider.System)).Configure(_ => { })(builder);
        builder.Run(http =>
        {
            _handed = http.Request.Headers[LocalSignIn.TokenHeader];
            return Task.CompletedTask;
        });
        _app = builder.Build();
    }

    private static DevelopmentIdentity Reporter => DevelopmentIdentities.All.First(i => i.Department == "amn");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whoever_is_chosen_is_signed_in_and_sent_back_to_where_they_were()
    {
        var choice = await AskAsync("/.auth/login/aad?post_login_redirect_uri=%2Frapportera%3Flang%3Den", form: $"identity={Reporter.ObjectId}");
        await AskAsync("/rapportera", cookie: CookieOf(choice));

        Assert.Equal(StatusCodes.Status303SeeOther, choice.StatusCode);
        Assert.Equal("/rapportera?lang=en", choice.Headers.Location);
        Assert.Equal($"{Reporter.ObjectId}", new JsonWebToken(_handed).GetClaim("oid").Value);
    }

    [Fact]
    public async Task Every_example_identity_can_be_chosen()
    {
        using var body = new MemoryStream();
        await AskAsync("/.auth/login/aad", body: body);
        var page = WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(body.ToArray()));

        Assert.All(DevelopmentIdentities.All, i => Assert.Contains(i.Name, page, StringComparison.Ordinal));
        Assert.All(DevelopmentIdentities.All, i => Assert.Contains($"value=\"{i.ObjectId}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_header_of_their_own()
    {
        await AskAsync("/rapportera", header: "a token of the client's own");

        Assert.Equal("", $"{_handed}");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("00000000-0000-4000-8000-0000000000ff")]
    public async Task Nobody_is_signed_in_by_a_cookie_that_names_nobody(string cookie)
    {
        await AskAsync("/rapportera", cookie: $"{LocalSignIn.CookieName}={cookie}");

        Assert.Equal("", $"{_handed}");
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        var answer = await AskAsync("/.auth/logout?post_logout_redirect_uri=%2F", cookie: $"{LocalSignIn.CookieName}={Reporter.ObjectId}");

        Assert.Equal("/", answer.Headers.Location);
        Assert.Contains("expires=Thu, 01 Jan 1970", answer.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rapportera?lang=en", "/rapportera?lang=en")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("/\t/elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Nobody_is_sent_to_another_host(string? asked, string expected)
    {
        Assert.Equal(expected, LocalSignIn.ReturnPath(asked));
    }

    private static string CookieOf(HttpResponse answer) => answer.Headers.SetCookie.ToString().Split(';')[0];

    private async Task<HttpResponse> AskAsync(string path, string? cookie = null, string? header = null, string? form = null, Stream? body = null)
    {
        var http = new DefaultHttpContext();
        var address = new Uri(new Uri("http://127.0.0.1"), path);
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (form is null ? "GET" : "POST", address.AbsolutePath, new(address.Query));
        http.Response.Body = body ?? Stream.Null;
        if (cookie is not null)
        {
            http.Request.Headers.Cookie = cookie;
        }

        if (header is not null)
        {
            http.Request.Headers[LocalSignIn.TokenHeader] = header;
        }

        if (form is not null)
        {
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(form));
        }

        await _app(http);
        return http.Response;
    }

    private sealed class Nothing : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
