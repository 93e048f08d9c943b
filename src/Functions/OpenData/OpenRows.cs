using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using Hsvo.Contracts.OData;

namespace Hsvo.Functions.OpenData;

/// <summary>A plan's status row by row, as the feed has it but for what people wrote: an answer in words may name somebody, and nothing that is open can be taken back.</summary>
internal static class OpenRows
{
    private const string InWords = "qualitative";

    // As RFC 4180 has it, which programs read; Excel in Sweden asks for the separator. No cell begins a formula.
    private static readonly CsvWriterOptions Format = new() { Separator = ',', WriteByteOrderMark = false, Injection = CsvInjection.Escape, InjectionCharacters = "=@+-\t\r\n" };

    public static byte[] Json(IEnumerable<StatusRow> rows) => JsonSerializer.SerializeToUtf8Bytes(rows.Select(WithoutWords), Http.Json.Api);

    /// <summary>The same columns by the same names.</summary>
    public static byte[] Csv(IEnumerable<StatusRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Format, leaveOpen: true))
        {
            var isFirst = true;
            foreach (var row in rows.Select(r => JsonSerializer.SerializeToNode(WithoutWords(r), Http.Json.Api)!.AsObject()))
            {
                if (isFirst)
                {
                    WriteRecord(csv, row.Select(p => p.Key));
                    isFirst = false;
                }

                WriteRecord(csv, row.Select(p => p.Value is JsonValue value ? TextOf(value) : ""));
            }
        }

        return bytes.ToArray();
    }

    private static StatusRow WithoutWords(StatusRow row) => row.AnswerKind == InWords ? row with { ValueText = null } : row;

    private static string TextOf(JsonValue value) => value.TryGetValue<string>(out var text) ? text : value.ToJsonString();

    private static void WriteRecord(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.EndRecord();
    }
}
