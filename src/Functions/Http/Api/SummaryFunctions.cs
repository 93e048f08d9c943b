using Hsvo.Contracts.Api;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http.Api;

/// <summary>Hands out what a meeting gets: its summary in the format asked for, and every edition there was.</summary>
/// <param name="papers">The use case.</param>
public sealed class SummaryFunctions(ReadSummary papers)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly TimeSpan ForEver = TimeSpan.FromDays(365);

    /// <summary>
    /// <c>GET /hsvo/v1/meetings/{meetingId}/summary</c>: the newest edition, the sealed one once there is one, as JSON, HTML or a Word document,
    /// whichever Accept prefers; 406 with the list when it takes none of them.
    /// </summary>
    [Function("GetSummary")]
    [Access(Access.Read)]
    [Operation(
        "Ger sammanställningen inför ett samråd. Den nyaste utgåvan, den fastställda när den finns, i den form som Accept föredrar.",
        "Gives the paper for a meeting. The newest edition, the sealed one once there is one, in the form that Accept prefers.",
        Answer = typeof(SummaryDocument), OtherTypes = ["text/html", Word], IsConditional = true, Headers = ["Accept", "If-None-Match"], Refuses = [406])]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/meetings/{meetingId}/summary")] HttpRequest request, string meetingId,
        CancellationToken cancellationToken)
    {
        if (!(await papers.FindNewestAsync(meetingId, cancellationToken)).Succeeded(out var manifest, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var headers = request.HttpContext.Response.GetTypedHeaders();
        headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (Acceptable.Of(request, manifest.Files) is not { } file)
        {
            return Acceptable.None(manifest.Files);
        }

        headers.CacheControl = new() { Private = true, NoCache = true };
        headers.Append(HeaderNames.ContentLocation, SummaryMapping.AddressOf(meetingId, manifest.Version, file.Name));
        return ToResult(request, await papers.ReadAsync(manifest, file, cancellationToken));
    }

    /// <summary><c>GET /hsvo/v1/meetings/{meetingId}/summary/versions</c>: the editions that the caller may read, with their files and hashes.</summary>
    [Function("ListSummaryVersions")]
    [Access(Access.Read)]
    [Operation(
        "Listar sammanställningens utgåvor, med filer och kontrollsummor.",
        "Lists the paper's editions, with files and hashes.",
        Answer = typeof(SummaryVersionList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/meetings/{meetingId}/summary/versions")] HttpRequest request, string meetingId,
        CancellationToken cancellationToken) =>
        (await papers.ListAsync(request.Caller(), meetingId, cancellationToken)).ToResult(Json.Api, e => SummaryMapping.ToDocument(e.Meeting, e.Editions));

    /// <summary>
    /// <c>GET /hsvo/v1/meetings/{meetingId}/summary/versions/{version}/{file}</c>: the bytes as they were compiled. Of a sealed edition for ever; a
    /// preliminary one is asked for anew each time, since it is for fewer once there is a newer.
    /// </summary>
    [Function("GetSummaryFile")]
    [Access(Access.Read)]
    [Operation(
        "Ger en fil ur en utgåva, som den sammanställdes. En fastställd utgåva ändras aldrig.",
        "Gives a file of an edition, as it was compiled. A sealed edition never changes.",
        Answer = typeof(SummaryDocument), OtherTypes = ["text/html", Word], IsConditional = true, Headers = ["If-None-Match"])]
    public async Task<IResult> GetFileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/meetings/{meetingId}/summary/versions/{version}/{file}")] HttpRequest request,
        string meetingId, string version, string file, CancellationToken cancellationToken)
    {
        if (!(await papers.HandleAsync(request.Caller(), meetingId, version, file, cancellationToken)).Succeeded(out var paper, out var failure))
        {
            return FailureResult.Of(failure);
        }

        request.HttpContext.Response.GetTypedHeaders().CacheControl = paper.Manifest.Edition == PaperEdition.Sealed
            ? new() { Private = true, MaxAge = ForEver, Extensions = { new("immutable") } }
            : new() { Private = true, NoCache = true };
        return ToResult(request, paper);
    }

    private static IResult ToResult(HttpRequest request, PaperContent paper) =>
        TaggedBytes.Of(request, paper.Content, paper.File.ContentType, $"\"{paper.File.Sha256}\"");
}
