using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>
/// Lets pages of other origins read answers, those named by the setting <c>Cors:AllowedOrigins</c> alone; without it no page may, and nothing of this runs.
/// Callers sign in by token, so no page is ever let send cookies along.
/// </summary>
internal static class CrossOrigin
{
    private const string Setting = "Cors:AllowedOrigins";

    /// <summary>Adds it where the setting names an origin.</summary>
    /// <param name="builder">The app.</param>
    /// <exception cref="InvalidOperationException">An origin is none, "*" for one.</exception>
    public static void AddCrossOrigin(this FunctionsApplicationBuilder builder)
    {
        var origins = OriginsOf(builder.Configuration);
        if (origins.Length == 0)
        {
            return;
        }

        var policy = new CorsPolicyBuilder(origins)
            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .AllowAnyHeader()
            .WithExposedHeaders(
                HeaderNames.ETag, HeaderNames.Location, HeaderNames.Link, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, HeaderNames.Allow,
                HeaderNames.TraceParent, HeaderNames.ContentDisposition, "RequestId", "OData-Version", "Preference-Applied")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))
            .Build();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy));
        builder.UseMiddleware<Middleware>();
    }

    /// <summary>The origins that the setting names.</summary>
    public static string[] OriginsOf(IConfiguration configuration) => [.. configuration.GetSection(Setting).GetChildren().Select(c => OriginOf(c.Path, c.Value))];

    // A browser sends scheme, host and port, in lower case and without a slash at the end; anything else would never be met. Plain http is for a page
    // that is tried on one's own machine.
    private static string OriginOf(string setting, string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback))
        && origin.GetLeftPart(UriPartial.Authority) == value
            ? value
            : throw new InvalidOperationException($"The setting {setting} must be an origin, https://host, without a path: '{value}'.");

    private sealed class Middleware(ICorsService cors, ICorsPolicyProvider policies) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            if (context.GetHttpContext() is not { } http)
            {
                await next(context);
                return;
            }

            var policy = await policies.GetPolicyAsync(http, policyName: null);
            var result = cors.EvaluatePolicy(http, policy!);

            // At the last moment: what answers from memory sets Vary itself.
            http.Response.OnStarting(() =>
            {
                cors.ApplyResult(result, http.Response);
                if (!http.Response.Headers.Vary.Contains(HeaderNames.Origin))
                {
                    http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
                }

                return Task.CompletedTask;
            });
            if (result is { IsPreflightRequest: true, IsOriginAllowed: true })
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            await next(context);
        }
    }
}
