using System.Net;

namespace Hsvo.Functions.Tests;

/// <summary>What a probe is told, which signs in as app.Nobody.</summary>
[Collection(RunningApp.Collection)]
public sealed class HealthTests(RunningApp app)
{
    [Fact]
    public async Task A_process_that_answers_is_live()
    {
        Assert.Equal("healthy", (await app.Nobody.JsonAsync("/health/live")).Text("status"));
    }

    [Fact]
    public async Task An_app_that_serves_is_ready_and_says_of_each_thing_that_was_looked_at_how_it_is()
    {
        using var answer = await app.Nobody.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var health = await app.Nobody.JsonAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var checks = health["checks"]!.AsArray().ToDictionary(c => c!.Text("name")!, c => c!.Text("status"));
        Assert.Equal(["meetings", "notices", "storage", "timers"], checks.Keys.Order());
        Assert.Equal(("healthy", "healthy"), (checks["storage"], checks["timers"]));
    }
}
