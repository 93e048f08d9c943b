using System.Security.Claims;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages.Forms;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hsvo.Functions.Tests.People;

public sealed class PageFormsTests
{
    private readonly Keys _keys = new();

    [Fact]
    public async Task What_one_instance_gave_out_another_takes()
    {
        using var one = Instance();
        using var other = Instance();
        var shown = Request();

        var ticket = one.Open(shown);
        var taken = await other.ReadAsync(Request(ticket, shown), CancellationToken.None);

        Assert.Null(taken.Failure);
        Assert.Equal(ticket.Key, taken.Value!.Key);
    }

    [Fact]
    public void No_key_is_asked_for_before_the_first_form_is_shown()
    {
        using var forms = Instance();
        Assert.Equal(0, _keys.Reads);

        forms.Open(Request());

        Assert.NotEqual(0, _keys.Reads);
    }

    [Fact]
    public void Storage_that_is_away_is_that_and_no_bug()
    {
        using var forms = Instance();
        _keys.IsAway = true;

        Assert.Throws<StoreUnavailableException>(() => forms.Open(Request()));
    }

    [Fact]
    public async Task What_is_too_large_or_no_form_is_refused()
    {
        using var forms = Instance();
        var large = Request(forms.Open(Request()), Request());
        large.ContentLength = PageForms.MaxBytes + 1;
        var json = Request();
        (json.Method, json.ContentType) = ("POST", "application/json");

        Assert.Equal("form.size", (await forms.ReadAsync(large, CancellationToken.None)).Failure!.Code);
        Assert.Equal("form.type", (await forms.ReadAsync(json, CancellationToken.None)).Failure!.Code);
    }

    [Fact]
    public async Task What_ends_before_its_parts_do_can_not_be_read()
    {
        using var forms = Instance();
        var cut = Request(forms.Open(Request()), Request());
        cut.ContentType = "multipart/form-data; boundary=x";

        Assert.Equal("form.unreadable", (await forms.ReadAsync(cut, CancellationToken.None)).Failure!.Code);
    }

    [Theory]
    [InlineData("multipart/form-data", "", "form.unreadable")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno heading\r\n\r\n--x--", "form.unreadable")]
    [InlineData("application/x-www-form-urlencoded", "a=%00", "form.unreadable")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=1", "form.type")]
    public async Task What_can_not_be_read_is_told_from_what_is_too_large(string type, string body, string expected)
    {
        using var forms = Instance();
        var sent = Request(forms.Open(Request()), Request());
        (sent.ContentType, sent.Body) = (type, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body)));

        Assert.Equal(expected, (await forms.ReadAsync(sent, CancellationToken.None)).Failure!.Code);
    }

    [Fact]
    public async Task More_fields_than_any_form_has_can_not_be_read()
    {
        using var forms = Instance();
        var sent = Request(forms.Open(Request()), Request());
        sent.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 1001).Select(i => $"a{i}=1"))));

        Assert.Equal("form.unreadable", (await forms.ReadAsync(sent, CancellationToken.None)).Failure!.Code);
    }

    [Fact]
    public void Who_follows_a_link_from_a_mail_brings_the_cookie_and_the_answer_is_kept_nowhere_as_before()
    {
        using var forms = Instance();
        var shown = Request();
        shown.HttpContext.Response.Headers.CacheControl = "no-store";

        forms.Open(shown);

        Assert.Contains("samesite=lax", $"{shown.HttpContext.Response.Headers.SetCookie}", StringComparison.Ordinal);
        Assert.Equal("no-store", shown.HttpContext.Response.Headers.CacheControl);
    }

    private PageForms Instance() =>
        new(new AreaOptions("uppsala"), _keys, PublicAddress.Read(new ConfigurationBuilder().Build()), NullLoggerFactory.Instance);

    private static HttpRequest Request(FormTicket? ticket = null, HttpRequest? shown = null)
    {
        var http = new DefaultHttpContext { User = new(new ClaimsIdentity([new("sub", "somebody")], "test")) };
        (http.Request.Scheme, http.Request.Host) = ("http", new("localhost"));
        if (ticket is not null)
        {
            http.Request.Method = "POST";
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.Headers.Cookie = $"{shown!.HttpContext.Response.Headers.SetCookie}".Split(';')[0];
            http.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"token={Uri.EscapeDataString(ticket.Token)}&key={ticket.Key}"));
        }

        return http.Request;
    }

    private sealed class Keys : IFormKeyStore
    {
        private readonly List<string> _kept = [];

        public int Reads { get; private set; }

        public bool IsAway { get; set; }

        public Task<IReadOnlyList<string>> ReadAsync(string area, CancellationToken cancellationToken)
        {
            Reads++;
            return IsAway ? throw new StoreUnavailableException(new IOException()) : Task.FromResult<IReadOnlyList<string>>([.. _kept]);
        }

        public Task KeepAsync(string area, Guid id, string content, CancellationToken cancellationToken)
        {
            _kept.Add(content);
            return Task.CompletedTask;
        }
    }
}
