using Microsoft.AspNetCore.Http;

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
    /// <param name="tag">Its entity tag, with its quotes.</param>
    public static IResult Of(HttpRequest request, ReadOnlyMemory<byte> content, string contentType, string tag)
    {
        request.HttpContext.Response.Headers.ETag = tag;
        return EntityTags.IsKnown(request, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(content, contentType);
    }
}
