using System.Security.Cryptography;
using Hsvo.Domain.Drafting;
using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.WordPlans;

/// <summary>A Word document as it was sent.</summary>
/// <param name="Document">What stands in it.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
internal sealed record WordBody(TextDocument Document, string Sha256)
{
    /// <summary>The media type of a Word document.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Reads a body that is one.</summary>
    public static async Task<Outcome<WordBody>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
            || request.Headers.ContentEncoding.Count > 0)
        {
            return new Failure(FailureKind.UnsupportedMediaType, "body.type", $"Skicka ett Word-dokument ({MediaType}), okomprimerat.", $"Send a Word document ({MediaType}), uncompressed.")
            {
                Faults = [new("body.type", "Content-Type", "Skicka ett Word-dokument (.docx).", "Send a Word document (.docx).")],
            };
        }

        if (!(await BodyBytes.ReadAsync(request, WordPackage.MaxBytes, cancellationToken)).Succeeded(out var bytes, out var failure))
        {
            return failure;
        }

        return WordReader.Read(bytes).Succeeded(out var document, out failure) ? new WordBody(document, Convert.ToHexStringLower(SHA256.HashData(bytes))) : failure;
    }
}
