using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests;

/// <summary>One app with its own storage for all these tests, which run one after another. The samråd after round 2021-05 is three weeks ahead.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    public const string Collection = "One app";
    public const string Meeting = "2021-05";

    private readonly ConcurrentDictionary<(string? Role, string? Department), HttpClient> _clients = new();
    private LocalApp? _app;

    public int ProcessId => _app!.ProcessId;

    public HttpClient Nobody => Client(null, null);

    public HttpClient Reader => Client("reader", null);

    public HttpClient Coordinator => Client("coordinator", null);

    public HttpClient Auditor => Client("auditor", null);

    public HttpClient ReporterOf(string department) => Client("reporter", department);

    public async Task InitializeAsync()
    {
        _app = await LocalApp.StartAsync();
        await Reader.UntilPlanIsReadAsync();
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(21);
        using var answer = await Coordinator.PutAsJsonAsync(
            $"/hsvo/v1/meetings/{Meeting}", new { date = date.ToString("yyyy-MM-dd", null), agenda = new[] { new { plan = Known.Plan, round = "2021-05" } } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async Task DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private HttpClient Client(string? role, string? department) =>
        _clients.GetOrAdd((role, department), who => _app!.Client(who.Role, who.Department, new AsPublished()));
}

[CollectionDefinition(RunningApp.Collection)]
public sealed class OneAppForAll : ICollectionFixture<RunningApp>;
