using System.Text.Json;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Spreadsheets;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.Api;

/// <summary>Reads the body of <c>POST /hsvo/v1/reports</c>: plan, dryRun, draft and reports, each row with every fault the door itself can see.</summary>
internal static class SubmissionReader
{
    /// <summary>Reads a submission.</summary>
    public static async Task<Outcome<Submission>> ReadAsync(HttpRequest request, SubmissionQuery asked, CancellationToken cancellationToken)
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var document, out var failure))
        {
            return failure.Code == "body.type" ? NotTaken : failure;
        }

        using (document)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(document.RootElement, errors);
            var plan = fields.Text("plan");
            var dryRun = (fields.Bool("dryRun") ?? false) || asked.DryRun;
            var isDraft = (fields.Bool("draft") ?? false) || asked.Draft;
            var reports = fields.Array("reports");
            fields.RefuseOthers();
            BodyFailures.Require(plan, "plan", errors);
            BodyFailures.Require(reports, "reports", errors);
            var key = IdempotencyKeys.Read(request, errors);
            if (errors.Count > 0)
            {
                return new Failure(FailureKind.Invalid, "reports.invalid",
                    "Inget har sparats: rätta felen och skicka igen.", "Nothing was stored: mend the faults and send again.")
                {
                    Faults = [.. errors.Select(e => new Fault(e.Code, e.Field == IdempotencyKeys.Header ? e.Field : $"/{e.Field}", e.Swedish, e.English))],
                };
            }

            if (SubmitReports.RefuseCount(reports!.Value.GetArrayLength()) is { } refused)
            {
                return refused;
            }

            return new Submission(request.Caller(), plan!, [.. reports.Value.EnumerateArray().Select(ReadRow)], dryRun, key, Door.Api) { IsDraft = isDraft };
        }
    }

    private static Failure NotTaken => new(FailureKind.UnsupportedMediaType, "body.type",
        "Skicka application/json, eller ett kalkylblad (xlsx eller text/csv), okomprimerat.",
        "Send application/json, or a spreadsheet (xlsx or text/csv), uncompressed.")
    {
        Faults = [new("body.type", "Content-Type", $"Skicka application/json, {XlsxSheetWriter.ContentType} eller {CsvSheetWriter.ContentType}.",
            $"Send application/json, {XlsxSheetWriter.ContentType} or {CsvSheetWriter.ContentType}.")],
    };

    /// <summary>The fields of an answer.</summary>
    public static SubmittedAnswer ReadAnswer(JsonFields fields) => new()
    {
        Value = fields.Value("value"),
        Parts = fields.Values("parts"),
        Numerator = fields.Number("numerator"),
        Denominator = fields.Number("denominator"),
        Assessment = AssessmentReader.Read(fields, "assessment"),
        NotApplicable = fields.Bool("notApplicable") ?? false,
        IsWithdrawal = fields.Bool("withdrawn") ?? false,
        Comment = fields.Text("comment"),
        Reason = fields.Text("reason"),
    };

    /// <summary>One row.</summary>
    public static SubmittedRow ReadRow(JsonElement element)
    {
        var faults = new List<FieldError>();
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new("row.type", "", "Raden ska vara ett objekt.", "The row must be an object."));
            return new(null, null, null, new(), faults);
        }

        var fields = new JsonFields(element, faults);
        var row = new SubmittedRow(
            fields.Text("indicator"),
            fields.Text("department"),
            fields.Text("round"),
            ReadAnswer(fields),
            faults)
        {
            Revision = fields.Whole("revision"),
        };
        fields.RefuseOthers();
        return row;
    }
}
