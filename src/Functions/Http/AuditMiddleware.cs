using System.Security.Claims;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http.Operations;
using Hsvo.UseCases;
using Hsvo.UseCases.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Identity.Web;

namespace Hsvo.Functions.Http;

/// <summary>
/// Says of each request by which door it came, what it asked for and its id: what is written keeps that, and so does what is refused of someone who is signed
/// in. Whoever isn't is counted.
/// </summary>
/// <param name="refused">Keeps refusals.</param>
/// <param name="tenants">Whose tokens are taken.</param>
internal sealed class AuditMiddleware(RefusedRequests refused, Tenants tenants) : IFunctionsWorkerMiddleware
{
    private const int MaxAddress = 300;

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            http.Features.Set(new Origin(DoorOf(http.Request.Path), ServedOperation.FunctionOf(context, http), RequestIds.Of(http)));
            http.Features.Set(this);
        }

        return next(context);
    }

    /// <summary>Keeps that a request is refused, before it is answered.</summary>
    public async Task KeepRefusalAsync(HttpContext http, Failure failure, int status)
    {
        var caller = http.Features.Get<Caller>();
        if ((caller?.ObjectId ?? await ForeignerOf(http)) is not { } by || http.Features.Get<Origin>() is not { } origin)
        {
            RefusedRequests.CountAnonymous(failure.Code);
            return;
        }

        await refused.KeepAsync(by, origin, new(status, failure.Code, http.Request.Method, AddressOf(http.Request.Path)), caller?.IsExample == true);
    }

    // A good token that isn't taken: of a tenant that isn't ours, for one. The handler keeps what it found, so that asking again checks nothing twice.
    private async Task<string?> ForeignerOf(HttpContext http) =>
        await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme) is { Succeeded: true, Principal: var token } ? NameOf(token) : null;

    private string? NameOf(ClaimsPrincipal token) =>
        Guid.TryParse(token.GetObjectId(), out var objectId) && Guid.TryParse(token.GetTenantId(), out var tenant)
            ? tenant == tenants.Home ? $"{objectId}" : $"{objectId}@{tenant}"
            : null;

    private static Door DoorOf(PathString path) =>
        path.StartsWithSegments("/hsvo", StringComparison.OrdinalIgnoreCase) ? Door.Api
        : path.StartsWithSegments("/v1.0", StringComparison.OrdinalIgnoreCase) ? Door.PowerBI
        : path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase) ? Door.OData
        : Door.Page;

    // Without its query, and without what somebody may have typed into it that names a person.
    private static string AddressOf(PathString path)
    {
        var address = path.Value ?? "/";
        return Personnummer.IsIn(address) ? "…" : address.Length > MaxAddress ? $"{address[..MaxAddress]}…" : address;
    }
}
