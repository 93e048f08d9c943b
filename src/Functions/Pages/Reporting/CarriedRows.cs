using System.Text.Json;
using System.Text.Json.Serialization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>Rows of a submission as a form carries them along in our own API's shape: what is sent is what was looked at.</summary>
internal static class CarriedRows
{
    private const string Prefix = "/reports/";

    private static readonly JsonSerializerOptions Compact = new(Json.Api) { WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The rows as a text.</summary>
    public static string Write(IEnumerable<SubmittedRow> rows) => JsonSerializer.Serialize(rows.Select(Document), Compact);

    /// <summary>The rows of such a text; null when it is none.</summary>
    public static IReadOnlyList<SubmittedRow>? Read(string text)
    {
        using var document = JsonBody.ReadArray(text);
        return document is null ? null : [.. document.RootElement.EnumerateArray().Select(SubmissionReader.ReadRow)];
    }

    /// <summary>Which of the rows a fault is of, from 0, by its pointer ("/reports/3/value"); null for one that is of none.</summary>
    public static int? PlaceOf(string pointer) =>
        pointer.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(pointer[Prefix.Length..].Split('/')[0], out var place) ? place : null;

    private static SubmittedReportRequest Document(SubmittedRow row) => new()
    {
        Indicator = row.Indicator!,
        Department = row.Department!,
        Round = row.Round!,
        Revision = row.Revision,
        Value = ValueOf(row.Answer.Value),
        Parts = row.Answer.Parts?.ToDictionary(p => p.Key, p => ValueOf(p.Value)),
        Numerator = row.Answer.Numerator,
        Denominator = row.Answer.Denominator,
        Assessment = row.Answer.Assessment?.Name(),
        NotApplicable = row.Answer.NotApplicable ? true : null,
        Comment = row.Answer.Comment,
        Reason = row.Answer.Reason,
    };

    private static object? ValueOf(SubmittedValue? value) => value is { } sent ? (object?)sent.Bool ?? (object?)sent.Number ?? sent.Text : null;
}
