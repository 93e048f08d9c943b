using Hsvo.Functions.Http.Operations;
using Hsvo.Functions.Pages.SignIn;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>
/// The app's own check, before any function: function keys serve /admin alone, so each function is anonymous to the host and refused here by default.
/// </summary>
/// <param name="policy">The rules.</param>
/// <param name="callers">Who the callers are.</param>
/// <param name="tokens">Whose tokens are known.</param>
/// <param name="limits">How often each may ask.</param>
internal sealed class AccessMiddleware(AccessPolicy policy, Callers callers, KnownTokens tokens, CallerLimits limits) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var function = ServedOperation.FunctionOf(context, http);
        var isPage = AccessPolicy.IsPage(function);
        if (isPage)
        {
            BrowserSignIn.Take(http.Request);
        }

        // A page needs the token's own claims.
        var (signedIn, signIn) = await tokens.SignInAsync(http, anew: isPage);
        var caller = signedIn?.Caller;
        if (limits.Refuse(http, caller) is { } tooMany)
        {
            await FailureResult.Of(tooMany).ExecuteAsync(http);
            return;
        }

        if (caller is not null)
        {
            http.Features.Set(caller);
            if (isPage)
            {
                // What a form's forgery token is bound to.
                http.User = signIn.Principal!;
            }

            if (!policy.IsOpen(function) && !AccessPolicy.Allows(function, caller))
            {
                await FailureResult.Of(SignInFailures.RoleMissing(AccessPolicy.RolesOf(function))).ExecuteAsync(http);
                return;
            }

            if (signedIn!.DepartmentUnclear is { } unclear && !caller.Is(Role.Coordinator) && AccessPolicy.IsForReporters(function))
            {
                await FailureResult.Of(unclear).ExecuteAsync(http);
                return;
            }
        }
        else if (!policy.IsOpen(function) && SignInFailures.IsOfLoginHostAway(signIn.Failure))
        {
            await FailureResult.Of(SignInFailures.LoginHostAway).ExecuteAsync(http);
            return;
        }
        else if (!policy.IsOpen(function))
        {
            var tokenWasSent = signIn.Failure is not null || signIn.Succeeded;
            http.Response.Headers.WWWAuthenticate = callers.Challenge(tokenWasSent, http.Request.Headers.ContainsKey(HeaderNames.Authorization));
            await FailureResult.Of(tokenWasSent ? SignInFailures.TokenRefused : SignInFailures.SignInNeeded, StatusCodes.Status401Unauthorized).ExecuteAsync(http);
            return;
        }

        await next(context);
    }
}
