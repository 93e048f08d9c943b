using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hsvo.OData;

/// <summary>Writes answers as OData's JSON (OData JSON Format 4.01): the context first and absolute, as Power Query wants it.</summary>
/// <param name="model">The feed.</param>
/// <param name="root">The address of the service document, absolute, without a slash at its end: "https://host/odata".</param>
/// <param name="metadata">How much the answer tells about its data.</param>
public sealed class FeedWriter(FeedModel model, string root, MetadataLevel metadata = MetadataLevel.Minimal)
{
    // A page must stay below 1 MiB, the most that Microsoft.OData.Core's reader takes unless told otherwise.
    private const int MaxPageBytes = 900 * 1024;

    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the service document (OData JSON Format 4.01, 5).</summary>
    public void WriteServiceDocument(IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteContext(json, "");
        json.WriteStartArray("value");
        foreach (var set in model.Sets)
        {
            json.WriteStartObject();
            json.WriteString("name", set.Name);
            json.WriteString("kind", "EntitySet");
            json.WriteString("url", set.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a page. It ends early, with a next link, where it would grow too large to be read.</summary>
    public void WritePage(IBufferWriter<byte> output, QueryResult result)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteContext(json, $"#{result.Query.Set.Name}{ContextUrl.SelectList(result.Query.Plan)}");
        if (result.Count is { } count)
        {
            json.WriteNumber("@odata.count", count);
        }

        json.WriteStartArray("value");
        var written = 0;
        while (written < result.RowCount && (written == 0 || json.BytesCommitted + json.BytesPending < MaxPageBytes))
        {
            result.WriteRow(json, written++);
        }

        json.WriteEndArray();
        if (written > 0 && result.HasMoreAfter(written))
        {
            json.WriteString("@odata.nextLink", NextLink(result, written));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one row (OData JSON Format 4.01, 6).</summary>
    public void WriteEntity<TRow>(IBufferWriter<byte> output, Query<TRow> query, TRow row)
        where TRow : class => WriteEntity(output, query, json => ((QueryPlan<TRow>)query.Plan).WriteMembers(json, row));

    /// <summary>Writes the row with a key.</summary>
    /// <exception cref="ArgumentException">No row has it; <see cref="EntityRows.Contains"/> tells.</exception>
    public void WriteEntity(IBufferWriter<byte> output, Query query, EntityRows rows, IReadOnlyList<object?> key) =>
        WriteEntity(output, query, json => rows.WriteMembers(json, key, query.Plan));

    /// <summary>Writes a property of the row with a key (OData JSON Format 4.01, 11).</summary>
    /// <exception cref="ArgumentException">No row has it; <see cref="EntityRows.Contains"/> tells.</exception>
    public void WriteProperty(IBufferWriter<byte> output, EntityRows rows, IReadOnlyList<object?> key, string property)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteContext(json, $"#{rows.Set.Name}{KeyText.Of(rows.Set, rows.KeyOf(key))}/{property}");
        json.WritePropertyName("value");
        json.WriteRawValue(rows.JsonOf(key, property), skipInputValidation: true);
        json.WriteEndObject();
    }

    private void WriteEntity(IBufferWriter<byte> output, Query query, Action<Utf8JsonWriter> writeMembers)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteContext(json, $"#{query.Set.Name}{ContextUrl.SelectList(query.Plan)}/$entity");
        writeMembers(json);
        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json, string fragment)
    {
        if (metadata == MetadataLevel.Minimal)
        {
            json.WriteString("@odata.context", $"{root}/$metadata{fragment}");
        }
    }

    private string NextLink(QueryResult result, int written)
    {
        var link = new StringBuilder(root).Append('/').Append(result.Query.Request.Address).Append('?');
        foreach (var (name, value) in result.Query.Request.Options)
        {
            link.Append(name.StartsWith('$') ? name : Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
        }

        return link.Append("$skiptoken=").Append(result.TokenAfter(written)).ToString();
    }
}
