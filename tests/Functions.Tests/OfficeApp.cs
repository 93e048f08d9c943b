using Hsvo.Functions.Tests.OpenApi;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests;

/// <summary>A third app, whose plans and proposals the office may change without other tests seeing it.</summary>
public sealed class OfficeApp : IAsyncLifetime
{
    private LocalApp? _app;

    public HttpClient Reader => _app!.Client("reader", through: new AsPublished());

    public HttpClient Coordinator => _app!.Client("coordinator", through: new AsPublished());

    public HttpClient ReporterOf(string department) => _app!.Client("reporter", department, new AsPublished());

    public async Task InitializeAsync()
    {
        _app = await LocalApp.StartAsync();
        await Reader.UntilPlanIsReadAsync();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}
