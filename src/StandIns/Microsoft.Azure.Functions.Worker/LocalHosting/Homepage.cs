using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The host's own page at "/", which hides the app's until AzureWebJobsDisableHomepage is true.</summary>
internal sealed class Homepage(RequestDelegate next, IConfiguration configuration)
{
    private readonly bool _disabled = bool.TryParse(configuration["AzureWebJobsDisableHomepage"], out bool disabled) && disabled;

    public Task InvokeAsync(HttpContext http) => http.Request.Path.Value == "/" ? AnswerRootAsync(http) : next(http);

    private async Task AnswerRootAsync(HttpContext http)
    {
        if (!_disabled)
        {
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync(
                "<!doctype html><title>Functions</title><p>The host is up. To see the app's own page here, set AzureWebJobsDisableHomepage to true.", http.RequestAborted);
            return;
        }

        await next(http);
        if (http.GetEndpoint() is null && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
