using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Finds plans as push datasets: those of a workspace, or of the caller's own where the address names none.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
internal sealed class Datasets(AreaOptions area, ReadPlans plans)
{
    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary>Whether a caller may have a dataset rebuilt: who reports there, and the coordinator everywhere.</summary>
    public static bool IsRefreshableBy(WorkspacePlan dataset, Caller caller) => dataset.Workspace.IsWritableBy(caller) || caller.Is(Role.Coordinator);

    /// <summary>The context URL of what stands in a workspace, or in the caller's own.</summary>
    public static string ContextOf(HttpRequest request, string? groupId, string fragment) =>
        groupId is null ? $"{PowerBIContext.Root(request)}/$metadata#{fragment}" : PowerBIContext.Of(request, Guid.Parse(groupId), fragment);

    /// <summary>The datasets of a workspace.</summary>
    /// <param name="groupId">The workspace; null for the caller's own, which may be none.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<IReadOnlyList<WorkspacePlan>>> ListAsync(string? groupId, Caller caller, CancellationToken cancellationToken)
    {
        if (groupId is not null)
        {
            return await _workspaces.ListPlansAsync(groupId, caller, cancellationToken);
        }

        return caller.Department is { } own
            && (await _workspaces.ListPlansAsync(PowerBIIds.Group(area.Area, own).ToString(), caller, cancellationToken)).Succeeded(out var found, out _)
            ? found.ToList()
            : new List<WorkspacePlan>();
    }

    /// <summary>One dataset.</summary>
    public async Task<Outcome<WorkspacePlan>> FindAsync(string? groupId, string datasetId, Caller caller, CancellationToken cancellationToken)
    {
        if (!(await ListAsync(groupId, caller, cancellationToken)).Succeeded(out var found, out var failure))
        {
            return failure;
        }

        return Guid.TryParse(datasetId, out var id) && found.FirstOrDefault(d => d.DatasetId == id) is { } dataset ? dataset : Unknown("datasetId", datasetId);
    }

    /// <summary>One dataset whose table is named.</summary>
    public async Task<Outcome<WorkspacePlan>> FindTableAsync(string? groupId, string datasetId, string table, Caller caller, CancellationToken cancellationToken)
    {
        var dataset = await FindAsync(groupId, datasetId, caller, cancellationToken);
        return dataset.Failure is null && !table.Equals(PushColumns.TableName, StringComparison.OrdinalIgnoreCase) ? Unknown("tableName", table) : dataset;
    }

    /// <summary>Why a caller may not write in a workspace, with the one that it may write in.</summary>
    public async Task<Failure> RefusalAsync(Caller caller, CancellationToken cancellationToken) =>
        caller.Department is { } own && (await _workspaces.ListAsync(cancellationToken)).FirstOrDefault(w => w.Department == own) is { } right
            ? new(FailureKind.Forbidden, "department.forbidden", $"Du rapporterar i arbetsytan {right.Name} ({right.Id}).", $"You report in the workspace {right.Name} ({right.Id}).")
            : new(FailureKind.Forbidden, "department.forbidden", "Du rapporterar inte för någon enhet.", "You report for no unit.");

    private static Failure Unknown(string name, string value) =>
        new(FailureKind.NotFound, "id.unknown", "Det finns inget med detta id här.", "There is nothing with this id here.")
        {
            Faults = [new("id.unknown", name, $"Okänt: {Excerpt.Of(value)}", $"Unknown: {Excerpt.Of(value)}")],
        };
}
