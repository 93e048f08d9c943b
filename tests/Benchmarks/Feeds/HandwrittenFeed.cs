using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hsvo.Contracts.OData;
using Hsvo.LocalHost;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Web;

namespace Hsvo.Benchmarks.Feeds;

/// <summary>
/// What the feed is measured against: an endpoint that somebody wrote by hand for just these questions, LINQ over the rows in memory, behind the same
/// token validation. It knows no OData.
/// </summary>
internal static class HandwrittenFeed
{
    /// <summary>The verb that makes this program be it.</summary>
    public const string Verb = "handwritten";

    private const int PageSize = 1000;

    /// <summary>Runs until it is ended.</summary>
    /// <param name="folder">The folder of the development key, with the rows in <c>rows.json</c>.</param>
    public static async Task RunAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(DevelopmentAuthority.Settings);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(builder.Configuration.GetSection("AzureAd"));
        builder.Services.AddAuthorization();
        new DevelopmentAuthority(DevelopmentKey.Open(folder)).AnswerFor(builder.Services);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseAuthentication();
        app.UseAuthorization();
        await using var file = File.OpenRead(Path.Combine(folder, "rows.json"));
        var rows = (await JsonSerializer.DeserializeAsync<List<ReportRow>>(file, HandwrittenJson.Written.Options))!;
        app.MapGet("/first", (int skip) => Json(new(null, null, rows.Skip(skip).Take(100)))).RequireAuthorization();
        app.MapGet("/equal", (string department, string round, int skip) =>
            Json(new(null, null, rows.Where(r => r.DepartmentId == department && r.RoundId == round).Skip(skip).Take(100)))).RequireAuthorization();
        app.MapGet("/sorted", (string prefix, int skip) =>
        {
            var found = rows.Where(r => r.NodeId.StartsWith(prefix, StringComparison.Ordinal)).ToList();
            return Json(new(found.Count, null, found.OrderByDescending(r => r.StatusId).ThenBy(r => r.ReportKey, StringComparer.Ordinal).Skip(skip).Take(50)));
        }).RequireAuthorization();
        app.MapGet("/page", (int skip) =>
            Json(new(null, skip + PageSize < rows.Count ? $"page?skip={skip + PageSize}" : null, rows.Skip(skip).Take(PageSize)))).RequireAuthorization();
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"Listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }

    private static IResult Json(HandwrittenPage page) => Results.Json(page, HandwrittenJson.Written.HandwrittenPage);
}

/// <summary>A page.</summary>
internal sealed record HandwrittenPage(
    [property: JsonPropertyName("@odata.count")] int? Count,
    [property: JsonPropertyName("@odata.nextLink")] string? NextLink,
    [property: JsonPropertyName("value")] IEnumerable<ReportRow> Value);

/// <summary>Its JSON, by code that the compiler makes: as fast as JSON is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HandwrittenPage))]
[JsonSerializable(typeof(List<ReportRow>))]
internal sealed partial class HandwrittenJson : JsonSerializerContext
{
    public static HandwrittenJson Written { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
