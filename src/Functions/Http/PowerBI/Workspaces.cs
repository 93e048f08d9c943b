using Hsvo.Functions.Mapping;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Finds what Power BI's ids mean.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
internal sealed class Workspaces(AreaOptions area, ReadPlans plans)
{
    /// <summary>Every workspace: the samråd's first, then the departments'.</summary>
    public async Task<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken) =>
        ListOf(await plans.ListAsync(cancellationToken));

    /// <summary>One workspace.</summary>
    public async Task<Outcome<Workspace>> FindAsync(string groupId, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(w => IsId(groupId, w.Id)) is { } found ? found : Unknown("groupId", groupId);

    /// <summary>The plans of a workspace: as they were answered for those who answer there, as they are published for everyone else.</summary>
    public async Task<Outcome<IReadOnlyList<WorkspacePlan>>> ListPlansAsync(string groupId, Caller caller, CancellationToken cancellationToken)
    {
        var snapshots = await plans.ListAsync(cancellationToken);
        if (ListOf(snapshots).FirstOrDefault(w => IsId(groupId, w.Id)) is not { } workspace)
        {
            return Unknown("groupId", groupId);
        }

        var shown = workspace.IsWritableBy(caller) ? await plans.ListPlainAsync(cancellationToken) : snapshots;
        return shown.Where(s => workspace.Department is not { } d || s.Plan.FindDepartment(d) is not null).Select(s => new WorkspacePlan(workspace, s)).ToList();
    }

    /// <summary>One plan of a workspace.</summary>
    public async Task<Outcome<WorkspacePlan>> FindPlanAsync(string groupId, string scorecardId, Caller caller, CancellationToken cancellationToken)
    {
        if (!(await ListPlansAsync(groupId, caller, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return failure;
        }

        return found.FirstOrDefault(p => IsId(scorecardId, p.ScorecardId)) is { } plan ? plan : Unknown("scorecardId", scorecardId);
    }

    /// <summary>One node of a plan of a workspace.</summary>
    public async Task<Outcome<WorkspaceNode>> FindNodeAsync(
        string groupId, string scorecardId, string goalId, Caller caller, CancellationToken cancellationToken)
    {
        if (!(await FindPlanAsync(groupId, scorecardId, caller, cancellationToken)).Succeeded(out var plan, out var failure))
        {
            return failure;
        }

        return plan.Snapshot.Plan.Nodes.FirstOrDefault(n => IsId(goalId, PowerBIIds.Goal(plan.ScorecardId, n.Id))) is { } node
            ? new WorkspaceNode(plan, node)
            : Unknown("goalId", goalId);
    }

    private List<Workspace> ListOf(IReadOnlyList<PlanSnapshot> snapshots) =>
    [
        new(PowerBIIds.Group(area.Area, null), $"Samråd HSVO {Capitalised(area.Area)}", null),
        .. snapshots.SelectMany(s => s.Plan.Departments).DistinctBy(d => d.Id)
            .Select(d => new Workspace(PowerBIIds.Group(area.Area, d.Id), d.Name, d.Id)),
    ];

    private static string Capitalised(string id) => char.ToUpperInvariant(id[0]) + id[1..];

    private static bool IsId(string text, Guid id) => Guid.TryParse(text, out var parsed) && parsed == id;

    private static Failure Unknown(string name, string value) =>
        new(FailureKind.NotFound, "id.unknown", "Det finns inget med detta id här.", "There is nothing with this id here.")
        {
            Faults = [new("id.unknown", name, $"Okänt id: {value}", $"Unknown id: {value}")],
        };
}
