using System.Buffers;
using System.Globalization;
using System.Text;
using Hsvo.Contracts.OData;
using Hsvo.Functions.Mapping.OData;
using Hsvo.OData;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hsvo.Functions.Http.OData;

/// <summary>The OData v4 feed that Power BI Desktop and Excel open directly.</summary>
/// <param name="feed">The sets in memory.</param>
/// <param name="reports">The set that is read from storage.</param>
/// <param name="answers">Writes what can be kept.</param>
public sealed class FeedFunctions(Feed feed, FeedReports reports, FeedAnswers answers)
{
    private const string PlainText = "text/plain;charset=utf-8";

    private static readonly StringValues Vary = new([HeaderNames.Accept, HeaderNames.AcceptEncoding, "Prefer"]);

    /// <summary><c>GET /odata</c>: the service document.</summary>
    [Function("GetFeed")]
    [Access(Access.Read)]
    [Query(IsReadByFunction = true)]
    public IResult GetService([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata")] HttpRequest request) =>
        FeedHeaders.VersionFault(request) is { } fault ? FailureResult.Of(fault)
        : !FeedQuestion.ReadServiceOptions(request).Succeeded(out var asked, out var failure) ? FailureResult.Of(failure)
        : (asked.Metadata ?? FeedFormat.LevelOf(request)) is not { } level ? FeedFormat.NotAcceptable()
        : Answer(request, $"service-{level}", level, output => new FeedWriter(FeedSchema.Model, FeedAddress.RootOf(request), level).WriteServiceDocument(output));

    /// <summary><c>GET /odata/$metadata</c>: XML, whatever Accept says, since Power Query names JSON there too.</summary>
    [Function("GetFeedMetadata")]
    [Access(Access.Read)]
    [Query(IsReadByFunction = true)]
    public IResult GetMetadata([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/$metadata")] HttpRequest request)
    {
        if ((FeedHeaders.VersionFault(request) ?? FeedQuestion.MetadataFault(request)) is { } fault)
        {
            return FailureResult.Of(fault);
        }

        FeedHeaders.AddVersion(request.HttpContext.Response);
        return answers.Answer(request, "metadata", "application/xml;charset=utf-8", HeaderNames.AcceptEncoding, () => FeedSchema.Model.Metadata);
    }

    /// <summary><c>GET /odata/hsvo.pbids</c>: opened in Power BI Desktop, it begins a report on the feed.</summary>
    [Function("ConnectToFeed")]
    [Access(Access.Page)]
    public static IResult GetSource([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/hsvo.pbids")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=hsvo.pbids";
        return Results.Json(new DataSourceFile("0.1", [new(new("odata", new(FeedAddress.RootOf(request))), "Import")]), Json.Api, "application/json");
    }

    /// <summary><c>GET /odata/Goals</c> and <c>GET /odata/Goals('hsvo-2021_2.1.1')</c>: a set, or one row of it. ETag and 304.</summary>
    [Function("GetFeedSet")]
    [Access(Access.Read)]
    [Query(IsReadByFunction = true)]
    public Task<IResult> GetSetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/{resource}")] HttpRequest request, string resource, CancellationToken cancellationToken) =>
        AnswerAsync(request, resource, cancellationToken);

    /// <summary><c>GET /odata/Goals/$count</c>: how many rows match <c>$filter</c> and <c>$search</c>. ETag and 304.</summary>
    [Function("CountFeedSet")]
    [Access(Access.Read)]
    [Query(IsReadByFunction = true)]
    public Task<IResult> CountAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/{resource}/$count")] HttpRequest request, string resource,
        CancellationToken cancellationToken) => AnswerAsync(request, $"{resource}/$count", cancellationToken);

    /// <summary>
    /// <c>GET /odata/Plans('hsvo-2021')/rounds</c>: what a row leads to by its navigations, and its properties one by one. With the options of the set that
    /// it leads to. ETag and 304; 204 where there is nothing.
    /// </summary>
    [Function("NavigateFeed")]
    [Access(Access.Read)]
    [Query(IsReadByFunction = true)]
    public Task<IResult> GetPathAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/{resource}/{*path}")] HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, FeedAddress.Below(request), cancellationToken);

    private static IResult NoContent(HttpRequest request)
    {
        var response = request.HttpContext.Response;
        FeedHeaders.AddVersion(response);
        response.GetTypedHeaders().CacheControl = new() { Private = true, NoCache = true };
        return Results.NoContent();
    }

    private static ReadOnlyMemory<byte> TextOf(long count) => Encoding.UTF8.GetBytes(count.ToString(CultureInfo.InvariantCulture));

    private static ReadOnlyMemory<byte> Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        write(output);
        return output.WrittenMemory;
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string address, CancellationToken cancellationToken)
    {
        if (FeedHeaders.VersionFault(request) is { } fault)
        {
            return FailureResult.Of(fault);
        }

        if (!FeedQuestion.ReadPath(address).Succeeded(out var path, out var failure)
            || !FeedQuestion.ReadOptions(request, path).Succeeded(out var query, out failure))
        {
            return FailureResult.Of(failure);
        }

        if (path.Target is QueryTarget.Count or QueryTarget.Value)
        {
            return await TextAsync(request, path, query, cancellationToken);
        }

        if ((query.Metadata ?? FeedFormat.LevelOf(request)) is not { } level)
        {
            return FeedFormat.NotAcceptable();
        }

        var writer = new FeedWriter(FeedSchema.Model, FeedAddress.RootOf(request), level);
        var sets = await feed.ReadAsync(cancellationToken);
        return path.Target == QueryTarget.Collection
            ? await PageAsync(request, path, query, sets, level, writer, cancellationToken)
            : await RowAsync(request, path, query, sets, level, writer, cancellationToken);
    }

    // A number or a property's value, in no form but its own.
    private async Task<IResult> TextAsync(HttpRequest request, FeedPath path, Query query, CancellationToken cancellationToken)
    {
        var sets = await feed.ReadAsync(cancellationToken);
        if (path.Target == QueryTarget.Count && query is Query<FeedRow<ReportRow>> facts && query.Set == FeedSchema.ReportSet)
        {
            FeedHeaders.AddVersion(request.HttpContext.Response);
            return await answers.AnswerAsync(request, sets.Tables.Version, PlainText, HeaderNames.AcceptEncoding,
                async () => TextOf(await reports.CountAsync(sets.Tables, facts, cancellationToken)));
        }

        if (await RowsAsync(path, sets, cancellationToken) is not { } rows || (path.Key is { } key && !rows.Contains(key)))
        {
            return FailureResult.Of(FeedQuestion.Missing(path));
        }

        if (path.Property is { } property && rows.IsNull(path.Key!, property))
        {
            return NoContent(request);
        }

        FeedHeaders.AddVersion(request.HttpContext.Response);
        return answers.Answer(request, sets.Tables.Version, PlainText, HeaderNames.AcceptEncoding,
            () => path.Property is { } name ? Encoding.UTF8.GetBytes(rows.TextOf(path.Key!, name)) : TextOf(query.CountOf(rows)));
    }

    private async Task<IResult> PageAsync(
        HttpRequest request, FeedPath path, Query query, FeedSnapshot sets, MetadataLevel level, FeedWriter writer, CancellationToken cancellationToken)
    {
        var size = FeedHeaders.PreferredPageSize(request);
        if (size is { } wanted && query.Set.PageSize is { } most)
        {
            size = Math.Min(wanted, most);
            FeedHeaders.AddPageSize(request.HttpContext.Response, size.Value);
        }

        var version = $"{sets.Tables.Version}-{level}-{size}";
        if (query is Query<FeedRow<ReportRow>> facts && query.Set == FeedSchema.ReportSet)
        {
            FeedHeaders.AddVersion(request.HttpContext.Response);
            return await answers.AnswerAsync(request, version, FeedFormat.ContentTypeOf(level), Vary, async () =>
            {
                var page = await reports.ReadAsync(sets.Tables, facts, size, cancellationToken);
                return Written(output => writer.WritePage(output, page));
            });
        }

        return await RowsAsync(path, sets, cancellationToken) is { } rows
            ? Answer(request, version, level, output => writer.WritePage(output, query.Apply(rows, size)))
            : FailureResult.Of(FeedQuestion.Missing(path));
    }

    private async Task<IResult> RowAsync(
        HttpRequest request, FeedPath path, Query query, FeedSnapshot sets, MetadataLevel level, FeedWriter writer, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(path, sets, cancellationToken);
        if (rows?.Contains(path.Key!) != true)
        {
            // Nothing at the other end of a navigation to one row is an answer (OData Protocol 4.01, 11.2.6); a row that isn't there is none.
            return rows is not null && path is { Target: QueryTarget.Entity, Key.Count: 0 } ? NoContent(request) : FailureResult.Of(FeedQuestion.Missing(path));
        }

        var version = $"{sets.Tables.Version}-{level}";
        return path.Property is not { } property ? Answer(request, version, level, output => writer.WriteEntity(output, query, rows, path.Key!))
            : rows.IsNull(path.Key!, property) ? NoContent(request)
            : Answer(request, version, level, output => writer.WriteProperty(output, rows, path.Key!, property));
    }

    // The rows that a path asks of; null where it goes by a row that isn't there. No navigation leads to the facts, so one of them at most is read.
    private async Task<EntityRows?> RowsAsync(FeedPath path, FeedSnapshot sets, CancellationToken cancellationToken) =>
        path is { Source: { Key: { } from } source, Navigation: { } navigation } ? (await RowsAsync(source, sets, cancellationToken))?.Follow(from, navigation)
        : path.Set != FeedSchema.ReportSet ? sets[path.Set.Name]
        : FeedSchema.ReportSet.Rows(path.Key is [string key] && await reports.FindAsync(sets.Tables, key, cancellationToken) is { } report ? [report] : []);

    private IResult Answer(HttpRequest request, string version, MetadataLevel level, Action<IBufferWriter<byte>> write)
    {
        FeedHeaders.AddVersion(request.HttpContext.Response);
        return answers.Answer(request, version, FeedFormat.ContentTypeOf(level), Vary, () => Written(write));
    }
}
