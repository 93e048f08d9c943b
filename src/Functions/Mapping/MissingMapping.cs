using Hsvo.Contracts.Api;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>The missing list in our own API's shape.</summary>
internal static class MissingMapping
{
    public static MissingDocument ToDocument(MissingList missing) => new()
    {
        Today = missing.Today,
        Plans = [.. missing.Plans.Select(ToDocument)],
        Departments =
        [
            .. missing.Units.Select(unit => new DepartmentMissingDocument(
                unit.Department.Id,
                unit.Department.Name,
                unit.Parts.Sum(p => p.Missing.Owed),
                unit.Parts.Sum(p => p.Missing.Owed - p.Missing.Rows.Count),
                unit.DaysLeft,
                [.. unit.Parts.Select(ToDocument)],
                unit.Awaited.Count == 0 ? null : ReminderTexts.Of(unit))),
        ],
    };

    private static MissingPlanDocument ToDocument(MissingAnswers missing) => new(
        PlanMapping.ToSummary(missing.Status.Plan),
        PlanMapping.ToDocument(missing.Status.Round),
        missing.Status.Meeting is { } meeting ? MeetingMapping.ToDocument(meeting) : null,
        missing.Status.Timeline is { } timeline ? MeetingMapping.ToDocument(timeline) : null,
        missing.DaysLeft,
        missing.Status.Plan.ResponsibilityIsAssumed);

    private static DepartmentPlanMissingDocument ToDocument(UnitPart part) => new(
        part.Plan.Status.Plan.Id,
        part.Plan.Status.Round.Id,
        part.Missing.Owed,
        part.Missing.Owed - part.Missing.Rows.Count,
        part.Missing.Rows.Count == 0 ? null : part.Plan.DaysLeft,
        [.. part.Missing.Rows.Select(r => new MissingRowDocument(r.Goal.Number ?? r.Goal.Id, r.Indicator.Id, r.Indicator.Text, r.Reporting.Name(), r.Question))],
        part.Missing.NothingMore is { } declared ? DeclarationMapping.ToDocument(declared) : null);
}
