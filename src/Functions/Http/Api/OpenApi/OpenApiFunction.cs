using Hsvo.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>Serves the published contract.</summary>
/// <param name="contract">The contract.</param>
/// <param name="renderer">Renders its page.</param>
public sealed class OpenApiFunction(Contract contract, PageRenderer renderer)
{
    /// <summary><c>GET /hsvo/v1/openapi.json</c>: the OpenAPI document of this API, made from the functions that serve.</summary>
    [Function("GetOpenApi")]
    [Access(Access.Open)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/openapi.json")] HttpRequest request, CancellationToken cancellationToken) =>
        contract.AnswerAsync(request, cancellationToken);

    /// <summary><c>GET /hsvo/v1/documentation</c>: the contract as a page: terms, service level, limits, addresses and error codes.</summary>
    [Function("GetDocumentation")]
    [Access(Access.Open)]
    public Task<IResult> RenderAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/documentation")] HttpRequest request) =>
        contract.RenderAsync(renderer);
}
