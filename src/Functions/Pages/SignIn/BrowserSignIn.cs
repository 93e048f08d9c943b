using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Pages.SignIn;

/// <summary>
/// A browser's sign-in. The platform (App Service Authentication) signs people in, keeps their session by a cookie and hands the app the access token of
/// each request, which is validated as any bearer token is: nothing the platform says of the caller beside it is taken on trust.
/// </summary>
public static class BrowserSignIn
{
    /// <summary>The header in which the platform hands over the token. It lets no client send it.</summary>
    public const string TokenHeader = "X-MS-TOKEN-AAD-ACCESS-TOKEN";

    /// <summary>Has a page's request be one with a bearer token, where it brought no token of its own. Called for functions with <see cref="PageAttribute"/> alone: a browser
    /// sends its sign-in along whoever made it ask, so that an API that took it could be made to act by any page.</summary>
    internal static void Take(HttpRequest request)
    {
        if (!request.Headers.ContainsKey(HeaderNames.Authorization) && request.Headers[TokenHeader] is [{ Length: > 0 } token])
        {
            request.Headers.Authorization = $"Bearer {token}";
        }
    }
}
