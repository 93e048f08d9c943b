using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Mapping;

/// <summary>A plan's health in our own API's shape.</summary>
internal static class PlanHealthMapping
{
    public static PlanHealthDocument ToDocument(Plan plan)
    {
        var findings = PlanHealth.FindingsOf(plan);
        return new(
            PlanMapping.ToSummary(plan),
            findings.CountBy(f => f.Code).OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(),
            [.. findings.Select(f => new HealthFindingDocument(f.Code, f.Node, f.Node is null ? null : plan.Node(f.Node).Text, new(f.Swedish, f.English)))]);
    }
}
