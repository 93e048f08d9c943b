using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Plans as push datasets in Power BI's shape, and what their rebuilds found.</summary>
internal static class DatasetMapping
{
    // A rebuild takes seconds; one that has no end after this was cut off.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The one table.</summary>
    public static Table Table { get; } = new(
        PushColumns.TableName, [.. PushColumns.All.Select(c => new Column(c.Name, c.Type.ToString(), $"{c.Swedish} / {c.English}"))]);

    public static Dataset ToDataset(WorkspacePlan plan, Caller caller) => new()
    {
        Id = plan.DatasetId,
        Name = plan.Snapshot.Plan.Title,
        AddRowsAPIEnabled = plan.Workspace.IsWritableBy(caller),
        IsRefreshable = Datasets.IsRefreshableBy(plan, caller),
        IsEffectiveIdentityRequired = false,
        IsEffectiveIdentityRolesRequired = false,
        IsOnPremGatewayRequired = false,
        TargetStorageMode = "PushStreaming",
        PlanId = plan.Snapshot.Plan.Id,
    };

    public static Refresh ToRefresh(Rebuild rebuild, DateTimeOffset now) => new()
    {
        RequestId = rebuild.Id,
        RefreshType = "ViaApi",
        StartTime = PowerBITimes.Instant(rebuild.BeganAt),
        EndTime = rebuild.EndedAt is { } ended ? PowerBITimes.Instant(ended) : null,
        Status = IsGoingOn(rebuild, now) ? "Unknown" : rebuild.EndedAt is null ? "Failed" : "Completed",
        Cells = rebuild.Found?.Cells,
        Mended = rebuild.Found?.Mended,
        Unfounded = rebuild.Found?.Unfounded,
    };

    public static bool IsGoingOn(Rebuild rebuild, DateTimeOffset now) => rebuild.EndedAt is null && now - rebuild.BeganAt < Longest;
}
