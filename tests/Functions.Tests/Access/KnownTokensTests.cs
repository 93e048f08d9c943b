using System.Security.Claims;
using Hsvo.Functions.Http;
using Hsvo.TestKit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Hsvo.Functions.Tests.Access;

/// <summary>For how long a token that was checked is taken for good, with the clock in the test's hands: each request goes through the app's own check.</summary>
public sealed class KnownTokensTests : IDisposable
{
    private static readonly Guid Tenant = new("00000000-0000-4000-8000-0000000000a1");
    private static readonly Guid Stranger = new("00000000-0000-4000-8000-0000000000a9");

    private readonly FakeTime _time = FakeTime.At(2021, 5, 3);
    private readonly Mock<IAuthenticationService> _check = new();
    private readonly CallerLimits _limits;
    private readonly AccessMiddleware _middleware;
    private int _checks;

    public KnownTokensTests()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AzureAd:TenantId"] = $"{Tenant}" }).Build();
        var tenants = Tenants.Read(settings);
        var callers = new Callers(tenants, new Reporters(settings, tenants));
        _limits = new(settings, _time);
        _middleware = new(new(openStatusPage: false), callers, new KnownTokens(callers, _time), _limits);
        GoodFor(TimeSpan.FromHours(1));
    }

    public void Dispose() => _limits.Dispose();

    [Fact]
    public async Task A_token_that_was_good_twice_is_not_checked_again_for_a_minute()
    {
        await IsMadeKnownAsync("Bearer one");
        _time.Advance(TimeSpan.FromSeconds(59));

        Assert.True(await IsLetInAsync("Bearer one"));
        Assert.True(await IsLetInAsync("Bearer one"));

        Assert.Equal(2, _checks);
    }

    [Fact]
    public async Task A_key_that_is_taken_away_counts_for_a_minute_and_no_longer()
    {
        await IsMadeKnownAsync("Bearer one");
        Check(() => AuthenticateResult.Fail("The key is gone."));

        Assert.True(await IsLetInAsync("Bearer one"));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await IsLetInAsync("Bearer one"));
    }

    [Fact]
    public async Task A_token_is_known_no_longer_than_it_lasts()
    {
        GoodFor(TimeSpan.FromSeconds(20));
        await IsMadeKnownAsync("Bearer one");
        Check(() => AuthenticateResult.Fail("It has ended."));
        Assert.True(await IsLetInAsync("Bearer one"));
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.False(await IsLetInAsync("Bearer one"));
    }

    [Fact]
    public async Task Another_token_is_checked_whoever_is_known()
    {
        await IsMadeKnownAsync("Bearer one");
        Check(() => AuthenticateResult.Fail("It is none."));

        Assert.False(await IsLetInAsync("Bearer onf"));
        Assert.False(await IsLetInAsync("Bearer one", "Bearer one"));
        Assert.False(await IsLetInAsync());
    }

    [Fact]
    public async Task A_token_with_the_short_hash_of_a_known_one_is_checked()
    {
        // Of so many some share it.
        var same = Enumerable.Range(0, 400_000).Select(n => $"Bearer {n}").GroupBy(t => t.GetHashCode(StringComparison.Ordinal)).First(t => t.Count() > 1);
        await IsMadeKnownAsync(same.First());
        Check(() => AuthenticateResult.Fail("It is none."));

        Assert.True(await IsLetInAsync(same.First()));
        Assert.False(await IsLetInAsync(same.Last()));
    }

    [Fact]
    public async Task A_token_that_nobody_may_sign_in_with_is_checked_each_time()
    {
        Good(Stranger, TimeSpan.FromHours(1));

        Assert.False(await IsLetInAsync("Bearer one"));
        Assert.False(await IsLetInAsync("Bearer one"));
        Assert.False(await IsLetInAsync("Bearer one"));

        Assert.Equal(3, _checks);
    }

    [Fact]
    public async Task A_page_has_the_tokens_own_claims_each_time()
    {
        await IsMadeKnownAsync("Bearer one");

        Assert.True(await IsLetInToAsync("StatusPage", "Bearer one"));

        Assert.Equal(3, _checks);
    }

    // What comes once is hardly worth knowing.
    private async Task IsMadeKnownAsync(string authorization)
    {
        Assert.True(await IsLetInAsync(authorization));
        Assert.True(await IsLetInAsync(authorization));
    }

    private void GoodFor(TimeSpan time) => Good(Tenant, time);

    private void Good(Guid tenant, TimeSpan time)
    {
        var claims = new ClaimsIdentity([new("tid", $"{tenant}"), new("oid", $"{Guid.NewGuid()}"), new("scp", "user_impersonation"), new("roles", "reader")], "test", "name", "roles");
        var end = _time.GetUtcNow() + time;
        Check(() => AuthenticateResult.Success(new(new(claims), new AuthenticationProperties { ExpiresUtc = end }, JwtBearerDefaults.AuthenticationScheme)));
    }

    private void Check(Func<AuthenticateResult> result) => _check.Setup(c => c.AuthenticateAsync(It.IsAny<HttpContext>(), JwtBearerDefaults.AuthenticationScheme)).ReturnsAsync(() =>
    {
        _checks++;
        return result();
    });

    private Task<bool> IsLetInAsync(params string[] authorization) => IsLetInToAsync("ListPlans", authorization);

    private async Task<bool> IsLetInToAsync(string function, params string[] authorization)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(_check.Object).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Path = "/hsvo/v1/plans";
        http.Request.Headers.Authorization = authorization;
        var context = new Mock<FunctionContext>();
        context.Setup(c => c.FunctionDefinition).Returns(Mock.Of<FunctionDefinition>(d => d.Name == function));
        context.Setup(c => c.Items).Returns(new Dictionary<object, object> { ["HttpRequestContext"] = http });
        var isLetIn = false;
        await _middleware.Invoke(context.Object, _ =>
        {
            isLetIn = true;
            return Task.CompletedTask;
        });
        return isLetIn;
    }
}
