using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Each request's id: ours always, in RequestId and in x-ms-request-id, where Power BI's clients look; the client's own, when it sent one, beside it.</summary>
internal static class RequestIds
{
    private const string Header = "RequestId";
    private const string PowerBIHeader = "x-ms-request-id";
    private const string ClientHeader = "x-ms-client-request-id";
    private const int MaxClientId = 100;

    /// <summary>Puts the ids on the response.</summary>
    public static void Add(HttpContext http)
    {
        var id = Guid.NewGuid().ToString();
        http.Response.Headers[Header] = id;
        http.Response.Headers[PowerBIHeader] = id;
        if (http.Request.Headers[ClientHeader] is [{ Length: > 0 and <= MaxClientId } client] && client.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            http.Response.Headers[ClientHeader] = client;
        }
    }

    /// <summary>The request's id.</summary>
    public static string Of(HttpContext http) => http.Response.Headers[Header].ToString();
}
