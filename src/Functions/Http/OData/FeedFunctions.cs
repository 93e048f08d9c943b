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
    public IResult GetService([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata")] HttpRequest request) =>
        FeedHeaders.VersionFault(request) is { } fault ? FailureResult.Of(fault)
        : FeedFormat.LevelOf(request) is not { } level ? FeedFormat.NotAcceptable()
        : Answer(request, $"service-{level}", level, output => new FeedWriter(FeedSchema.Model, FeedAddress.RootOf(request), level).WriteServiceDocument(output));

    /// <summary><c>GET /odata/$metadata</c>: XML, whatever Accept says, since Power Query names JSON there too.</summary>
    [Function("GetFeedMetadata")]
    [Access(Access.Read)]
    public IResult GetMetadata([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/$metadata")] HttpRequest request)
    {
        if (FeedHeaders.VersionFault(request) is { } fault)
        {
            return FailureResult.Of(fault);
        }

        FeedHeaders.AddVersion(request.HttpContext.Response);
        return answers.Answer(request, "metadata", "application/xml;charset=utf-8", HeaderNames.AcceptEncoding, () => FeedSchema.Model.Metadata);
    }

    /// <summary><c>GET /odata/hsvo.pbids</c>: opened in Power BI Desktop, it begins a report on the feed.</summary>
    [Function("GetFeedSource")]
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
    public async Task<IResult> GetSetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/{resource}")] HttpRequest request, string resource, CancellationToken cancellationToken)
    {
        if (FeedHeaders.VersionFault(request) is { } fault)
        {
            return FailureResult.Of(fault);
        }

        if (!FeedQuestion.ReadPath(resource).Succeeded(out var path, out var failure)
            || !FeedQuestion.ReadOptions(request, path).Succeeded(out var query, out failure))
        {
            return FailureResult.Of(failure);
        }

        if ((query.Metadata ?? FeedFormat.LevelOf(request)) is not { } level)
        {
            return FeedFormat.NotAcceptable();
        }

        var writer = new FeedWriter(FeedSchema.Model, FeedAddress.RootOf(request), level);
        var sets = await feed.ReadAsync(cancellationToken);
        return path.Target == QueryTarget.Collection
            ? await PageAsync(request, query, sets, level, writer, cancellationToken)
            : await RowAsync(request, query, path, sets, level, writer, cancellationToken);
    }

    /// <summary><c>GET /odata/Goals/$count</c>: how many rows match <c>$filter</c> and <c>$search</c>. ETag and 304.</summary>
    [Function("CountFeedSet")]
    [Access(Access.Read)]
    [Query(IsReadByFunction = true)]
    public async Task<IResult> CountAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/{resource}/$count")] HttpRequest request, string resource,
        CancellationToken cancellationToken)
    {
        if (FeedHeaders.VersionFault(request) is { } fault)
        {
            return FailureResult.Of(fault);
        }

        if (!FeedQuestion.ReadPath($"{resource}/$count").Succeeded(out var path, out var failure)
            || !FeedQuestion.ReadOptions(request, path).Succeeded(out var query, out failure))
        {
            return FailureResult.Of(failure);
        }

        var sets = await feed.ReadAsync(cancellationToken);
        FeedHeaders.AddVersion(request.HttpContext.Response);
        return query is Query<FeedRow<ReportRow>> facts && path.Set == FeedSchema.ReportSet
            ? await answers.AnswerAsync(request, sets.Tables.Version, PlainText, HeaderNames.AcceptEncoding,
                async () => TextOf(await reports.CountAsync(sets.Tables, facts, cancellationToken)))
            : answers.Answer(request, sets.Tables.Version, PlainText, HeaderNames.AcceptEncoding, () => TextOf(query.CountOf(sets[path.Set.Name])));
    }

    private static ReadOnlyMemory<byte> TextOf(long count) => Encoding.UTF8.GetBytes(count.ToString(CultureInfo.InvariantCulture));

    private async Task<IResult> PageAsync(
        HttpRequest request, Query query, FeedSnapshot sets, MetadataLevel level, FeedWriter writer, CancellationToken cancellationToken)
    {
        var size = FeedHeaders.PreferredPageSize(request);
        if (size is { } rows && query.Set.PageSize is { } most)
        {
            size = Math.Min(rows, most);
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

        return Answer(request, version, level, output => writer.WritePage(output, query.Apply(sets[query.Set.Name], size)));
    }

    private async Task<IResult> RowAsync(
        HttpRequest request, Query query, FeedPath path, FeedSnapshot sets, MetadataLevel level, FeedWriter writer, CancellationToken cancellationToken)
    {
        var version = $"{sets.Tables.Version}-{level}";
        if (query is Query<FeedRow<ReportRow>> facts && path.Set == FeedSchema.ReportSet)
        {
            return path.Key is [string key] && await reports.FindAsync(sets.Tables, key, cancellationToken) is { } report
                ? Answer(request, version, level, output => writer.WriteEntity(output, facts, report))
                : FailureResult.Of(FeedQuestion.Missing(path));
        }

        var rows = sets[path.Set.Name];
        return rows.Contains(path.Key!)
            ? Answer(request, version, level, output => writer.WriteEntity(output, query, rows, path.Key!))
            : FailureResult.Of(FeedQuestion.Missing(path));
    }

    private static ReadOnlyMemory<byte> Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        write(output);
        return output.WrittenMemory;
    }

    private IResult Answer(HttpRequest request, string version, MetadataLevel level, Action<IBufferWriter<byte>> write)
    {
        FeedHeaders.AddVersion(request.HttpContext.Response);
        return answers.Answer(request, version, FeedFormat.ContentTypeOf(level), Vary, () => Written(write));
    }
}
