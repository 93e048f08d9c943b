using System.Net;
using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Hsvo.Functions.Tests.OData;

/// <summary>Reads the feed as a client does that is made with Microsoft.OData.Core, the library family of Power Query.</summary>
internal static class FeedReading
{
    /// <summary>What Power Query sends, to the letter.</summary>
    public const string PowerQueryAccept =
        "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7";

    /// <summary>The model that the metadata document tells; it must hold no error.</summary>
    public static async Task<IEdmModel> ModelAsync(this HttpClient client)
    {
        await using var stream = await client.GetStreamAsync("/odata/$metadata");
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { Async = true });
        Assert.True(CsdlReader.TryParse(xml, out var model, out var errors), string.Join('\n', errors));
        Assert.True(Microsoft.OData.Edm.Validation.EdmValidator.Validate(model, out errors), string.Join('\n', errors));
        return model;
    }

    /// <summary>Every row of an address, page by page.</summary>
    public static async Task<List<FeedPage>> PagesAsync(this HttpClient client, IEdmModel model, string address, int? pageSize = null, string? set = null)
    {
        var pages = new List<FeedPage>();
        for (var next = address; next is not null; next = pages[^1].Next)
        {
            pages.Add(await client.PageAsync(model, next, pageSize, set));
        }

        return pages;
    }

    /// <summary>One page, read by the library: whatever it doesn't understand throws.</summary>
    public static async Task<FeedPage> PageAsync(this HttpClient client, IEdmModel model, string address, int? pageSize = null, string? set = null)
    {
        (string, string)[] headers = [("Accept", PowerQueryAccept), ("OData-MaxVersion", "4.0"), ("MaxDataServiceVersion", "3.0")];
        using var answer = await client.GetAsync(address, pageSize is { } size ? [.. headers, ("Prefer", $"odata.maxpagesize={size}")] : headers);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(bytes)}");
        using var message = new Message(answer, bytes);
        using var reader = new ODataMessageReader(message, new ODataMessageReaderSettings { MaxProtocolVersion = ODataVersion.V4 }, model);
        var entitySet = model.EntityContainer.FindEntitySet(set ?? address.Split('?')[0].Split('/')[^1]);
        var rows = reader.CreateODataResourceSetReader(entitySet, entitySet.EntityType());
        var (found, depth, next, count) = (new List<Dictionary<string, object?>>(), 0, default(string), default(long?));
        while (rows.Read())
        {
            switch (rows.State)
            {
                case ODataReaderState.ResourceStart:
                    depth++;
                    break;
                case ODataReaderState.ResourceEnd when --depth == 0:
                    found.Add(((ODataResource)rows.Item).Properties.ToDictionary(p => p.Name, p => p.Value is Date d ? new DateOnly(d.Year, d.Month, d.Day) : p.Value)!);
                    break;
                case ODataReaderState.ResourceSetEnd when depth == 0:
                    (next, count) = (((ODataResourceSet)rows.Item).NextPageLink?.OriginalString, ((ODataResourceSet)rows.Item).Count);
                    break;
                default:
                    break;
            }
        }

        return new(found, next, count, bytes.Length);
    }

    private sealed class Message(HttpResponseMessage answer, byte[] body) : IODataResponseMessage, IDisposable
    {
        private readonly MemoryStream _body = new(body);

        public IEnumerable<KeyValuePair<string, string>> Headers =>
            answer.Headers.Concat(answer.Content.Headers).Select(h => KeyValuePair.Create(h.Key, string.Join(',', h.Value)));

        public int StatusCode
        {
            get => (int)answer.StatusCode;
            set => throw new NotSupportedException();
        }

        public string? GetHeader(string headerName) => Headers.FirstOrDefault(h => h.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase)).Value;

        public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

        public Stream GetStream() => _body;

        public void Dispose() => _body.Dispose();
    }
}

/// <summary>A page as the library read it.</summary>
/// <param name="Rows">The rows' properties.</param>
/// <param name="Next">The next link, or null.</param>
/// <param name="Count">The count, or null.</param>
/// <param name="Bytes">How long the page was.</param>
internal sealed record FeedPage(IReadOnlyList<Dictionary<string, object?>> Rows, string? Next, long? Count, int Bytes);
