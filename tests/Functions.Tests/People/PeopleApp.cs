using System.Net;
using System.Net.Http.Json;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests.People;

/// <summary>An app on 3 May 2021, ahead of a samråd on the 24th, for people with browsers. What each test writes is of a unit of its own.</summary>
public sealed class PeopleApp : IAsyncLifetime
{
    public const string Collection = "People";

    public const string Round = "/rapportera/hsvo-2021/2021-05";

    private readonly List<HttpClient> _clients = [];
    private LocalApp? _app;

    internal Browser ReporterOf(string department) => new(Client("reporter", department));

    internal Browser Office() => new(Client("coordinator", null));

    /// <summary>A client of its own, with cookies of its own.</summary>
    public HttpClient Client(string? role, string? department)
    {
        var client = _app!.Client(role, department, new AsPublished());
        _clients.Add(client);
        return client;
    }

    public async Task InitializeAsync()
    {
        _app = await LocalApp.StartAsync(arguments: ["--no-example", "--at", "2021-05-03"]);
        var office = Client("coordinator", null);
        await office.UntilPlanIsReadAsync();
        using var answer = await office.PutAsJsonAsync("/hsvo/v1/meetings/2021-05", new { date = "2021-05-24", agenda = new[] { new { plan = Known.Plan, round = "2021-05" } } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}

[CollectionDefinition(PeopleApp.Collection)]
public sealed class OneAppForPeople : ICollectionFixture<PeopleApp>;
