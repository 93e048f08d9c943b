using System.Text;
using System.Text.Json;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Reads a JSON body strictly (RFC 8259): bounded in size and depth, no comments, no property twice.</summary>
internal static class JsonBody
{
    /// <summary>The largest body of any route, in bytes: a thousand rows, each with room for a long comment.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    // A submission is four deep: body, rows, row, parts.
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads a body that is one JSON object.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="maxBytes">The route's own limit.</param>
    public static async Task<Outcome<JsonDocument>> ReadAsync(HttpRequest request, CancellationToken cancellationToken, int maxBytes = MaxBytes)
    {
        if (!request.HasJsonContentType() || request.Headers.ContentEncoding.Count > 0)
        {
            return new Failure(FailureKind.UnsupportedMediaType, "body.type",
                "Skicka application/json, okomprimerat.", "Send application/json, uncompressed.")
            {
                Faults = [new("body.type", "Content-Type", "Skicka application/json.", "Send application/json.")],
            };
        }

        return (await BodyBytes.ReadAsync(request, maxBytes, cancellationToken)).Succeeded(out var bytes, out var failure) ? Parse(bytes) : failure;
    }

    /// <summary>Reads by the same rules a text that is one JSON array; null when it is none.</summary>
    public static JsonDocument? ReadArray(string text) => Parse(Encoding.UTF8.GetBytes(text), JsonValueKind.Array).Value;

    internal static Outcome<JsonDocument> Parse(ReadOnlyMemory<byte> bytes, JsonValueKind kind = JsonValueKind.Object)
    {
        try
        {
            // RFC 8259, 8.1: a byte order mark may be ignored; tools on Windows write one.
            var document = JsonDocument.Parse(bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes, Strict);
            if (!HasWholeTexts(document.RootElement))
            {
                return NotText;
            }

            return document.RootElement.ValueKind == kind
                ? document
                : Malformed("body.notObject", "", "Innehållet ska vara ett JSON-objekt.", "The body must be a JSON object.");
        }
        catch (JsonException e) when (e.LineNumber is null)
        {
            // The parser compares names when it has read the object, and has no place to tell.
            return Malformed("body.propertyTwice", "", "Ett objekt i innehållet har samma fält två gånger.", "An object in the body has the same property twice.");
        }
        catch (JsonException e)
        {
            var (line, position) = ((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
            return Malformed("body.notJson", $"line {line}, position {position}",
                $"Innehållet är inte giltig JSON: rad {line}, tecken {position}.",
                $"The body is not valid JSON: line {line}, position {position}.");
        }
        catch (InvalidOperationException)
        {
            // Comparing names, the parser met one that is no text.
            return NotText;
        }
    }

    private static Failure NotText => Malformed("body.notText", "", "En text i innehållet är inte hel: ogiltig UTF-8 eller en ensam surrogat.",
        "A text in the body is not whole: invalid UTF-8 or a lone surrogate.");

    // JSON lets half a surrogate pair be written (RFC 8259, 8.2), but no text holds one.
    private static bool HasWholeTexts(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(p => p.Name is not null && HasWholeTexts(p.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(HasWholeTexts),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Failure Malformed(string code, string pointer, string swedish, string english) =>
        new(FailureKind.Malformed, code, swedish, english) { Faults = [new(code, pointer, swedish, english)] };
}
