using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hsvo.Functions.Http.Api.OpenApi;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>
/// Stands between every test's client and the app, and fails the test when an answer of our own API isn't what the contract says: the status, the media
/// type, the shape, the error codes, the trace.
/// </summary>
internal sealed partial class AsPublished() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private static readonly HashSet<string> Codes = [.. ErrorCatalogue.All.Select(e => e.Code)];

    private static readonly (Regex Path, ContractViewOperation Operation)[] Operations =
    [
        .. Published.Contract.Operations.OrderBy(o => o.Path.Count(c => c == '{')).Select(o => (
            new Regex($"^/hsvo/v1{Parameter().Replace(o.Path, "[^/]+")}/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), o)),
    ];

    /// <summary>What differs between an answer and the contract; null when nothing does, or the contract says nothing of the address.</summary>
    public static async Task<string?> FaultOfAsync(HttpMethod method, Uri address, HttpResponseMessage answer)
    {
        if (Operations.FirstOrDefault(o => o.Path.IsMatch(address.AbsolutePath) && o.Operation.Method == method.Method).Operation is not { } operation)
        {
            return null;
        }

        var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var where = $"{operation.Name} answered {status}";
        if (operation.Responses.FirstOrDefault(r => r.Status == status).Response is not { } response)
        {
            return $"{where}, which the contract doesn't say: add it to Refuses of the function's [Operation], or answer something else.";
        }

        if (!answer.Headers.Contains("traceparent"))
        {
            return $"{where} without traceparent.";
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        var content = response["content"] as JsonObject ?? [];
        if (type is null ? content.Count > 0 && answer.StatusCode is not HttpStatusCode.NotModified : !content.ContainsKey(type))
        {
            return $"{where} as {type ?? "nothing"}; the contract says {string.Join(", ", content.Select(c => c.Key))}.";
        }

        return type?.EndsWith("json", StringComparison.Ordinal) == true && answer.Content.Headers.ContentEncoding.Count == 0
            ? FaultOf(where, content[type]!["schema"], JsonNode.Parse(await answer.Content.ReadAsStringAsync()))
            : null;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var fault = await FaultOfAsync(request.Method, request.RequestUri!, answer);
        Assert.True(fault is null, fault);
        return answer;
    }

    private static string? FaultOf(string where, JsonNode? schema, JsonNode? body)
    {
        var faults = Shape.Faults(Published.Contract, schema, body).Take(5).ToList();
        if (body?["code"] is { } code && body["errors"] is JsonArray errors)
        {
            faults.AddRange(errors.Select(e => e!["code"]!).Prepend(code).Select(c => c.GetValue<string>()).Where(c => !Codes.Contains(c)).Select(c => $"{c} is not in {nameof(ErrorCatalogue)}"));
        }

        return faults.Count > 0 ? $"{where} with another shape than the contract's: {string.Join("; ", faults)}" : null;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
