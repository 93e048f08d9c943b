using System.Globalization;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>What came of an import, and a plan's versions, in our own API's shape.</summary>
internal static class PlanImportMapping
{
    public static PlanImportDocument ToDocument(PlanImported imported)
    {
        var misfits = imported.Changes.Misfits.CountBy(m => m.Key.Indicator).ToDictionary(StringComparer.Ordinal);
        return new()
        {
            Plan = PlanMapping.ToSummary(imported.Plan),
            Result = imported.Result.ToName(),
            DryRun = imported.DryRun,
            Parts = imported.Changes.Parts,
            Nodes =
            [
                .. imported.Changes.Nodes.Select(c => new NodeChangeDocument(
                    c.Node.Id, c.Node.Kind.ToName(), c.Node.Text, c.Kind.ToName(), c.Fields, misfits.GetValueOrDefault(c.Node.Id))),
            ],
            Misfits =
            [
                .. imported.Changes.Misfits.Select(m => new MisfitDocument(m.Key.Indicator, m.Key.Department, m.Key.Round, m.Kind.ToName(), TextOf(m.Kind))),
            ],
        };
    }

    public static PlanVersionList ToList(string plan, IReadOnlyList<PlanVersion> versions) => new(plan,
    [
        .. versions.Select(v => new PlanVersionDocument(
            v.Number, v.Imported?.At, v.Imported?.By, v.Imported is { IsExample: true },
            string.Create(CultureInfo.InvariantCulture, $"/hsvo/v1/plans/{plan}?version={v.Number}"))),
    ]);

    public static ProblemMessage TextOf(MisfitKind kind) => kind switch
    {
        MisfitKind.RowRemoved => new("Raden finns inte längre i planen.", "The row is no longer in the plan."),
        MisfitKind.RowNotAnswered => new("Raden besvaras inte längre.", "The row is no longer answered."),
        MisfitKind.OtherAnswer => new("Raden frågar nu efter ett annat slags svar.", "The row now asks for another kind of answer."),
        MisfitKind.DepartmentRemoved => new("Enheten finns inte längre i planen.", "The unit is no longer in the plan."),
        MisfitKind.NotOwed => new("Enheten svarar inte längre för raden.", "The unit no longer answers for the row."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
