using Hsvo.Contracts.Api;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Spreadsheets;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.Api;

/// <summary>Hands out what a unit is asked in a round, as data or as a spreadsheet to fill in.</summary>
/// <param name="read">The use case.</param>
public sealed class AnswerSheetFunction(ReadAnswerSheet read)
{
    /// <summary>
    /// <c>GET …/rounds/{round}/answer-sheets/{department}?format=</c>: what the unit is asked, with its answers. <c>format=xlsx</c> is a workbook and
    /// <c>csv</c> a file to fill in and send to <c>POST /hsvo/v1/reports</c>. Kept by no cache: it is the unit's own working paper.
    /// </summary>
    [Function("GetAnswerSheet")]
    [Access(Access.Read)]
    [Query("format")]
    [Operation(
        "Ger en förvaltnings frågor i en omgång. Med det den har svarat; som xlsx eller csv är det ett kalkylblad att fylla i och skicka till POST /reports.",
        "Gives a department's questions in a round. With what it has answered; as xlsx or csv it is a spreadsheet to fill in and send to POST /reports.",
        Answer = typeof(AnswerSheetDocument), OtherTypes = [XlsxSheetWriter.ContentType, CsvSheetWriter.ContentType])]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RoundRoutes.Round + "/answer-sheets/{department}")] HttpRequest request,
        string plan, string round, string department, CancellationToken cancellationToken)
    {
        if (request.Query["format"] is not ([] or ["json" or "csv" or "xlsx"]))
        {
            return FailureResult.Of(QueryFailures.Of("query.format", "format", "Formaten är json, xlsx och csv.", "The formats are json, xlsx and csv."));
        }

        if (!(await read.HandleAsync(request.Caller(), plan, round, department, cancellationToken)).Succeeded(out var sheet, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return request.Query["format"].ToString() switch
        {
            "" or "json" => Json(request, sheet),
            var format => SheetFile.Of(request, sheet, isCsv: format == "csv"),
        };
    }

    private static IResult Json(HttpRequest request, AnswerSheet sheet)
    {
        request.HttpContext.Response.GetTypedHeaders().CacheControl = new() { NoStore = true };
        return Results.Json(AnswerSheetMapping.ToDocument(sheet), Http.Json.Api);
    }
}
