using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Reads a body's bytes, bounded.</summary>
internal static class BodyBytes
{
    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The route's own limit.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<Outcome<byte[]>> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAllAsync(request, maxBytes, cancellationToken) is { } bytes ? bytes : TooLarge(maxBytes);
        }
        catch (IOException)
        {
            // Cut off, too slow or wrongly chunked (a BadHttpRequestException, or what the server met in a chunk): it gave up reading.
            const string Swedish = "Innehållet kom inte fram helt; skicka det igen.", English = "The body did not arrive whole; send it again.";
            return new Failure(FailureKind.Malformed, "body.incomplete", Swedish, English) { Faults = [new("body.incomplete", "", Swedish, English)] };
        }
    }

    private static Failure TooLarge(int maxBytes) => new(FailureKind.TooLarge, "body.size",
        $"Innehållet är större än {maxBytes} byte; dela upp det.", $"The body is larger than {maxBytes} bytes; divide it.")
    {
        Faults = [new("body.size", "", $"Högst {maxBytes} byte.", $"At most {maxBytes} bytes.")],
    };

    // Null when there are too many.
    private static async Task<byte[]?> ReadAllAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var buffer = new MemoryStream(request.ContentLength is { } length ? (int)length : 0);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maxBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
