using System.Text.Json;
using System.Text.Json.Serialization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.Api;
using Hsvo.UseCases;

namespace Hsvo.Functions.Pages.Reporting;

/// <summary>A unit's drafts of a round before they are sent: those that are whole, and what the others lack.</summary>
/// <param name="Ready">Those that can be sent.</param>
/// <param name="NotReady">The others, with what the rules say.</param>
/// <param name="Failure">Why none can be sent, where that is of no draft by itself; null when they can.</param>
public sealed record CheckedDrafts(IReadOnlyList<OwnRow> Ready, IReadOnlyList<(OwnRow Row, IReadOnlyList<Fault> Faults)> NotReady, Failure? Failure)
{
    private static readonly JsonSerializerOptions Compact = new(Json.Api) { WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The rows that can be sent, as a form carries them along in our own API's shape: what is sent is what was read.</summary>
    public string ToText(OwnRound round) => JsonSerializer.Serialize(Ready.Select(r => Document(round, r)), Compact);

    /// <summary>The rows of such a text; null when it is none.</summary>
    public static IReadOnlyList<SubmittedRow>? Read(string text)
    {
        using var document = JsonBody.ReadArray(text);
        return document is null ? null : [.. document.RootElement.EnumerateArray().Select(SubmissionReader.ReadRow)];
    }

    /// <summary>A draft as a row of a submission: it is sent only where the answer is the one that it was written from.</summary>
    public static SubmittedRow RowOf(OwnRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var draft = row.Draft!.Draft;
        return new(draft.Key.Indicator, draft.Key.Department, draft.Key.Round, draft.Answer, []) { Revision = draft.BasedOn };
    }

    private static SubmittedReportRequest Document(OwnRound round, OwnRow row)
    {
        var draft = row.Draft!.Draft;
        return new()
        {
            Indicator = row.Indicator.Id,
            Department = round.Department.Id,
            Round = draft.Key.Round,
            Revision = draft.BasedOn,
            Value = ValueOf(draft.Answer.Value),
            Parts = draft.Answer.Parts?.ToDictionary(p => p.Key, p => ValueOf(p.Value)),
            Numerator = draft.Answer.Numerator,
            Denominator = draft.Answer.Denominator,
            Assessment = draft.Answer.Assessment?.Name(),
            NotApplicable = draft.Answer.NotApplicable ? true : null,
            Comment = draft.Answer.Comment,
            Reason = draft.Answer.Reason,
        };
    }

    private static object? ValueOf(SubmittedValue? value) => value is { } sent ? (object?)sent.Bool ?? (object?)sent.Number ?? sent.Text : null;
}
