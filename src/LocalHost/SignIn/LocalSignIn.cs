using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hsvo.LocalHost.SignIn;

/// <summary>
/// Stands where App Service Authentication stands in Azure, before the app: <c>/.auth/login/aad</c> is a page to choose an example identity, a cookie keeps
/// it, and each request gets the identity's token in the header that the app reads. What a client itself sends in it is taken away.
/// </summary>
public sealed class LocalSignIn(DevelopmentTokens tokens) : IStartupFilter
{
    /// <summary>The header in which the platform hands over the token.</summary>
    public const string TokenHeader = "X-MS-TOKEN-AAD-ACCESS-TOKEN";

    /// <summary>The cookie of a sign-in; like the platform's it goes when the browser is closed.</summary>
    public const string CookieName = "hsvo-local-session";

    private const string SignInPath = "/.auth/login/aad";
    private const string SignOutPath = "/.auth/logout";

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(HandleAsync);
        next(app);
    };

    /// <summary>Where to go afterwards: a path of this host, and the first page for anything else, so that no link leads to another host by way of here.</summary>
    public static string ReturnPath(string? asked) =>
        asked is ['/', ..] and not ['/', '/' or '\\', ..] && !asked.Any(char.IsControl) && Uri.TryCreate(asked, UriKind.Relative, out _) ? asked : "/";

    private async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        http.Request.Headers.Remove(TokenHeader);
        if (http.Request.Path == SignInPath)
        {
            await SignInAsync(http);
            return;
        }

        if (http.Request.Path == SignOutPath)
        {
            http.Response.Cookies.Delete(CookieName);
            http.Response.Redirect(ReturnPath(http.Request.Query["post_logout_redirect_uri"]));
            return;
        }

        if (http.Request.Cookies.TryGetValue(CookieName, out var id) && Find(id) is { } identity)
        {
            http.Request.Headers[TokenHeader] = tokens.Create(identity);
        }

        await next(http);
    }

    private static async Task SignInAsync(HttpContext http)
    {
        var back = ReturnPath(http.Request.Query["post_login_redirect_uri"]);
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            await WriteAsync(http, back);
            return;
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (Find(form["identity"]) is not { } identity)
        {
            await WriteAsync(http, back);
            return;
        }

        http.Response.Cookies.Append(CookieName, $"{identity.ObjectId}", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = back;
    }

    private static DevelopmentIdentity? Find(string? id) =>
        Guid.TryParse(id, out var objectId) ? DevelopmentIdentities.All.FirstOrDefault(i => i.ObjectId == objectId) : null;

    private static Task WriteAsync(HttpContext http, string back)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return http.Response.WriteAsync(LocalSignInPage.Write(back, HtmlEncoder.Default), http.RequestAborted);
    }
}
