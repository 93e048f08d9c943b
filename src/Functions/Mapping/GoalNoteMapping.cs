using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>
/// What is written in reports, as Power BI's notes. A report has one comment, so a check-in has one note in a department's workspace; in the samråd's it
/// has one for each department that wrote something.
/// </summary>
/// <param name="plan">The plan in its workspace.</param>
/// <param name="today">Today in Stockholm.</param>
internal sealed class GoalNoteMapping(WorkspacePlan plan, DateOnly today)
{
    // Swedish letters stand as they are.
    private static readonly JsonSerializerOptions ContentJson = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The notes of an indicator's check-in of one round.</summary>
    public IReadOnlyList<GoalNote> Of(PlanNode indicator, Round round) => plan.Snapshot.StatusIn(round, today, plan.Workspace.Department)[indicator.Id].Cells
        .Where(c => c is { Report: not null, IsCarried: false })
        .Select(c => Of(c.Report!))
        .OfType<GoalNote>()
        .ToList();

    /// <summary>Check-ins with their notes.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="values">Its check-ins.</param>
    /// <param name="contextOf">The context of a round's notes.</param>
    public IReadOnlyList<GoalValue> Expand(PlanNode indicator, IReadOnlyList<GoalValue> values, Func<Round, string> contextOf)
    {
        var rounds = plan.Snapshot.Plan.Rounds.ToDictionary(r => PowerBITimes.Day(r.Ends));
        return [.. values.Select(v => v with { NotesODataContext = contextOf(rounds[v.Timestamp]), Notes = Of(indicator, rounds[v.Timestamp]) })];
    }

    /// <summary>A report's note; null when nothing is written in it.</summary>
    public GoalNote? Of(Report report) => TextOf(report) is not { } text ? null : new()
    {
        Id = IdOf(report.Key),
        ValueTimestamp = PowerBITimes.Day(plan.Snapshot.Plan.FindRound(report.Key.Round)!.Ends),
        GoalId = PowerBIIds.Goal(plan.ScorecardId, report.Key.Indicator),
        ScorecardId = plan.ScorecardId,
        CreatedTime = PowerBITimes.Instant(report.FirstReportedAt),
        LastModifiedTime = PowerBITimes.Instant(report.ReportedAt),
        Body = text,
        Content = ContentOf(text),
    };

    /// <summary>The id of a cell's note.</summary>
    public Guid IdOf(ReportKey key) => PowerBIIds.Note(plan.ScorecardId, key.Indicator, key.Round, key.Department);

    /// <summary>The text of a report's note: of a qualitative answer its words (design section 6), else the comment, else why the row isn't applicable.</summary>
    public static string? TextOf(Report report) => report.Answer.Value?.Text ?? report.Comment ?? (report.Answer.NotApplicable ? report.Reason : null);

    /// <summary>What happened to one of many check-ins.</summary>
    public static GoalValueReceipt ToReceipt(WorkspacePlan plan, RowReceipt row, int place) => new(
        place,
        PowerBIIds.Goal(plan.ScorecardId, row.Key.Indicator),
        PowerBITimes.Day(plan.Snapshot.Plan.FindRound(row.Key.Round)!.Ends),
        row.Result.ToName(),
        row.Revision);

    /// <summary>A text as Power BI's own editor keeps it.</summary>
    public static string ContentOf(string text) => JsonSerializer.Serialize(
        new { general = new[] { new { properties = new { paragraphs = new[] { new { textRuns = new[] { new { value = text } } } } } } } }, ContentJson);
}
