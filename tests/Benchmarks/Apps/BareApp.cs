using Hsvo.LocalHost;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Web;

namespace Hsvo.Benchmarks.Apps;

/// <summary>
/// What our app is measured against: the smallest ASP.NET Core app that does the same outward work. It hands out files as they are, behind the same
/// token validation.
/// </summary>
internal static class BareApp
{
    /// <summary>The verb that makes this program be it.</summary>
    public const string Verb = "bare";

    /// <summary>The address of the plain body; the Brotli one stands beside it.</summary>
    public const string Path = "/feed";

    /// <summary>The body's tag.</summary>
    public const string Tag = "\"bare\"";

    /// <summary>Runs until it is ended.</summary>
    /// <param name="folder">The folder of the development key, with the files <c>feed.json</c> and <c>feed.br</c>.</param>
    public static async Task RunAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var isOfATenant = builder.Configuration["AzureAd:TenantId"] is not null;
        if (!isOfATenant)
        {
            builder.Configuration.AddInMemoryCollection(DevelopmentAuthority.Settings);
        }

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(builder.Configuration.GetSection("AzureAd"));
        builder.Services.AddAuthorization();
        if (!isOfATenant)
        {
            new DevelopmentAuthority(DevelopmentKey.Open(folder)).AnswerFor(builder.Services);
        }

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", () => "Hej");
        var plain = await ReadAsync(folder, "feed.json");
        var brotli = await ReadAsync(folder, "feed.br");
        app.MapGet(Path, (HttpRequest request) =>
        {
            var headers = request.HttpContext.Response.Headers;
            headers.ETag = Tag;
            if (request.Headers.IfNoneMatch == Tag)
            {
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }

            if (request.Headers.AcceptEncoding == "br")
            {
                headers.ContentEncoding = "br";
                return Results.Bytes(brotli, "application/json; charset=utf-8");
            }

            return Results.Bytes(plain, "application/json; charset=utf-8");
        }).RequireAuthorization();
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"Listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }

    private static async Task<byte[]> ReadAsync(string folder, string file) =>
        System.IO.Path.Combine(folder, file) is var path && File.Exists(path) ? await File.ReadAllBytesAsync(path) : [];
}
