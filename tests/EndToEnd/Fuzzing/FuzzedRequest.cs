using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>A request in pieces, so that each can be changed for itself.</summary>
internal sealed class FuzzedRequest(FuzzedRoute route, string method)
{
    private const int Shown = 1200;

    public FuzzedRoute Route => route;

    public string Method { get; set; } = method;

    /// <summary>What stands for each name of the template, unescaped.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>An address that takes the place of the route's own; null for that.</summary>
    public string? Address { get; set; }

    public List<(string Name, string Value)> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    public JsonNode? Body { get; set; }

    /// <summary>What takes the place of texts in the body as it is written: what no JSON writer writes.</summary>
    public List<(string Placeholder, string Raw)> Raw { get; } = [];

    /// <summary>A body that takes the place of <see cref="Body"/>; null for that.</summary>
    public byte[]? Bytes { get; set; }

    public string? ContentType { get; set; } = "application/json";

    public bool IsChunked { get; set; }

    /// <summary>The token; null for none.</summary>
    public string? Token { get; set; }

    /// <summary>What was changed of a request that is right.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>Whether it may mean another route than it was made for, and isn't counted for that.</summary>
    public bool IsStray { get; set; }

    public string PathAndQuery
    {
        get
        {
            var path = Address ?? route.AddressOf(Values.ToDictionary(v => v.Key, v => v.Key == "path" ? v.Value : Uri.EscapeDataString(v.Value).Replace("%27", "'", StringComparison.Ordinal)
                .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal)));
            var query = string.Join('&', Query.Select(q => $"{Uri.EscapeDataString(q.Name)}={Uri.EscapeDataString(q.Value)}"));
            return query.Length == 0 ? path : $"{path}?{query}";
        }
    }

    public void Set(string header, string value) => Headers.Add((header, value));

    public HttpRequestMessage ToMessage(Uri app)
    {
        // As it is written here: no client's own canonical form takes a fault away.
        var message = new HttpRequestMessage(new(Method), new Uri(app.GetLeftPart(UriPartial.Authority) + PathAndQuery, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Token is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Token}");
        }

        if (Content() is { } bytes)
        {
            message.Content = new ByteArrayContent(bytes);
            if (ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }

            message.Headers.TransferEncodingChunked = IsChunked ? true : null;
        }

        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>As much as is needed to send it again by hand.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Method} {PathAndQuery} (for {route.Function}");
        text.Append(Changes.Count == 0 ? ", as it should be)" : $"; {string.Join("; ", Changes)})");
        foreach (var (name, value) in Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $" | {name}: {value}");
        }

        if (Content() is { } bytes)
        {
            text.Append(CultureInfo.InvariantCulture, $" | {ContentType}{(IsChunked ? ", chunked" : "")}, {bytes.Length} bytes: {Encoding.UTF8.GetString(bytes)}");
        }

        return text.Length > Shown ? text.ToString(0, Shown) : text.ToString();
    }

    private byte[]? Content()
    {
        if (Bytes is not null || Body is null)
        {
            return Bytes;
        }

        var text = Body.ToJsonString();
        foreach (var (placeholder, raw) in Raw)
        {
            text = text.Replace($"\"{placeholder}\"", raw, StringComparison.Ordinal);
        }

        // Latin-1 for what is marked, UTF-8 for the rest: one byte that is no UTF-8.
        return [.. text.Split('\uFFFF').SelectMany((part, i) => i == 0 ? Encoding.UTF8.GetBytes(part) : [0xFF, .. Encoding.UTF8.GetBytes(part)])];
    }
}
