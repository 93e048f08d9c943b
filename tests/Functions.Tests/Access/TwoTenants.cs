using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Hsvo.Functions.Tests.OpenApi;
using Hsvo.TestKit;

namespace Hsvo.Functions.Tests.Access;

/// <summary>
/// The app as Azure runs it for two tenants, the kommun's, which is its home, and the region's: settings, https and tokens alone tell it so. It writes
/// as much to its log as an app in production may be set to.
/// </summary>
public sealed class TwoTenants : IAsyncLifetime
{
    public const string Collection = "Two tenants";

    private LoginHost? _host;
    private LocalApp? _app;
    private HttpClient? _client;

    /// <summary>The tenant whose people run the app.</summary>
    public static Guid Home { get; } = new("00000000-0000-4000-8000-0000000000a1");

    /// <summary>The other tenant that is let in.</summary>
    public static Guid Region { get; } = new("00000000-0000-4000-8000-0000000000a2");

    /// <summary>A reporter of Arbetsmarknadsförvaltningen, in the home tenant.</summary>
    public static Guid Reporter { get; } = new("00000000-0000-4000-8000-0000000000b1");

    /// <summary>A reporter of the region's, in its own tenant.</summary>
    public static Guid RegionReporter { get; } = new("00000000-0000-4000-8000-0000000000b2");

    /// <summary>A business system of Arbetsmarknadsförvaltningen's.</summary>
    public static Guid System { get; } = new("00000000-0000-4000-8000-0000000000b3");

    /// <summary>The coordinator, mapped to the coordinating office.</summary>
    public static Guid Coordinator { get; } = new("00000000-0000-4000-8000-0000000000b4");

    /// <summary>Two groups of the home tenant, and what each reports for.</summary>
    public static IReadOnlyList<(Guid Group, string Department)> Groups { get; } =
        [(new("00000000-0000-4000-8000-0000000000d1"), "amn"), (new("00000000-0000-4000-8000-0000000000d2"), "ubn")];

    /// <summary>The only origin whose pages may read answers.</summary>
    public const string Origin = "https://intranat.kommun.example";

    public LoginHost Host => _host!;

    /// <summary>A client that sends no token of its own, and compares answers with the contract.</summary>
    public HttpClient Client => _client!;

    /// <summary>Everything that the app has written.</summary>
    public string Log => _app!.Output;

    public Uri Address => _app!.Address;

    public async Task InitializeAsync()
    {
        _host = await LoginHost.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["SSL_CERT_FILE"] = _host.CertificateFile,
            ["AzureAd__Instance"] = _host.Instance,
            ["AzureAd__TenantId"] = $"{Home}",
            ["AzureAd__AllowedTenants__0"] = $"{Region}",
            ["AzureAd__ClientId"] = $"{AccessToken.ClientId}",
            ["AzureAd__RefreshInterval"] = "00:00:01",
            [$"Reporters__{Reporter:N}__Department"] = "amn",
            [$"Reporters__{Region:N}__{RegionReporter:N}__Department"] = "shs",
            [$"Reporters__{Home:N}__{System:N}__Department"] = "amn",
            [$"Reporters__{Coordinator:N}__Department"] = "nvs",
            ["Cors__AllowedOrigins__0"] = Origin,
            ["Logging__LogLevel__Default"] = "Information",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Information",
            ["Logging__LogLevel__System.Net.Http.HttpClient"] = "Information",
        };
        foreach (var (group, department) in Groups)
        {
            settings[$"Reporters__{group:N}__Department"] = department;
        }

        _app = await LocalApp.StartAsync(settings: settings);
        _client = _app.Client(through: new AsPublished());
        using var coordinator = _app.Client();
        coordinator.DefaultRequestHeaders.Authorization = new("Bearer", TokenOf(Coordinator, "coordinator").Write());
        await coordinator.UntilPlanIsReadAsync();
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(21);
        using var answer = await coordinator.PutAsJsonAsync(
            "/hsvo/v1/meetings/2021-05", new { date = date.ToString("yyyy-MM-dd", null), agenda = new[] { new { plan = Known.Plan, round = "2021-05" } } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>A token of somebody in the home tenant.</summary>
    public AccessToken TokenOf(Guid objectId, params string[] roles) => new(Host, Home, objectId, roles);

    /// <summary>A token of somebody in the region's tenant.</summary>
    public AccessToken RegionTokenOf(Guid objectId, params string[] roles) => new(Host, Region, objectId, roles);

    /// <summary>A client with cookies of its own, that signs in as it is told to.</summary>
    public HttpClient NewClient() => _app!.Client(through: new AsPublished());

    public Task<HttpResponseMessage> GetAsync(string path, AccessToken token) => GetAsync(path, token.Write());

    public async Task<HttpResponseMessage> GetAsync(string path, string token) => await SendAsync(HttpMethod.Get, path, token);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }
}

[CollectionDefinition(TwoTenants.Collection)]
public sealed class TwoTenantsForAll : ICollectionFixture<TwoTenants>;
