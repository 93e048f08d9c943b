using System.Net;
using System.Threading.RateLimiting;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.Functions.Tests.Frame;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.Functions.Tests.People;
using Hsvo.TestKit;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Tests;

/// <summary>How often one may ask, with the clock in the test's hands.</summary>
public sealed class RateLimitTests
{
    private readonly FakeTime _time = FakeTime.At(2021, 5, 3);

    [Fact]
    public void A_caller_is_refused_when_it_asks_too_often_and_told_when_the_minute_is_over()
    {
        using var limits = Limits(perMinute: 3);
        var http = new DefaultHttpContext();
        Assert.All(Enumerable.Range(0, 3), _ => Assert.Null(limits.Refuse(http, Caller("anna"))));
        _time.Advance(TimeSpan.FromSeconds(20));

        var refused = limits.Refuse(http, Caller("anna"));

        Assert.Equal((FailureKind.TooManyRequests, TimeSpan.FromSeconds(40)), (refused?.Kind, refused?.RetryAfter));
        _time.Advance(refused!.RetryAfter!.Value);
        Assert.Null(limits.Refuse(http, Caller("anna")));
    }

    [Fact]
    public void Nobody_is_refused_for_what_another_asks()
    {
        using var limits = Limits(perMinute: 1, anonymous: 1);
        var (first, second) = (From("192.0.2.1"), From("192.0.2.2"));
        Assert.Null(limits.Refuse(first, Caller("anna")));

        Assert.Null(limits.Refuse(first, Caller("bo")));
        Assert.Null(limits.Refuse(first, null));
        Assert.Null(limits.Refuse(second, null));
        Assert.NotNull(limits.Refuse(first, null));
    }

    [Fact]
    public void An_address_that_a_client_writes_itself_before_the_fronts_own_does_not_count()
    {
        using var limits = Limits(anonymous: 1);
        Assert.Null(limits.Refuse(From("192.0.2.7"), null));

        Assert.NotNull(limits.Refuse(From("203.0.113.9, 192.0.2.7"), null));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_setting_that_is_no_number_above_zero_stops_the_start(string setting)
    {
        Assert.Throws<InvalidOperationException>(() => new CallerLimits(Settings(("RateLimit:RequestsPerMinute", setting)), _time));
    }

    [Fact]
    public void A_dataset_has_at_most_five_posts_pending()
    {
        using var limits = new PushLimits(_time);
        var (dataset, other) = (Guid.NewGuid(), Guid.NewGuid());
        var pending = Enumerable.Range(0, 5).Select(_ => limits.Begin(dataset)).ToList();
        Assert.All(pending, p => Assert.True(p.IsAcquired));

        Assert.False(limits.Begin(dataset).IsAcquired);
        Assert.True(limits.Begin(other).IsAcquired);
        pending[0].Dispose();
        Assert.True(limits.Begin(dataset).IsAcquired);
    }

    [Fact]
    public void A_dataset_takes_120_posts_in_a_minute_and_then_as_many_again()
    {
        using var limits = new PushLimits(_time);
        var dataset = Guid.NewGuid();
        Assert.All(Enumerable.Range(0, 120), _ => Assert.True(Begin(limits, dataset).IsAcquired));
        _time.Advance(TimeSpan.FromSeconds(59));

        var refused = Begin(limits, dataset);

        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(1), wait);
        _time.Advance(wait);
        Assert.All(Enumerable.Range(0, 120), _ => Assert.True(Begin(limits, dataset).IsAcquired));
    }

    [Fact]
    public void A_window_that_nobody_asks_of_any_longer_may_be_forgotten_and_one_that_counts_may_not()
    {
        using var window = new RequestWindow(_time, 1, TimeSpan.FromMinutes(1));
        Assert.True(window.AttemptAcquire().IsAcquired);

        Assert.Null(window.IdleDuration);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(window.IdleDuration);
    }

    [Fact]
    public async Task Each_door_says_it_in_its_own_shape()
    {
        await using var app = await LocalApp.StartAsync(settings: new Dictionary<string, string>
        {
            ["RateLimit__RequestsPerMinute"] = "1",
            ["RateLimit__AnonymousRequestsPerMinute"] = "1",
        });

        // Nobody else's: the local run itself reads as it starts.
        using var auditor = app.Client("auditor");
        using var nobody = app.Client();
        using var first = await auditor.GetAsync("/v1.0/myorg/groups");
        using var unknown = await nobody.GetAsync("/hsvo/v1/nothing");

        using var powerBI = await auditor.GetAsync("/v1.0/myorg/groups");
        using var api = await auditor.GetAsync("/hsvo/v1/plans");
        using var feed = await auditor.GetAsync("/odata/Plans");
        using var anonymous = await nobody.GetAsync("/hsvo/v1/nothing");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (first.StatusCode, unknown.StatusCode));
        Assert.Equal("TooManyRequests", (await powerBI.JsonAsync(HttpStatusCode.TooManyRequests))["error"]!.Text("code"));
        Assert.Equal("requests.perMinute", (await api.JsonAsync(HttpStatusCode.TooManyRequests)).Text("code"));
        Assert.Equal("requests.perMinute", (await feed.JsonAsync(HttpStatusCode.TooManyRequests))["error"]!.Text("code"));
        Assert.Equal("requests.perMinute", (await anonymous.JsonAsync(HttpStatusCode.TooManyRequests)).Text("code"));
        Assert.All([powerBI, api, feed, anonymous], a => Assert.InRange(a.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task What_was_typed_into_a_form_is_kept_and_can_be_sent_when_the_minute_is_over()
    {
        const int PerMinute = 20;
        await using var app = await LocalApp.StartAsync(
            settings: new Dictionary<string, string> { ["RateLimit__RequestsPerMinute"] = $"{PerMinute}" }, arguments: ["--no-example", "--at", "2021-05-03"]);
        using var office = app.Client("coordinator");
        await office.UntilPlanIsReadAsync();
        using var client = app.Client("reporter", "osn", new AsPublished());
        var person = await new Browser(client).OpenAsync($"{PeopleApp.Round}/svar/2.2.2.i1");
        for (var i = 0; i < PerMinute; i++)
        {
            using var read = await client.GetAsync("/hsvo/v1/plans");
        }

        await person.PressAsync("Spara som det är", ("comment", "Rad ett"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "Vänta en stund"), (person.Status, person.Page.Said("h1")));
        Assert.Equal("Rad ett", person.Page.QuerySelector("main form input[name=comment]")?.GetAttribute("value"));
        Assert.Contains("Skicka igen", person.Page.AllSaid("main form button"));
    }

    private CallerLimits Limits(int perMinute = 1000, int anonymous = 1000) =>
        new(Settings(("RateLimit:RequestsPerMinute", $"{perMinute}"), ("RateLimit:AnonymousRequestsPerMinute", $"{anonymous}")), _time);

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();

    private static RateLimitLease Begin(PushLimits limits, Guid dataset)
    {
        using var lease = limits.Begin(dataset);
        return lease;
    }

    private static DefaultHttpContext From(string forwarded) => new() { Request = { Headers = { ["X-Forwarded-For"] = forwarded } } };

    private static Caller Caller(string objectId) => new(objectId, new HashSet<Role>(), null, IsExample: false);
}
