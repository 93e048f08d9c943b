using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http;

/// <summary>
/// Answers feeds: 304 to a client that has the newest already (RFC 9110, 13.1.2), else the document, written and compressed once for all who ask for
/// the same. A dashboard asks every minute for what changes a few times a day.
/// </summary>
/// <param name="compression">Chooses the content coding by what the client accepts: Brotli, gzip or none.</param>
public sealed class FeedAnswers(IResponseCompressionProvider compression) : IDisposable
{
    private const string JsonType = "application/json; charset=utf-8";

    // The newest feeds of many plans and workspaces; a feed is some hundred kilobytes, a tenth of that compressed.
    private const int MaxBytes = 64 * 1024 * 1024;

    // A new version has a new tag, so that an old one is asked for no more.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    // Written once: every answer says it.
    private static readonly StringValues AskAgain = new CacheControlHeaderValue { Private = true, NoCache = true }.ToString();

    // A new build may say the same status in another shape.
    private static readonly string Build = typeof(FeedAnswers).Module.ModuleVersionId.ToString("N")[..8];

    private readonly MemoryCache _bodies = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private readonly ConcurrentDictionary<object, Lazy<ReadOnlyMemory<byte>>> _making = new();
    private readonly ConcurrentDictionary<object, Lazy<Task<ReadOnlyMemory<byte>>>> _reading = new();

    /// <summary>200 with an entity tag, or 304.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">What tells the document from any other at the same address.</param>
    /// <param name="json">How the door writes JSON.</param>
    /// <param name="make">Makes the document; called only when nobody has asked for it before.</param>
    public IResult Answer<TDocument>(HttpRequest request, string version, JsonSerializerOptions json, Func<TDocument> make) =>
        Answer(request, version, JsonType, HeaderNames.AcceptEncoding, () => JsonSerializer.SerializeToUtf8Bytes(make(), json));

    /// <summary>200 with an entity tag, or 304, of a document that the door writes itself.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">What tells the document from any other at the same address.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="vary">The request's headers that it depends on.</param>
    /// <param name="write">Writes it; called only when nobody has asked for it before.</param>
    public IResult Answer(HttpRequest request, string version, string contentType, StringValues vary, Func<ReadOnlyMemory<byte>> write)
    {
        var coding = compression.GetCompressionProvider(request.HttpContext);
        if (IsKnown(request, version, vary, coding, out var tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        // The host's name stands in the addresses that a feed gives.
        var key = (tag, request.Host, request.Path, request.QueryString);
        return Sent(request, coding, _bodies.TryGetValue(key, out ReadOnlyMemory<byte> body) ? body : Make(key, () => Compress(coding, write())), contentType);
    }

    /// <summary>The same of a document that storage is asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">What tells the document from any other at the same address.</param>
    /// <param name="json">How the door writes JSON.</param>
    /// <param name="make">Reads and makes the document; called only when nobody has asked for it before, and for all who ask meanwhile.</param>
    public Task<IResult> AnswerAsync<TDocument>(HttpRequest request, string version, JsonSerializerOptions json, Func<Task<TDocument>> make) =>
        AnswerKeptAsync(request, version, JsonType, HeaderNames.AcceptEncoding, async () => JsonSerializer.SerializeToUtf8Bytes(await make(), json));

    /// <summary>The same of a document that takes its time, written by whoever asks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">What tells the document from any other at the same address.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="vary">The request's headers that it depends on.</param>
    /// <param name="write">Writes it; called only when nobody has asked for it before, and for all who ask meanwhile.</param>
    public async Task<IResult> AnswerKeptAsync(HttpRequest request, string version, string contentType, StringValues vary, Func<Task<ReadOnlyMemory<byte>>> write)
    {
        var coding = compression.GetCompressionProvider(request.HttpContext);
        if (IsKnown(request, version, vary, coding, out var tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var key = (tag, request.Host, request.Path, request.QueryString);
        return Sent(
            request,
            coding,
            _bodies.TryGetValue(key, out ReadOnlyMemory<byte> body) ? body : await MakeAsync(key, async () => Compress(coding, await write())),
            contentType);
    }

    /// <summary>The same of a document that is read from storage, and not kept: there may be any number of them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">What tells the document from any other at the same address.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="vary">The request's headers that it depends on.</param>
    /// <param name="write">Reads and writes it; not called when the client has it.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, string version, string contentType, StringValues vary, Func<Task<ReadOnlyMemory<byte>>> write)
    {
        var coding = compression.GetCompressionProvider(request.HttpContext);
        return IsKnown(request, version, vary, coding, out _)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Sent(request, coding, Compress(coding, await write()), contentType);
    }

    // Once, however many dashboards ask for it the moment after a change.
    private ReadOnlyMemory<byte> Make(object key, Func<ReadOnlyMemory<byte>> write)
    {
        var making = _making.GetOrAdd(key, _ => new(() =>
        {
            var body = write();
            Keep(key, body);
            return body;
        }));
        try
        {
            return making.Value;
        }
        finally
        {
            _making.TryRemove(new(key, making));
        }
    }

    private async Task<ReadOnlyMemory<byte>> MakeAsync(object key, Func<Task<ReadOnlyMemory<byte>>> write)
    {
        var reading = _reading.GetOrAdd(key, _ => new(async () =>
        {
            var body = await write();
            Keep(key, body);
            return body;
        }));
        try
        {
            return await reading.Value;
        }
        finally
        {
            _reading.TryRemove(new(key, reading));
        }
    }

    private void Keep(object key, ReadOnlyMemory<byte> body) => _bodies.Set(key, body, new MemoryCacheEntryOptions { Size = body.Length, SlidingExpiration = Idle });

    /// <inheritdoc/>
    public void Dispose() => _bodies.Dispose();

    // Each coding is a representation of its own (RFC 9110, 8.8.3.3).
    private static bool IsKnown(HttpRequest request, string version, StringValues vary, ICompressionProvider? coding, out string tag)
    {
        tag = coding is null ? $"\"{version}-{Build}\"" : $"\"{version}-{Build}-{coding.EncodingName}\"";
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = AskAgain;
        headers.Vary = vary;
        return EntityTags.IsKnown(request, tag);
    }

    private static IResult Sent(HttpRequest request, ICompressionProvider? coding, ReadOnlyMemory<byte> body, string contentType)
    {
        if (coding is not null)
        {
            request.HttpContext.Response.Headers.ContentEncoding = coding.EncodingName;
        }

        return Results.Bytes(body, contentType);
    }

    private static ReadOnlyMemory<byte> Compress(ICompressionProvider? coding, ReadOnlyMemory<byte> document)
    {
        if (coding is null)
        {
            return document;
        }

        using var compressed = new MemoryStream();
        using (var stream = coding.CreateStream(compressed))
        {
            stream.Write(document.Span);
        }

        return compressed.ToArray();
    }
}
