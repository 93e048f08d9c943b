using Hsvo.Domain.Meetings;
using Hsvo.Functions.Http;
using Hsvo.Functions.Pages;
using Hsvo.UseCases;
using Hsvo.UseCases.Archive;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Archive;

/// <summary>Hands out a plan year for the archive.</summary>
/// <param name="read">The use case.</param>
public sealed class ArchiveFunction(ReadArchive read)
{
    private const string ContentType = "application/zip";

    private static readonly Failure FromElsewhere = new(
        FailureKind.Forbidden, "archive.fromElsewhere", "Arkivet tas ut härifrån, inte från en annan webbplats.", "The archive is taken out from here, and not from another site.");

    /// <summary>
    /// <c>GET /arkiv/{plan}</c>: the whole plan year as one ZIP, sent as it is read. An address of people's, so that the office takes it out in a browser.
    /// </summary>
    [Function("GetArchive")]
    [Access(Access.Audit)]
    [Page]
    [Query(PageContext.LanguageOption)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arkiv/{plan}")] HttpRequest request, string plan, CancellationToken cancellationToken)
    {
        // Each is in the audit, so no other site's page may have somebody's browser ask for it.
        if (request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            return FailureResult.Of(FromElsewhere);
        }

        if (!(await read.OpenAsync(request.Caller(), plan, cancellationToken)).Succeeded(out var archive, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (!HttpMethods.IsHead(request.Method))
        {
            await read.KeepAsync(request.Caller(), archive, cancellationToken);
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var zip = new ArchiveZip(read, archive, StockholmTime.DateOf(archive.At));
        return Results.Stream(body => zip.WriteAsync(body, cancellationToken), ContentType, $"{archive.Snapshot.Plan.Id}.zip");
    }
}
