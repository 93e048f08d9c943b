using System.Globalization;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>An answer's revision as an entity tag (RFC 9110, section 13.1): who changes one says which it saw.</summary>
internal static class RevisionTags
{
    private static readonly Failure Wrong = Of(FailureKind.Malformed, "precondition.invalid",
        "Skicka If-Match med den revision du såg, \"3\", eller If-None-Match: * när det inte finns något svar än.",
        "Send If-Match with the revision you saw, \"3\", or If-None-Match: * when there is no answer yet.");

    /// <summary>That neither was sent.</summary>
    public static Failure Needed { get; } = Of(FailureKind.Malformed, "precondition.required",
        "Säg vilken revision du ändrar: If-Match med ETag ur svaret, eller If-None-Match: * för ett nytt svar.",
        "Say which revision you change: If-Match with the answer's ETag, or If-None-Match: * for a new answer.");

    /// <summary>Says which revision is answered.</summary>
    public static void Set(HttpResponse response, int revision) =>
        response.GetTypedHeaders().ETag = new(string.Create(CultureInfo.InvariantCulture, $"\"{revision}\""));

    /// <summary>The revision that a request's sender saw: 0 for If-None-Match: *, null when it doesn't say.</summary>
    /// <param name="request">The request.</param>
    /// <param name="revision">Gets the revision.</param>
    /// <returns>What is wrong with what it says; null when nothing is.</returns>
    public static Failure? Read(HttpRequest request, out int? revision)
    {
        revision = null;
        var (sentMatch, sentNoneMatch) = (request.Headers.IfMatch.Count > 0, request.Headers.IfNoneMatch.Count > 0);
        if (!sentMatch && !sentNoneMatch)
        {
            return null;
        }

        var headers = request.GetTypedHeaders();
        if (!sentMatch && headers.IfNoneMatch is [var none] && none.Equals(EntityTagHeaderValue.Any))
        {
            revision = 0;
            return null;
        }

        if (!sentNoneMatch && headers.IfMatch is [{ IsWeak: false } tag]
            && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            revision = seen;
            return null;
        }

        return Wrong;
    }

    private static Failure Of(FailureKind kind, string code, string swedish, string english) =>
        new(kind, code, swedish, english) { Faults = [new(code, "If-Match", swedish, english)] };
}
