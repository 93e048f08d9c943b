using Hsvo.Contracts.Api;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>The reporting burden in our own API's shape.</summary>
internal static class BurdenMapping
{
    public static BurdenDocument ToDocument(PlanBurden burden) => new(
        PlanMapping.ToSummary(burden.Plan),
        burden.Plan.ResponsibilityIsAssumed,
        [
            .. burden.Departments.Select(d => new DepartmentBurdenDocument(
                d.Department.Id, d.Department.Name, [.. d.Rounds.Select(ToDocument)], [.. d.NeverChanged.Select(n => new UnchangedRowDocument(n.Id, n.Text))])),
        ]);

    private static RoundBurdenDocument ToDocument(RoundBurden round) => new()
    {
        Round = round.Round.Id,
        Owed = round.Owed,
        Answered = round.Answered,
        OnTime = round.OnTime,
        Late = round.Late,
        Awaited = round.Awaited,
        Missing = round.Missing,
        NotApplicable = round.NotApplicable,
        Repeated = round.Repeated,
        Carried = round.Carried,
    };
}
