using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Spreadsheets;

/// <summary>Reads a body that is a spreadsheet.</summary>
internal static class SheetBody
{
    /// <summary>The largest file of an answer sheet, in bytes.</summary>
    public const int MaxBytes = JsonBody.MaxBytes;

    private const string Windows1252 = "windows-1252";

    private static readonly string[] Charsets = ["utf-8", "utf-16", "us-ascii", "iso-8859-1", Windows1252];

    /// <summary>Whether a request says that its body is a spreadsheet.</summary>
    public static bool Is(HttpRequest request) => request.GetTypedHeaders().ContentType?.MediaType.Value is { } type
        && (type.Equals(CsvSheetWriter.ContentType, StringComparison.OrdinalIgnoreCase) || type.Equals(XlsxSheetWriter.ContentType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads it.</summary>
    public static async Task<Outcome<SheetTable>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.GetTypedHeaders().ContentType!;
        var charset = type.Charset.Value?.Trim('"').ToLowerInvariant();
        if (request.Headers.ContentEncoding.Count > 0 || (charset is not null && !Charsets.Contains(charset)))
        {
            return new Failure(FailureKind.UnsupportedMediaType, "body.type",
                "Skicka filen okomprimerad; text i UTF-8 eller Windows-1252.", "Send the file uncompressed; text in UTF-8 or Windows-1252.")
            {
                Faults = [new("body.type", "Content-Type", "Utelämna charset, eller skriv utf-8 eller windows-1252.", "Leave charset out, or say utf-8 or windows-1252.")],
            };
        }

        if (!(await BodyBytes.ReadAsync(request, MaxBytes, cancellationToken)).Succeeded(out var bytes, out var failure))
        {
            return failure;
        }

        return type.MediaType.Equals(CsvSheetWriter.ContentType, StringComparison.OrdinalIgnoreCase)
            ? CsvSheetReader.Read(bytes, charset is "iso-8859-1" or Windows1252)
            : XlsxSheetReader.Read(bytes);
    }
}
