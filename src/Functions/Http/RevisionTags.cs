using System.Globalization;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>
/// The revision of what is there as an entity tag (RFC 9110, section 13.1): who changes it says which it saw. A tag is the revision, <c>"3"</c>, or that and
/// what tells one form of the answer from another, <c>"3.9f2c"</c>: a change asks for the revision alone.
/// </summary>
internal static class RevisionTags
{
    /// <summary>What is seen by whoever says <c>If-Match: *</c>: any revision, so long as there is one.</summary>
    public const int AnyThereIs = int.MaxValue;

    private static readonly Failure Wrong = Of(FailureKind.Malformed, "precondition.invalid",
        "Skicka If-Match med en enda ETag ur ett svar, \"3\", eller *; eller If-None-Match: * när det inte finns något svar än.",
        "Send If-Match with one ETag of an answer, \"3\", or *; or If-None-Match: * when there is no answer yet.");

    private static readonly Failure Unmatched = Of(FailureKind.PreconditionFailed, "precondition.unmatched",
        "Inget har sparats: ETag i If-Match är svag (W/) eller inte härifrån, och stämmer då aldrig.",
        "Nothing was stored: the ETag in If-Match is weak (W/) or not ours, and so never matches.");

    /// <summary>That neither was sent.</summary>
    public static Failure Needed { get; } = Of(FailureKind.Malformed, "precondition.required",
        "Säg vilken revision du ändrar: If-Match med ETag ur svaret, eller If-None-Match: * för ett nytt svar.",
        "Say which revision you change: If-Match with the answer's ETag, or If-None-Match: * for a new answer.");

    /// <summary>That there is none, when <c>If-Match: *</c> asks that there is.</summary>
    public static Failure NothingThere { get; } = Of(FailureKind.PreconditionFailed, "precondition.nothingThere",
        "Inget har sparats: If-Match: * ändrar det som finns, och det finns inget här än.",
        "Nothing was stored: If-Match: * changes what is there, and nothing is there yet.");

    /// <summary>Says which revision is answered.</summary>
    public static void Set(HttpResponse response, int revision) =>
        response.GetTypedHeaders().ETag = new(string.Create(CultureInfo.InvariantCulture, $"\"{revision}\""));

    /// <summary>A version for the entity tag of an answer that has several forms: by reader, query and day.</summary>
    /// <param name="revision">The revision of what is there.</param>
    /// <param name="form">What tells this form of it from others.</param>
    public static string Version(int revision, string form) => string.Create(CultureInfo.InvariantCulture, $"{revision}.{form}");

    /// <summary>
    /// The revision that a request's sender saw: 0 for If-None-Match: *, <see cref="AnyThereIs"/> for If-Match: *, null when it doesn't say. A weak tag and
    /// one of somebody else's never match (RFC 9110, 13.1.1).
    /// </summary>
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
        if (sentMatch && sentNoneMatch)
        {
            return Wrong;
        }

        if (sentNoneMatch)
        {
            revision = 0;
            return headers.IfNoneMatch is [var none] && none.Equals(EntityTagHeaderValue.Any) ? null : Wrong;
        }

        if (headers.IfMatch is not [var tag])
        {
            return Wrong;
        }

        revision = tag.Equals(EntityTagHeaderValue.Any) ? AnyThereIs : tag.IsWeak ? null : RevisionOf(tag);
        return revision is null ? Unmatched : null;
    }

    /// <summary>The same of a change that can only be of what is there.</summary>
    /// <param name="request">The request.</param>
    /// <param name="revision">Gets the revision; null for any.</param>
    /// <returns>What is wrong with what it says; null when nothing is.</returns>
    public static Failure? ReadOfExisting(HttpRequest request, out int? revision)
    {
        var wrong = Read(request, out revision);
        if (wrong is not null)
        {
            return wrong;
        }

        if (revision == AnyThereIs)
        {
            revision = null;
        }

        // That it isn't there can't be asked for.
        return revision == 0 ? Needed : null;
    }

    private static int? RevisionOf(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        var number = text.IndexOf('.') is >= 0 and var at ? text[..at] : text;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) && seen < AnyThereIs ? seen : null;
    }

    private static Failure Of(FailureKind kind, string code, string swedish, string english) =>
        new(kind, code, swedish, english) { Faults = [new(code, "If-Match", swedish, english)] };
}
