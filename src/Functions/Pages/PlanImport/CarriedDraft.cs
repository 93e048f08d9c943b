using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hsvo.Contracts.Api;
using Hsvo.Functions.Http;

namespace Hsvo.Functions.Pages.PlanImport;

/// <summary>Carries a draft along in its form, packed, so that nothing is stored before it is imported. Whoever may send one may send any.</summary>
internal static class CarriedDraft
{
    // Unpacked, a real one is a fifth of a megabyte.
    private const int MaxBytes = 8 * 1024 * 1024;

    // As small as can be in the time that a page takes, with all of the draft in view: the same words stand far apart in it.
    private const int Quality = 9;
    private const int Window = 22;

    private static readonly JsonSerializerOptions Lean = new(Json.Api) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly Dictionary<string, JsonNode?> NothingDerived = [];

    public static string Pack(PlanDraftDocument draft)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            draft with
            {
                // The readings are the report over again, and what is only told of it becomes a reading, which is in Swedish.
                Draft = draft.Draft with { Readings = [] },
                Report = [.. draft.Report.Select(p => p.ToSettle ? p : p with { Message = p.Message with { En = "" }, Quote = null, Choices = [] })],
            },
            Lean);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        return BrotliEncoder.TryCompress(json, packed, out var length, Quality, Window)
            ? Base64Url.EncodeToString(packed.AsSpan(0, length))
            : throw new InvalidOperationException("A draft that fits in its bounds wasn't packed.");
    }

    /// <summary>The draft; null where the text is none.</summary>
    public static PlanDraftDocument? Unpack(string text)
    {
        var json = ArrayPool<byte>.Shared.Rent(MaxBytes);
        try
        {
            if (!BrotliDecoder.TryDecompress(Base64Url.DecodeFromChars(text), json.AsSpan(0, MaxBytes), out var length))
            {
                return null;
            }

            using var document = JsonBody.Parse(json.AsMemory(0, length)).Value;
            return document is null ? null : new DocumentShape([]).Read<PlanDraftDocument>(document.RootElement, NothingDerived);
        }
        catch (FormatException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }
}
