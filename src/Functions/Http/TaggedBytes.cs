using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>
/// A document with its entity tag, and 304 to who has it already. It is read as feeds are: no other condition is looked at, since the framework's own answer
/// to one that fails has no body in the door's shape.
/// </summary>
internal static class TaggedBytes
{
    /// <summary>200, or 304.</summary>
    /// <param name="request">The request.</param>
    /// <param name="content">The document.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="tag">Its entity tag.</param>
    public static IResult Of(HttpRequest request, ReadOnlyMemory<byte> content, string contentType, EntityTagHeaderValue tag)
    {
        request.HttpContext.Response.GetTypedHeaders().ETag = tag;
        return request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(content, contentType);
    }
}
