using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>Entity tags: of what is made of several things, and whether a client has what one names.</summary>
internal static class EntityTags
{
    /// <summary>A text that is another when any of the versions is.</summary>
    public static string Of(IEnumerable<string> versions) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', versions))).AsSpan(0, 12));

    /// <summary>
    /// Whether a client has the document already (<c>If-None-Match</c>; RFC 9110, 13.1.2). Most send back the one tag that they were given, which needs no
    /// reading.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="tag">The document's tag, with its quotes.</param>
    public static bool IsKnown(HttpRequest request, string tag) => request.Headers.IfNoneMatch == tag
        || request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(new(tag), useStrongComparison: false));
}
