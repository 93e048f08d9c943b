using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Audit;
using Hsvo.Functions.Audit;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Hsvo.UseCases.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Tells the auditor and the office who did what, and who was refused.</summary>
/// <param name="read">The use case.</param>
/// <param name="time">The clock.</param>
public sealed class AuditFunctions(ReadAudit read, TimeProvider time)
{
    private static readonly Failure NoYear = new(FailureKind.NotFound, "audit.noYear", "Det finns ingen logg för det året.", "There is no audit of that year.");

    private static readonly Failure NoFile = new(FailureKind.NotFound, "audit.noFile",
        "Loggen har ingen sådan fil; årets lista nämner dem som finns.", "The audit has no such file; the year's list names those there are.");

    /// <summary>
    /// <c>GET /hsvo/v1/audit?from=&amp;to=&amp;who=&amp;door=&amp;outcome=&amp;limit=&amp;after=</c>: who did what, the oldest first; of the last thirty days when
    /// no days are said.
    /// </summary>
    [Function("ListAudit")]
    [Access(Access.Audit)]
    [Query("from", "to", "who", "door", "outcome", "limit", "after")]
    [Operation(
        "Visar vem som har gjort vad, och vem som har nekats. Äldst först; de senaste trettio dagarna när inga dagar anges. Aldrig vad som skrevs, bara var.",
        "Shows who did what, and who was refused. The oldest first; the last thirty days when no days are said. Never what was written, only where.",
        Answer = typeof(AuditDocument))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/audit")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!AuditQuery.TryRead(request, time, out var query, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var entries = new List<AuditEntry>();
        await foreach (var entry in read.ReadAsync(query.Question, cancellationToken))
        {
            if (entries.Count == query.Limit)
            {
                return Results.Json(ToDocument(query, entries, AuditQuery.PlaceOf(entries[^1])), Json.Api);
            }

            entries.Add(entry);
        }

        return Results.Json(ToDocument(query, entries, next: null), Json.Api);
    }

    /// <summary><c>GET /hsvo/v1/audit/{year}</c>: the year's files with their hashes. Those of a finished year are the same each time.</summary>
    [Function("GetAuditYear")]
    [Access(Access.Audit)]
    [Operation(
        "Listar ett års logg som filer, med kontrollsummor. När året är slut är filerna desamma varje gång, så att summorna visar att inget har ändrats.",
        "Lists a year's audit as files, with hashes. Once the year is over the files are the same each time, so that the hashes show that nothing was changed.",
        Answer = typeof(AuditYearDocument))]
    public async Task<IResult> GetYearAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/audit/{auditYear}")] HttpRequest request, string auditYear, CancellationToken cancellationToken) =>
        Find(auditYear) is { } found
            ? Results.Json(new AuditYearDocument(found.Year, found.Files.IsFinished, await found.Files.ListAsync(cancellationToken)), Json.Api)
            : FailureResult.Of(NoYear);

    /// <summary><c>GET /hsvo/v1/audit/{year}/{file}</c>: one of them, sent as it is read.</summary>
    [Function("GetAuditFile")]
    [Access(Access.Audit)]
    [Operation(
        "Ger en fil ur ett års logg. Som JSON eller CSV; eller filen med de andras kontrollsummor.",
        "Gives a file of a year's audit. As JSON or CSV; or the file with the others' hashes.",
        Answer = typeof(AuditExportDocument), OtherTypes = ["text/csv", "text/plain"])]
    public async Task<IResult> GetFileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/audit/{auditYear}/{file}")] HttpRequest request, string auditYear, string file,
        CancellationToken cancellationToken)
    {
        if (Find(auditYear) is not { } found)
        {
            return FailureResult.Of(NoYear);
        }

        if (found.Files.Find(file) is not { } content)
        {
            return FailureResult.Of(NoFile);
        }

        // Asked for first, so that storage that is away is told as such while nothing is sent.
        await foreach (var _ in read.ReadAsync(new(new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)), cancellationToken))
        {
            break;
        }

        return Results.Stream(body => content.WriteAsync(body, cancellationToken), content.ContentType, file);
    }

    private (int Year, AuditYear Files)? Find(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100 && new AuditYear(read, year, time.GetUtcNow()) is { HasBegun: true } files
            ? (year, files)
            : null;

    private static AuditDocument ToDocument(AuditQuery query, List<AuditEntry> entries, string? next) =>
        new(query.From, query.To, [.. entries.Select(AuditMapping.ToDocument)], next);
}
