using System.Net.Http.Headers;
using System.Text;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>A request that must not be stored.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Body">The body, made anew for each sending.</param>
internal sealed record MalformedRequest(string Name, Func<HttpContent> Body)
{
    /// <summary>The method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Added to the path.</summary>
    public string Query { get; init; } = "";

    /// <summary>Another path than the usual one; null for that.</summary>
    public string? Path { get; init; }

    public IReadOnlyList<string> IdempotencyKeys { get; init; } = [];

    public IReadOnlyList<string> SequenceNumbers { get; init; } = [];

    /// <summary>The header If-Match; null for none.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Without Content-Length.</summary>
    public bool IsChunked { get; init; }

    public static MalformedRequest Json(string name, string json) => new(name, () => Requests.JsonContent(json));

    public static MalformedRequest Bytes(string name, params byte[][] parts) => new(name, () => OfType("application/json", [.. parts.SelectMany(p => p)]));

    public static HttpContent OfType(string? type, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public HttpRequestMessage ToMessage(string usualPath)
    {
        var message = new HttpRequestMessage(new(Method), (Path ?? usualPath) + Query) { Content = Body() };
        message.Headers.TransferEncodingChunked = IsChunked ? true : null;
        Assert.True(IfMatch is null || message.Headers.TryAddWithoutValidation("If-Match", IfMatch));
        foreach (var key in IdempotencyKeys)
        {
            Assert.True(message.Headers.TryAddWithoutValidation("Idempotency-Key", key));
        }

        foreach (var number in SequenceNumbers)
        {
            Assert.True(message.Headers.TryAddWithoutValidation("X-PowerBI-PushData-SequenceNumber", number));
        }

        return message;
    }
}
