using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.LocalHosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.StandIns.Tests.Worker;

public sealed class StartTests
{
    [Theory]
    [InlineData("{", "host.json can't be used: ")]
    [InlineData("[]", "host.json can't be used: the parent of \"version\" must be an object.")]
    [InlineData("{}", "host.json can't be used: it needs \"version\": \"2.0\".")]
    [InlineData("""{ "version": "1.0" }""", "host.json can't be used: it needs \"version\": \"2.0\".")]
    [InlineData(
        """{ "version": "2.0", "extensions": { "http": { "maxConcurrentRequests": "many" } } }""",
        "host.json can't be used: extensions.http.maxConcurrentRequests must be a whole number above 0, or -1 for no limit.")]
    public async Task A_broken_host_json_is_refused_with_one_line(string hostJson, string expected)
    {
        var refusal = await Assert.ThrowsAsync<LocalRunException>(() => TestHost.StartAsync([typeof(Named)], hostJson: hostJson));

        Assert.StartsWith(expected, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.NotEqual(0, refusal.ExitCode);
    }

    [Fact]
    public void A_folder_without_host_json_is_refused()
    {
        string directory = Directory.CreateTempSubdirectory("hsvo-worker-").FullName;

        var refusal = Assert.Throws<LocalRunException>(() => LocalFunctions.CreateBuilder(new LocalHostOptions { AppDirectory = directory }));

        Assert.Equal($"host.json is missing in {directory}.", refusal.Message);
        Directory.Delete(directory);
    }

    [Theory]
    [InlineData(typeof(SlashRoute), "{ignored:maxlength(0)?}")]
    [InlineData(typeof(AdminRoute), "admin, runtime")]
    [InlineData(typeof(RuntimeRoute), "admin, runtime")]
    [InlineData(typeof(BrokenRoute), "is no template")]
    [InlineData(typeof(Untriggered), "exactly one parameter must be a trigger")]
    [InlineData(typeof(Untyped), "HttpRequest")]
    [InlineData(typeof(ValueTasks), "ValueTask")]
    [InlineData(typeof(Twice), "Two functions are named")]
    public async Task Functions_that_would_fail_in_Azure_are_refused_at_the_start(Type functions, string reason)
    {
        var refusal = await Assert.ThrowsAsync<LocalRunException>(() => TestHost.StartAsync([functions]));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_forgets_ConfigureFunctionsWebApplication_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<LocalRunException>(() => TestHost.StartAsync([typeof(Named)], _ => { }));

        Assert.Contains("ConfigureFunctionsWebApplication", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_prefix_is_put_before_every_route_and_api_is_the_default()
    {
        await using var prefixed = await TestHost.StartAsync([typeof(Named)], hostJson: """{ "version": "2.0", "extensions": { "http": { "routePrefix": "x" } } }""");
        await using var standard = await TestHost.StartAsync([typeof(Named)], hostJson: """{ "version": "2.0" } // comments are fine""");

        Assert.Equal("named", await prefixed.Client.GetStringAsync("/x/Named"));
        Assert.Equal("named", await standard.Client.GetStringAsync("/api/named"));
        Assert.Equal("empty", await standard.Client.GetStringAsync("/api/EmptyRoute"));
    }

    [Fact]
    public async Task The_hosts_own_page_hides_the_root_until_it_is_disabled()
    {
        var enabled = new Dictionary<string, string?> { ["AzureWebJobsDisableHomepage"] = null };
        await using var visible = await TestHost.StartAsync([typeof(RoutingTests.Routes)], settings: enabled);
        await using var disabled = await TestHost.StartAsync([typeof(Named)]);

        Assert.Contains("AzureWebJobsDisableHomepage", await visible.Client.GetStringAsync("/"), StringComparison.Ordinal);
        using var nothing = await disabled.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);
    }

    [Fact]
    public async Task Local_settings_are_configuration_and_the_environment_wins()
    {
        Environment.SetEnvironmentVariable("HSVO_WORKER_TEST_B", "environment");
        const string Settings = """{ "Values": { "HSVO_WORKER_TEST_A": "file", "HSVO_WORKER_TEST_B": "file", "Section__Key": "nested" } }""";

        await using var host = await TestHost.StartAsync([typeof(Named)], localSettings: Settings);

        var configuration = host.Services.GetRequiredService<IConfiguration>();
        Assert.Equal("file", configuration["HSVO_WORKER_TEST_A"]);
        Assert.Equal("environment", configuration["HSVO_WORKER_TEST_B"]);
        Assert.Equal("nested", configuration["Section:Key"]);
        Environment.SetEnvironmentVariable("HSVO_WORKER_TEST_B", null);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true }""", "it is encrypted.")]
    [InlineData("""{ "Values": { "A": { "B": "c" } } }""", "the value of A must be a string.")]
    [InlineData("{", "")]
    public async Task Broken_local_settings_are_refused_with_one_line(string settings, string reason)
    {
        var refusal = await Assert.ThrowsAsync<LocalRunException>(() => TestHost.StartAsync([typeof(Named)], localSettings: settings));

        Assert.StartsWith($"local.settings.json can't be used: {reason}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_port_of_local_settings_counts_where_none_is_given()
    {
        string directory = Directory.CreateTempSubdirectory("hsvo-worker-").FullName;
        File.WriteAllText(Path.Combine(directory, "host.json"), TestHost.OpenHostJson);
        File.WriteAllText(Path.Combine(directory, "local.settings.json"), """{ "Host": { "LocalHttpPort": 7199 } }""");
        var unset = new LocalHostOptions { AppDirectory = directory };
        var given = new LocalHostOptions { AppDirectory = directory, Port = 0 };

        LocalFunctions.CreateBuilder(unset);
        LocalFunctions.CreateBuilder(given);

        Assert.Equal(7199, unset.Port);
        Assert.Equal(0, given.Port);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void An_app_is_built_once()
    {
        string directory = Directory.CreateTempSubdirectory("hsvo-worker-").FullName;
        File.WriteAllText(Path.Combine(directory, "host.json"), TestHost.OpenHostJson);
        var builder = LocalFunctions.CreateBuilder(new LocalHostOptions { AppDirectory = directory, FunctionTypes = [] });

        builder.Build().Dispose();

        Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Throws<InvalidOperationException>(() => builder.Use(next => next));
        Directory.Delete(directory, recursive: true);
    }

    public static class Named
    {
        [Function("Named")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text("named");

        [Function("EmptyRoute")]
        public static IResult Empty([HttpTrigger(AuthorizationLevel.Anonymous, Route = "")] HttpRequest request) => Results.Text("empty");
    }

    public static class SlashRoute
    {
        [Function("Slash")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/")] HttpRequest request) => Results.Ok();
    }

    public static class AdminRoute
    {
        [Function("AdminRoute")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "Admin/x")] HttpRequest request) => Results.Ok();
    }

    public static class RuntimeRoute
    {
        [Function("RuntimeRoute")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "runtime")] HttpRequest request) => Results.Ok();
    }

    public static class BrokenRoute
    {
        [Function("BrokenRoute")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => Results.Ok();
    }

    public static class Untriggered
    {
        [Function("Untriggered")]
        public static IResult Run(HttpRequest request) => Results.Ok();
    }

    public static class Untyped
    {
        [Function("Untyped")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] string body) => Results.Ok();
    }

    public static class ValueTasks
    {
        [Function("ValueTasks")]
        public static ValueTask Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => ValueTask.CompletedTask;
    }

    public static class Twice
    {
        [Function("Twice")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Ok();

        [Function("twice")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Ok();
    }
}
