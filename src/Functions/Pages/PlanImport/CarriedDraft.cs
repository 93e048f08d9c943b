using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Contracts.Api;
using Hsvo.Functions.Http;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>Carries a draft along in its form, packed, so that nothing is stored before it is imported. Whoever may send one may send any.</summary>
internal static class CarriedDraft
{
    // Unpacked, a real one is half a megabyte.
    private const int MaxBytes = 8 * 1024 * 1024;

    private static readonly Dictionary<string, JsonNode?> NothingDerived = [];

    public static string Pack(PlanDraftDocument draft)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, draft, Json.Api);
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>The draft; null where the text is none.</summary>
    public static PlanDraftDocument? Unpack(string text)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(Base64Url.DecodeFromChars(text)), CompressionMode.Decompress);
            using var json = new MemoryStream();
            var chunk = new byte[32 * 1024];
            int read;
            while ((read = gzip.Read(chunk)) > 0)
            {
                if (json.Length + read > MaxBytes)
                {
                    return null;
                }

                json.Write(chunk, 0, read);
            }

            using var document = JsonBody.Parse(json.ToArray()).Value;
            return document is null ? null : new DocumentShape([]).Read<PlanDraftDocument>(document.RootElement, NothingDerived);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }
}
