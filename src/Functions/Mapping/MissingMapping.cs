using Hsvo.Contracts.Api;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>The missing list in our own API's shape.</summary>
internal static class MissingMapping
{
    public static MissingDocument ToDocument(MissingAnswers missing) => new()
    {
        Plan = PlanMapping.ToSummary(missing.Status.Plan),
        Round = PlanMapping.ToDocument(missing.Status.Round),
        Meeting = missing.Status.Meeting is { } meeting ? MeetingMapping.ToDocument(meeting) : null,
        Timeline = missing.Status.Timeline is { } timeline ? MeetingMapping.ToDocument(timeline) : null,
        Today = missing.Status.Today,
        DaysLeft = missing.DaysLeft,
        ResponsibilityIsAssumed = missing.Status.Plan.ResponsibilityIsAssumed,
        Departments =
        [
            .. missing.Departments.Select(d => new DepartmentMissingDocument(
                d.Department.Id,
                d.Department.Name,
                d.Owed,
                d.Owed - d.Rows.Count,
                [.. d.Rows.Select(r => new MissingRowDocument(r.Goal.Number ?? r.Goal.Id, r.Indicator.Id, r.Indicator.Text, r.Reporting.Name(), r.Question))],
                d.Rows.Count == 0 ? null : missing.DaysLeft,
                d.NothingMore is { } declared ? DeclarationMapping.ToDocument(declared) : null,
                d.Rows.Count == 0 ? null : ReminderTexts.Of(missing, d))),
        ],
    };
}
