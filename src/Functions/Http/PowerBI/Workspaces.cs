using Hsvo.Domain.Reports;
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

    /// <summary>The plans of a workspace as they were known at an instant, but for those that weren't there then; as they stand without one.</summary>
    public async Task<Outcome<IReadOnlyList<WorkspacePlan>>> ListPlansAsync(
        string groupId, Caller caller, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var found = await ListPlansAsync(groupId, caller, cancellationToken);
        if (asOf is not { } instant || found.Value is not { } plansNow)
        {
            return found;
        }

        var then = new List<WorkspacePlan>();
        foreach (var plan in plansNow)
        {
            if ((await AsOfAsync(plan, caller, instant, cancellationToken)).Succeeded(out var past, out var failure))
            {
                then.Add(past);
            }
            else if (failure.Kind != FailureKind.NotFound)
            {
                return failure;
            }
        }

        return then;
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

    /// <summary>One plan of a workspace as it was known at an instant; as it stands without one.</summary>
    public async Task<Outcome<WorkspacePlan>> FindPlanAsync(
        string groupId, string scorecardId, Caller caller, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var found = await FindPlanAsync(groupId, scorecardId, caller, cancellationToken);
        return asOf is { } instant && found.Value is { } plan ? await AsOfAsync(plan, caller, instant, cancellationToken) : found;
    }

    /// <summary>One node of a plan of a workspace.</summary>
    public async Task<Outcome<WorkspaceNode>> FindNodeAsync(
        string groupId, string scorecardId, string goalId, Caller caller, CancellationToken cancellationToken)
    {
        if (!(await FindPlanAsync(groupId, scorecardId, caller, cancellationToken)).Succeeded(out var plan, out var failure))
        {
            return failure;
        }

        return FindNode(plan, goalId);
    }

    /// <summary>One node of a plan of a workspace as it was known at an instant; as it stands without one.</summary>
    public async Task<Outcome<WorkspaceNode>> FindNodeAsync(
        string groupId, string scorecardId, string goalId, Caller caller, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        (await FindPlanAsync(groupId, scorecardId, caller, asOf, cancellationToken)).Succeeded(out var plan, out var failure) ? FindNode(plan, goalId) : failure;

    /// <summary>Whether a text is an id, in whatever spelling.</summary>
    public static bool IsId(string text, Guid id) => Guid.TryParse(text, out var parsed) && parsed == id;

    /// <summary>That there is nothing with an id.</summary>
    /// <param name="name">What the id is called.</param>
    /// <param name="value">The id.</param>
    public static Failure Unknown(string name, string value) =>
        new(FailureKind.NotFound, "id.unknown", "Det finns inget med detta id här.", "There is nothing with this id here.")
        {
            Faults = [new("id.unknown", name, $"Okänt id: {Excerpt.Of(value)}", $"Unknown id: {Excerpt.Of(value)}")],
        };

    private static Outcome<WorkspaceNode> FindNode(WorkspacePlan plan, string goalId) =>
        Guid.TryParse(goalId, out var id) && plan.Ids.NodeOf(id) is { } node ? new WorkspaceNode(plan, plan.Snapshot.Plan.Node(node)) : Unknown("goalId", goalId);

    // The unit's own answers for the unit, at whatever time; nothing that is hidden now for anyone else.
    private async Task<Outcome<WorkspacePlan>> AsOfAsync(WorkspacePlan plan, Caller caller, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var id = plan.Snapshot.Plan.Id;
        var found = plan.Workspace.IsWritableBy(caller)
            ? await plans.FindPlainAsync(id, asOf, cancellationToken)
            : await plans.FindAsync(id, asOf, cancellationToken);
        return found.Succeeded(out var then, out var failure) ? plan with { Snapshot = then } : failure;
    }

    private List<Workspace> ListOf(IReadOnlyList<PlanSnapshot> snapshots) =>
    [
        new(PowerBIIds.Group(area.Area, null), $"Samråd HSVO {Capitalised(area.Area)}", null),
        .. snapshots.SelectMany(s => s.Plan.Departments).DistinctBy(d => d.Id)
            .Select(d => new Workspace(PowerBIIds.Group(area.Area, d.Id), d.Name, d.Id)),
    ];

    private static string Capitalised(string id) => char.ToUpperInvariant(id[0]) + id[1..];
}
