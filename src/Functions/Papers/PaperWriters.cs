using System.Text.Json;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Http;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Pages;
using Hsvo.Functions.Papers.Docx;
using Hsvo.Functions.Papers.Text;
using Hsvo.UseCases.Papers;

namespace Hsvo.Functions.Papers;

/// <summary>The paper as JSON, for systems.</summary>
internal sealed class JsonPaperWriter : IPaperWriter
{
    public string FileName => "sammanstallning.json";

    public string ContentType => "application/json; charset=utf-8";

    public Task<ReadOnlyMemory<byte>> WriteAsync(MeetingSummary summary, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOnlyMemory<byte>>(JsonSerializer.SerializeToUtf8Bytes(SummaryMapping.ToDocument(summary), Json.Api));
}

/// <summary>The paper as HTML, for people.</summary>
/// <param name="renderer">Renders it.</param>
internal sealed class HtmlPaperWriter(PageRenderer renderer) : IPaperWriter
{
    public string FileName => "sammanstallning.html";

    public string ContentType => "text/html; charset=utf-8";

    public async Task<ReadOnlyMemory<byte>> WriteAsync(MeetingSummary summary, CancellationToken cancellationToken) =>
        await renderer.RenderAsync<PaperPage>(new Dictionary<string, object?> { [nameof(PaperPage.Summary)] = summary });
}

/// <summary>The paper as a Word document, for the meeting's notice and papers.</summary>
internal sealed class DocxPaperWriter : IPaperWriter
{
    public string FileName => "sammanstallning.docx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public Task<ReadOnlyMemory<byte>> WriteAsync(MeetingSummary summary, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOnlyMemory<byte>>(DocxWriter.Write(
            PaperText.TitleOf(summary), PaperText.EditionOf(summary), PaperText.ReferenceOf(summary), PaperText.Of(summary), summary.Today));
}
