using System.Text.Json;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>Turns what came of a use case into a response.</summary>
internal static class Answers
{
    // A new build may say the same status in another shape.
    private static readonly string Build = typeof(Answers).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>200 with the mapped value, or the failure.</summary>
    public static IResult ToResult<T, TDocument>(this Outcome<T> outcome, JsonSerializerOptions json, Func<T, TDocument> map)
        where T : class =>
        outcome.Succeeded(out var value, out var failure) ? Results.Json(map(value), json) : FailureResult.Of(failure);

    /// <summary>200 with an entity tag, or 304 when the client has it already (RFC 9110, 13.1.2).</summary>
    public static IResult Cached<TDocument>(HttpRequest request, string version, JsonSerializerOptions json, Func<TDocument> make)
    {
        var tag = new EntityTagHeaderValue($"\"{version}-{Build}\"");
        var headers = request.HttpContext.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new() { Private = true, NoCache = true };
        return request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(make(), json);
    }
}
