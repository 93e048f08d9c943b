using System.Net;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.StandIns.Tests.Worker;

public sealed class RequestLimitTests
{
    private const string Limited =
        """{ "version": "2.0", "extensions": { "http": { "routePrefix": "", "maxConcurrentRequests": 1, "maxOutstandingRequests": 2 } } }""";

    [Fact]
    public async Task One_runs_one_waits_and_the_third_is_429()
    {
        var probe = new InvocationTests.Probe();
        await using var host = await TestHost.StartAsync([typeof(InvocationTests.Waiting)], builder => With(builder, probe), Limited);

        var running = host.Client.GetStringAsync("/waits");
        await probe.Entered.WaitAsync(TimeSpan.FromSeconds(30));
        // Of these two, one gets the place in the queue and waits; the other is answered at once.
        Task<HttpResponseMessage>[] others = [host.Client.GetAsync("/waits"), host.Client.GetAsync("/waits")];
        var refused = await Task.WhenAny(others);
        var waiting = others.Single(other => other != refused);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await refused).StatusCode);
        Assert.Equal(0, probe.Entered.CurrentCount);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/admin/functions")).StatusCode);

        probe.Release.Release(2);
        Assert.Equal("finished", await running);
        Assert.Equal(HttpStatusCode.OK, (await waiting).StatusCode);
    }

    private static void With(FunctionsApplicationBuilder builder, InvocationTests.Probe probe)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(probe);
    }
}
