using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Hsvo.LocalHost.Tests.App;

public sealed class AppFunctions(IConfiguration configuration)
{
    /// <summary>What the local run made of a setting.</summary>
    [Function("Setting")]
    public IResult Setting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings/{name}")] HttpRequest request, string name) =>
        Results.Text(configuration[name]);

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
