using System.Buffers;
using System.Text.Json;

namespace Hsvo.OData.Tests.Feeds;

/// <summary>Asks the feed in a test's words.</summary>
internal static class Asking
{
    public static readonly Uri Root = new("https://host/odata");

    public static KeyValuePair<string, string>[] Options(string query) => [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o =>
    {
        var equals = o.IndexOf('=', StringComparison.Ordinal);
        return new KeyValuePair<string, string>(Uri.UnescapeDataString(o[..equals]), Uri.UnescapeDataString(o[(equals + 1)..]));
    })];

    public static Query<TRow> Read<TRow>(EntitySet<TRow> set, params KeyValuePair<string, string>[] options)
        where TRow : class
    {
        Assert.True(
            QueryOptions.TryParse(set, options, QuerySettings.Collection, out var query, out var error),
            $"{string.Join('&', options.Select(o => $"{o.Key}={o.Value}"))}: {error?.English} ({error?.Position})");
        Assert.Null(error);
        return query;
    }

    public static byte[] Page(Query query, EntityRows rows, int? maxPageSize = null, MetadataLevel metadata = MetadataLevel.Minimal)
    {
        var output = new ArrayBufferWriter<byte>();
        new FeedWriter(SmallFeed.Model, Root.OriginalString, metadata).WritePage(output, query.Apply(rows, maxPageSize));
        return output.WrittenSpan.ToArray();
    }

    public static JsonElement Json(byte[] body) => JsonDocument.Parse(body).RootElement;
}
