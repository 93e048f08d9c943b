using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hsvo.StandIns.Tests.Worker;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_added_and_sees_the_request_after_ConfigureFunctionsWebApplication()
    {
        var steps = new List<string>();
        await using var host = await TestHost.StartAsync([typeof(Hello)], builder =>
        {
            builder.Services.AddSingleton(steps);
            builder.UseMiddleware<Before>();
            builder.ConfigureFunctionsWebApplication();
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware<Inner>();
        });

        Assert.Equal("hello", await host.Client.GetStringAsync("/hello"));

        Assert.Equal(["before: no request", "outer: /hello", "inner: Hello", "function", "inner out", "outer out: 200 False"], steps);
    }

    [Fact]
    public async Task Middleware_may_answer_by_itself()
    {
        var steps = new List<string>();
        await using var host = await TestHost.StartAsync([typeof(Hello)], builder =>
        {
            builder.Services.AddSingleton(steps);
            builder.ConfigureFunctionsWebApplication();
            builder.UseMiddleware<Refusing>();
        });

        using var response = await host.Client.GetAsync("/hello");

        Assert.Equal(StatusCodes.Status403Forbidden, (int)response.StatusCode);
        Assert.Equal("no", await response.Content.ReadAsStringAsync());
        Assert.Empty(steps);
    }

    [Fact]
    public async Task Nobody_signs_in_unless_the_apps_own_middleware_asks()
    {
        var steps = new List<string>();
        await using var host = await TestHost.StartAsync([typeof(Hello)], builder =>
        {
            builder.Services.AddSingleton(steps);
            builder.Services.AddAuthentication(authentication =>
            {
                authentication.DefaultScheme = "Throwing";
                authentication.AddScheme<ThrowingHandler>("Throwing", displayName: null);
            });
            builder.Services.AddAuthorization();
            builder.ConfigureFunctionsWebApplication();
        });

        Assert.Equal("hello", await host.Client.GetStringAsync("/hello"));
    }

    public sealed class Hello(List<string> steps)
    {
        [Function("Hello")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello")] HttpRequest request)
        {
            steps.Add("function");
            return Results.Text("hello");
        }
    }

    public sealed class Before(List<string> steps) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            steps.Add(context.GetHttpContext() is null ? "before: no request" : "before: request");
            return next(context);
        }
    }

    public sealed class Outer(List<string> steps) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var http = context.GetHttpContext()!;
            steps.Add($"outer: {http.Request.Path}");
            await next(context);
            steps.Add($"outer out: {http.Response.StatusCode} {http.Response.HasStarted}");
        }
    }

    public sealed class Inner(List<string> steps) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            steps.Add($"inner: {context.FunctionDefinition.Name}");
            await next(context);
            steps.Add("inner out");
        }
    }

    public sealed class Refusing : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var response = context.GetHttpContext()!.Response;
            response.StatusCode = StatusCodes.Status403Forbidden;
            return response.WriteAsync("no", context.CancellationToken);
        }
    }

    public sealed class ThrowingHandler : IAuthenticationHandler
    {
        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context) => Task.CompletedTask;

        public Task<AuthenticateResult> AuthenticateAsync() => throw new InvalidOperationException("Nobody asked for this.");

        public Task ChallengeAsync(AuthenticationProperties? properties) => Task.CompletedTask;

        public Task ForbidAsync(AuthenticationProperties? properties) => Task.CompletedTask;
    }
}
