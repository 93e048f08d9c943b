using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Hsvo.LocalHost.Tests.App;

public sealed class AppFunctions(IConfiguration configuration, TimeProvider time)
{
    /// <summary>What the local run made of a setting.</summary>
    [Function("Setting")]
    public IResult Setting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings/{name}")] HttpRequest request, string name) =>
        Results.Text(configuration[name]);

    /// <summary>What day the app believes it is.</summary>
    [Function("Today")]
    public IResult Today([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "today")] HttpRequest request) =>
        Results.Text(time.GetUtcNow().ToString("yyyy-MM-dd HH", CultureInfo.InvariantCulture));

    /// <summary>Answers its beginning at once and its end when the request's body has come.</summary>
    [Function("Slow")]
    public static async Task SlowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "slow")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        await response.WriteAsync("begun");
        await response.Body.FlushAsync();
        using var reader = new StreamReader(request.Body);
        await response.WriteAsync($"ended with {await reader.ReadToEndAsync()}");
    }
}
