using System.Security.Cryptography;
using Hsvo.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>The published contract as it is served: made once for the address that the app is reached by.</summary>
public sealed class Contract
{
    private readonly PublicAddress _address;
    private readonly ContractIdentity _identity;

    // The one made last: there is one public address, and a run without takes each client's.
    private volatile Served? _served;

    internal Contract(PublicAddress address, ContractIdentity identity) => (_address, _identity) = (address, identity);

    /// <summary>Where the OpenAPI document is.</summary>
    public string AddressFor(HttpRequest request) => $"{_address.BaseOf(request)}/{ContractOperation.Root}/openapi.json";

    /// <summary>The document as JSON with its entity tag, and 304 to who has it already.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var host = _address.BaseOf(request);
        if (_served is not { } served || served.Host != host)
        {
            var json = await ContractDocument.Make(host, _identity).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
            var bytes = System.Text.Encoding.UTF8.GetBytes(json);
            _served = served = new(host, bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        }

        request.HttpContext.Response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = TimeSpan.FromMinutes(5) };
        return TaggedBytes.Of(request, served.Json, "application/json; charset=utf-8", served.Tag);
    }

    /// <summary>The contract as a page to read.</summary>
    public async Task<IResult> RenderAsync(PageRenderer renderer) =>
        Results.Bytes(await renderer.RenderAsync<ContractPage>(new Dictionary<string, object?> { [nameof(ContractPage.Identity)] = _identity }), "text/html; charset=utf-8");

    private sealed record Served(string Host, byte[] Json, string Tag);
}
