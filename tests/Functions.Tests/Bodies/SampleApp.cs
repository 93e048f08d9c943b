using System.Net;
using System.Net.Http.Json;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests.Bodies;

/// <summary>A second app, whose page is closed and whose few reports no other test adds to; it can be started again on what it has stored.</summary>
public sealed class SampleApp : IAsyncLifetime
{
    public const string Collection = "Sample app";

    private static readonly Dictionary<string, string> Settings = new() { ["OpenStatusPage"] = "false" };

    private readonly string _folder = LocalApp.NewDataFolder();
    private LocalApp? _app;

    public HttpClient Client(string? role = null, string? department = null) => _app!.Client(role, department, new AsPublished());

    public async Task InitializeAsync()
    {
        await StartAsync();
        using var coordinator = Client("coordinator");
        using var meeting = await coordinator.PutAsJsonAsync(
            "/hsvo/v1/meetings/2021-05", new { date = "2099-03-15", agenda = new[] { new { plan = Known.Plan, round = "2021-05" } } });
        Assert.Equal(HttpStatusCode.OK, meeting.StatusCode);
        using var amn = Client("reporter", "amn");
        await amn.PostReportsAsync(
            new { indicator = "2.1.1.i3", department = "amn", round = "2021-05", value = "ja" },
            new { indicator = "2.1.1.i4", department = "amn", round = "2021-05", value = "Brukarråd träffas varje månad.", assessment = "onTrack" });
        using var shs = Client("reporter", "shs");
        await shs.PostReportsAsync(
            new { indicator = "2.1.1.i3", department = "shs", round = "2021-05", value = "nej", assessment = "atRisk", comment = "Väntar på <besked>." },
            new { indicator = "2.1.1.i4", department = "shs", round = "2021-05", notApplicable = true, reason = "Görs av vårdstyrelsen." });
    }

    public async Task RestartAsync()
    {
        Assert.Equal(0, await _app!.StopAsync());
        await _app.DisposeAsync();
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        _app = await LocalApp.StartAsync(dataFolder: _folder, settings: Settings);
        using var reader = Client("reader");
        await reader.UntilPlanIsReadAsync();
    }
}

[CollectionDefinition(SampleApp.Collection)]
public sealed class OneSampleAppForAll : ICollectionFixture<SampleApp>;
