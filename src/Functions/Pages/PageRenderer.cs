using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hsvo.Functions.Pages;

/// <summary>Renders a component to UTF-8 HTML with the framework's own renderer, which escapes every text.</summary>
/// <param name="services">The app's services.</param>
/// <param name="loggers">The app's logging.</param>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>What pages are.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>Renders one component.</summary>
    /// <typeparam name="TComponent">The component.</typeparam>
    /// <param name="parameters">Its parameters by name.</param>
    public async Task<byte[]> RenderAsync<TComponent>(IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return Encoding.UTF8.GetBytes(html);
    }

    /// <summary>Renders a page.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <param name="page">What it knows of its request.</param>
    /// <param name="parameters">Its other parameters by name.</param>
    public Task<byte[]> RenderAsync<TPage>(PageContext page, Dictionary<string, object?> parameters)
        where TPage : PageComponent => RenderAsync<TPage>(new Dictionary<string, object?>(parameters) { [nameof(PageComponent.Page)] = page });

    /// <summary>Answers with a page that is made for this request alone and kept nowhere.</summary>
    /// <typeparam name="TPage">The page.</typeparam>
    /// <param name="page">What it knows of its request.</param>
    /// <param name="parameters">Its other parameters by name.</param>
    /// <param name="status">The answer's status: 422 or the like where a form comes back with its errors.</param>
    public async Task<IResult> AnswerAsync<TPage>(PageContext page, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : PageComponent => new Rendered(await RenderAsync<TPage>(page, parameters), status);

    private sealed class Rendered(byte[] html, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = ContentType;
            httpContext.Response.ContentLength = html.Length;
            await httpContext.Response.Body.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
