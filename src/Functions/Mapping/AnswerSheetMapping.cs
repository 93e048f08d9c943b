using Hsvo.Contracts.Api;
using Hsvo.Domain.Statuses;
using Hsvo.Functions.Spreadsheets;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>What a unit is asked in a round, in our own API's shape.</summary>
internal static class AnswerSheetMapping
{
    public static AnswerSheetDocument ToDocument(AnswerSheet sheet) => new()
    {
        Plan = PlanMapping.ToSummary(sheet.Status.Plan),
        Round = PlanMapping.ToDocument(sheet.Status.Round),
        Department = sheet.Department.Id,
        DepartmentName = sheet.Department.Name,
        Timeline = sheet.Status.Timeline is { } timeline ? MeetingMapping.ToDocument(timeline) : null,
        Rows = [.. sheet.Rows.Select(r => ToDocument(sheet, r))],
    };

    private static AskedRowDocument ToDocument(AnswerSheet sheet, AskedRow row) => new()
    {
        Indicator = row.Indicator.Id,
        Text = row.Indicator.Text,
        Goal = row.Goal.Id,
        Activity = row.Activity?.Id,
        AnswerKind = row.Indicator.Indicator!.Kind.ToName(),
        AsksFor = AnswerLines.AsksFor(row.Indicator.Indicator),
        Parts = row.Indicator.Indicator.Parts is { Count: > 0 } parts ? parts.ToDictionary(p => p.Id, p => p.Text) : null,
        Assessments = [.. sheet.OfferedIn(row).Select(s => s.Name())],
        Reporting = row.Cell.ReportingShown.Name(),
        ReportingText = row.Cell.ReportingShown.Swedish(),
        Revision = row.Revision,
        Answer = row.Cell.Report is { } report ? ReportMapping.ToDocument(report) : null,
    };
}
