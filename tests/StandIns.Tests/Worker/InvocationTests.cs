using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.StandIns.Tests.Worker;

public sealed class InvocationTests
{
    [Fact]
    public async Task A_throw_is_500_without_a_body_and_headers_that_were_set_stay()
    {
        await using var host = await TestHost.StartAsync([typeof(Outcomes)]);

        using var response = await host.Client.GetAsync("/throws");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(["set"], response.Headers.GetValues("x-before"));
    }

    [Theory]
    [InlineData("/null")]
    [InlineData("/poco")]
    [InlineData("/nothing")]
    public async Task What_is_no_IResult_is_an_empty_200(string path)
    {
        await using var host = await TestHost.StartAsync([typeof(Outcomes)]);

        using var response = await host.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/values/7/6f9619ff-8b86-d011-b42d-00c04fc964ff?note=hej", "7 6f9619ff-8b86-d011-b42d-00c04fc964ff hej 3")]
    [InlineData("/values/7/6f9619ff-8b86-d011-b42d-00c04fc964ff?note=hej&limit=9", "7 6f9619ff-8b86-d011-b42d-00c04fc964ff hej 9")]
    [InlineData("/values/7/6f9619ff-8b86-d011-b42d-00c04fc964ff?code=k", "7 6f9619ff-8b86-d011-b42d-00c04fc964ff  3")]
    public async Task Parameters_come_from_route_and_query_by_name(string path, string expected)
    {
        await using var host = await TestHost.StartAsync([typeof(Outcomes)]);

        Assert.Equal(expected, await host.Client.GetStringAsync(path));
    }

    [Fact]
    public async Task A_route_value_that_is_not_of_the_parameters_type_is_500()
    {
        await using var host = await TestHost.StartAsync([typeof(Outcomes)]);

        using var response = await host.Client.GetAsync("/values/seven/6f9619ff-8b86-d011-b42d-00c04fc964ff");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task The_host_that_a_client_names_in_Host_arrives_and_in_X_Forwarded_Host_does_not()
    {
        await using var host = await TestHost.StartAsync([typeof(Outcomes)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/host");
        request.Headers.Host = "named.example";
        request.Headers.Add("X-Forwarded-Host", "forged.example");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal("named.example and nothing", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/level/function")]
    [InlineData("/level/admin")]
    public async Task Keys_are_not_asked_for_locally(string path)
    {
        await using var host = await TestHost.StartAsync([typeof(Outcomes)]);

        Assert.Equal("open", await host.Client.GetStringAsync(path));
    }

    [Fact]
    public async Task Each_invocation_has_services_of_its_own_which_end_with_it()
    {
        var probe = new Probe();
        await using var host = await TestHost.StartAsync([typeof(Scoped)], builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(probe);
            builder.Services.AddScoped<ScopedThing>();
        });

        string first = await host.Client.GetStringAsync("/scoped");
        string second = await host.Client.GetStringAsync("/scoped");

        Assert.Equal("1 1 1", first);
        Assert.Equal("2 2 2", second);
        await probe.Disposed.WaitAsync(TimeSpan.FromSeconds(30));
        await probe.Disposed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_context_tells_about_the_function_and_the_invocation()
    {
        await using var host = await TestHost.StartAsync([typeof(Outcomes)]);

        string first = await host.Client.GetStringAsync("/context");
        string second = await host.Client.GetStringAsync("/context");

        Assert.Equal($"Context {typeof(Outcomes).FullName}.Context Hsvo.StandIns.Tests.dll httpTrigger http HttpRequest,FunctionContext", first.Split('|')[1]);
        Assert.True(Guid.TryParse(first.Split('|')[0], out _));
        Assert.NotEqual(first.Split('|')[0], second.Split('|')[0]);
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_invocation()
    {
        var probe = new Probe();
        await using var host = await TestHost.StartAsync([typeof(Waiting)], builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(probe);
        });
        using var caller = new CancellationTokenSource();

        var request = host.Client.GetAsync("/waits", caller.Token);
        await probe.Entered.WaitAsync(TimeSpan.FromSeconds(30));
        await caller.CancelAsync();

        Assert.True(await probe.Cancelled.WaitAsync(TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Stopping_the_host_lets_a_request_finish()
    {
        var probe = new Probe();
        await using var host = await TestHost.StartAsync([typeof(Waiting)], builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(probe);
        });

        var request = host.Client.GetStringAsync("/waits");
        await probe.Entered.WaitAsync(TimeSpan.FromSeconds(30));
        var stop = host.StopAsync();
        probe.Release.Release();

        Assert.Equal("finished", await request);
        await stop;
    }

    public sealed class Probe
    {
        public SemaphoreSlim Entered { get; } = new(0);

        public SemaphoreSlim Release { get; } = new(0);

        public SemaphoreSlim Cancelled { get; } = new(0);

        public SemaphoreSlim Disposed { get; } = new(0);

        public int Things { get; set; }
    }

    public sealed class ScopedThing(Probe probe) : IDisposable
    {
        public int Number { get; } = ++probe.Things;

        public void Dispose() => probe.Disposed.Release();
    }

    public sealed class Scoped(ScopedThing thing)
    {
        [Function("Scoped")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scoped")] HttpRequest request, FunctionContext context) => Results.Text(
            $"{thing.Number} {context.InstanceServices.GetRequiredService<ScopedThing>().Number} {request.HttpContext.RequestServices.GetRequiredService<ScopedThing>().Number}");
    }

    public sealed class Waiting(Probe probe)
    {
        [Function("Waiting")]
        public async Task<IResult> RunAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request, CancellationToken cancellationToken)
        {
            probe.Entered.Release();
            try
            {
                await probe.Release.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                probe.Cancelled.Release();
                throw;
            }

            return Results.Text("finished");
        }
    }

    public static class Outcomes
    {
        [Function("Throws")]
        public static Task<IResult> Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["x-before"] = "set";
            throw new InvalidOperationException("No.");
        }

        [Function("Null")]
        public static Task<IResult?> Null([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "null")] HttpRequest request) =>
            Task.FromResult<IResult?>(null);

        [Function("Poco")]
        public static Task<Uri> Poco([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "poco")] HttpRequest request) =>
            Task.FromResult(new Uri("http://example.test"));

        [Function("Nothing")]
        public static Task Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) => Task.CompletedTask;

        [Function("Values")]
        public static IResult Values(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "values/{number}/{id}")] HttpRequest request, int number, Guid id, string? note, int limit = 3) =>
            Results.Text($"{number} {id} {note} {limit}");

        [Function("Host")]
        public static IResult Host([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "host")] HttpRequest request) =>
            Results.Text($"{request.Host} and {(request.Headers.ContainsKey("X-Forwarded-Host") ? "more" : "nothing")}");

        [Function("Function")]
        public static IResult Function([HttpTrigger(AuthorizationLevel.Function, "get", Route = "level/function")] HttpRequest request) => Results.Text("open");

        [Function("Admin")]
        public static IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "level/admin")] HttpRequest request) => Results.Text("open");

        [Function("Context")]
        public static IResult Context([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "context")] HttpRequest request, FunctionContext context)
        {
            var definition = context.FunctionDefinition;
            Assert.Same(request.HttpContext, context.GetHttpContext());
            return Results.Text(
                $"{context.InvocationId}|{definition.Name} {definition.EntryPoint} {Path.GetFileName(definition.PathToAssembly)} " +
                $"{definition.InputBindings["request"].Type} {definition.OutputBindings["$return"].Type} " +
                string.Join(',', definition.Parameters.Select(parameter => parameter.Type.Name)));
        }
    }
}
