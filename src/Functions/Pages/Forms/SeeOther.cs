using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Pages.Forms;

/// <summary>Sends a browser on after a form was taken, so that loading the page anew sends nothing again (303).</summary>
/// <param name="path">A path of this service.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
