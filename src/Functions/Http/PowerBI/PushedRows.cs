using System.Globalization;
using System.Text.Json;
using Hsvo.Domain.Reports;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Rows pushed to a dataset, read as a submission (PowerBI-CSharp swagger: PostRowsRequest).</summary>
internal sealed class PushedRows : IDisposable
{
    private const string SequenceNumber = "X-PowerBI-PushData-SequenceNumber";

    // Room for the most rows with a comment of some length each.
    private const int MaxBytes = 16 * 1024 * 1024;

    private const string Reports = "/reports/";

    private readonly JsonDocument _body;
    private readonly List<PushedRow> _rows;

    private PushedRows(JsonDocument body, List<PushedRow> rows, Submission submission) => (_body, _rows, Submission) = (body, rows, submission);

    /// <summary>The submission.</summary>
    public Submission Submission { get; }

    /// <summary>Reads the body and the headers that make sending again safe.</summary>
    /// <param name="request">The request.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<Outcome<PushedRows>> ReadAsync(HttpRequest request, WorkspacePlan dataset, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        var key = ReadKey(request, errors);
        if (!(await JsonBody.ReadAsync(request, cancellationToken, MaxBytes)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        var fields = new JsonFields(body.RootElement, errors);
        var array = fields.Array("rows");
        fields.RefuseOthers();
        BodyFailures.Require(array, "rows", errors);
        if (errors.Count == 0 && array!.Value.GetArrayLength() is var count && count is 0 or > SubmitReports.MaxPushedRows)
        {
            body.Dispose();
            return Counted(count);
        }

        if (errors.Count > 0)
        {
            body.Dispose();
            return Refused([.. errors.Select(e => new Fault(e.Code, e.Field, e.Swedish, e.English))]);
        }

        var rows = array!.Value.EnumerateArray().Select(r => new PushedRow(r)).ToList();
        var (plan, department) = (dataset.Snapshot.Plan, dataset.Workspace.Department!);
        return new PushedRows(body, rows, new(request.Caller(), plan.Id, [.. rows.Select(r => r.Read(plan, department))], DryRun: false, key, Door.PowerBI)
        {
            MaxRows = SubmitReports.MaxPushedRows,
        });
    }

    /// <summary>A failure of the submission as one of the push: its status, and each fault with the row and column as they were sent.</summary>
    public Failure InThisShape(Failure failure) => InRows(InWordsOfTheNumber(failure));

    private Failure InRows(Failure failure) => failure with
    {
        // Power BI knows no 422.
        Kind = failure.Kind == FailureKind.Invalid ? FailureKind.Malformed : failure.Kind,
        Faults =
        [
            .. failure.Faults.Select(f => f.Code.StartsWith("parts.", StringComparison.Ordinal) ? PartsHaveAnotherDoor with { Pointer = TargetOf(f.Pointer) } : f with { Pointer = TargetOf(f.Pointer) }),
            .. Stored(failure.StoredRows.Count),
        ],
    };

    // Whoever sent a number is told of the number.
    private Failure InWordsOfTheNumber(Failure failure) => failure.Code != "idempotency.mismatch" || !HasNumber ? failure : failure with
    {
        Swedish = $"Samma {SequenceNumber} har använts för ett annat innehåll.",
        English = $"The same {SequenceNumber} was used for another body.",
        Faults = [.. failure.Faults.Select(f => f with { Swedish = "Använd ett nytt nummer för ett nytt innehåll.", English = "Use a new number for a new body." })],
    };

    /// <inheritdoc/>
    public void Dispose() => _body.Dispose();

    private static Fault PartsHaveAnotherDoor { get; } = new("parts.required", "",
        "Raden är sammansatt: här kan bara 1 (ja för alla delar) lämnas; svara per del med POST /hsvo/v1/reports.",
        "The row is compound: here only 1 (yes for all parts) can be given; answer by part with POST /hsvo/v1/reports.");

    private bool HasNumber => Submission.IdempotencyKey?.StartsWith(SequenceNumber, StringComparison.Ordinal) == true;

    // The two kinds of keys never meet, since no header holds a line break. Both at once are refused: each may stand for another earlier post, and then
    // one of the two answers would be wrong.
    private static string? ReadKey(HttpRequest request, List<FieldError> errors)
    {
        var key = IdempotencyKeys.Read(request, errors);
        var sent = request.Headers[SequenceNumber];
        if (sent.Count == 0)
        {
            return key;
        }

        if (sent is not [{ } text] || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add(new("sequence.number", SequenceNumber, "Numret ska vara ett heltal, noll eller mer, en gång.", "The number must be a whole number, zero or more, once."));
            return key;
        }

        if (key is not null)
        {
            errors.Add(new("sequence.withKey", SequenceNumber,
                $"Skicka antingen numret eller {IdempotencyKeys.Header}.", $"Send either the number or {IdempotencyKeys.Header}."));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{SequenceNumber}\n{number}");
    }

    private static Failure Counted(int count) => new(
        count == 0 ? FailureKind.Malformed : FailureKind.TooLarge, "rows.count",
        "Inget har sparats.", "Nothing was stored.")
    {
        Faults = [new("rows.count", "rows", $"Skicka 1 till {SubmitReports.MaxPushedRows} rader åt gången; det här är {count}.",
            $"Send 1 to {SubmitReports.MaxPushedRows} rows at a time; these are {count}.")],
    };

    private static Failure Refused(IReadOnlyList<Fault> faults) => new(FailureKind.Malformed, "rows.invalid",
        "Inget har sparats: rätta felen och skicka igen.", "Nothing was stored: mend the faults and send again.")
    {
        Faults = faults,
    };

    private static IEnumerable<Fault> Stored(int rows) => rows == 0
        ? []
        : [new("rows.stored", "rows", $"{rows} rader är sparade; skicka samma sak igen, så dubbleras de inte.", $"{rows} rows are stored; send the same again, and they are not doubled.")];

    // "/reports/17/value" is "rows[17].Value", or "rows[17].value" when the row writes it so.
    private string TargetOf(string pointer)
    {
        if (!pointer.StartsWith(Reports, StringComparison.Ordinal))
        {
            return pointer == IdempotencyKeys.Header && HasNumber ? SequenceNumber : pointer;
        }

        var (row, field) = pointer[Reports.Length..].Split('/', 2) is [var r, var f] ? (r, f.Split('/')[0]) : (pointer[Reports.Length..], "");
        var index = int.Parse(row, NumberStyles.None, CultureInfo.InvariantCulture);
        return field.Length == 0 ? $"rows[{index}]" : $"rows[{index}].{_rows[index].ColumnOf(field)}";
    }
}
