using Hsvo.Contracts.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>Says what this API is.</summary>
/// <param name="contract">The contract.</param>
public sealed class ApiInfoFunction(Contract contract)
{
    /// <summary><c>GET /hsvo/v1/api-info</c>: name, version, day of release, documentation and status (DIGG's profile, VER.06).</summary>
    [Function("GetApiInfo")]
    [Access(Access.Open)]
    [Operation("Säger vad det här API:et är. Namn, version, när den släpptes, var dokumentationen finns och om API:et är i bruk.",
        "Says what this API is. Name, version, when it was released, where its documentation is and whether it is in use.", Answer = typeof(ApiInfoDocument))]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/api-info")] HttpRequest request) =>
        Results.Json(
            new ApiInfoDocument(ContractIdentity.Name, ContractIdentity.Version, ContractIdentity.Released, contract.AddressFor(request), ContractIdentity.Status), Json.Api);
}
