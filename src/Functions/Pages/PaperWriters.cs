using System.Text.Json;
using Hsvo.Domain.Meetings;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;

namespace Hsvo.Functions.Pages;

/// <summary>The paper as HTML, for people.</summary>
/// <param name="renderer">Renders it.</param>
internal sealed class HtmlPaperWriter(PageRenderer renderer) : IPaperWriter
{
    public string FileName => PaperNames.Html;

    public string ContentType => "text/html; charset=utf-8";

    public async Task<ReadOnlyMemory<byte>> WriteAsync(Meeting meeting, PaperEdition edition, StatusFeed feed, CancellationToken cancellationToken) =>
        await renderer.RenderAsync<MeetingPaper>(new Dictionary<string, object?>
        {
            [nameof(MeetingPaper.Meeting)] = meeting,
            [nameof(MeetingPaper.Edition)] = edition,
            [nameof(MeetingPaper.Status)] = feed.Status,
        });
}

/// <summary>The paper as JSON, for systems: the status as our own API gave it that day.</summary>
internal sealed class JsonPaperWriter : IPaperWriter
{
    public string FileName => PaperNames.Json;

    public string ContentType => "application/json; charset=utf-8";

    public Task<ReadOnlyMemory<byte>> WriteAsync(Meeting meeting, PaperEdition edition, StatusFeed feed, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOnlyMemory<byte>>(JsonSerializer.SerializeToUtf8Bytes(StatusMapping.ToDocument(feed.Status), Json.Api));
}
