using Hsvo.Contracts.PowerBI;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Workspaces in Power BI's shape.</summary>
internal static class GroupMapping
{
    public static Group ToGroup(Workspace workspace, Caller caller) => new()
    {
        Id = workspace.Id,
        IsReadOnly = !workspace.IsWritableBy(caller),
        IsOnDedicatedCapacity = false,
        Name = workspace.Name,
        Type = "Workspace",
    };
}
