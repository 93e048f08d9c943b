using Hsvo.Domain.Plans;
using Hsvo.Functions.Http.PowerBI;

namespace Hsvo.Functions.Mapping;

/// <summary>When each node of a plan in a workspace was changed last: by an answer on it or below it, or by the plan's version.</summary>
internal sealed class LastChanges
{
    private readonly WorkspacePlan _plan;
    private readonly Dictionary<string, DateTimeOffset> _answers = new(StringComparer.Ordinal);

    /// <summary>Reads the answers that count in the workspace.</summary>
    /// <param name="plan">The plan in its workspace.</param>
    public LastChanges(WorkspacePlan plan)
    {
        _plan = plan;
        var department = plan.Workspace.Department;
        foreach (var cell in plan.Snapshot.Cells.Where(c => department is null || c.Key.Department == department))
        {
            for (var node = Plan.Find(cell.Key.Indicator); node is not null; node = node.ParentId is { } parent ? Plan.Find(parent) : null)
            {
                if (!_answers.TryGetValue(node.Id, out var known) || known < cell.ChangedAt)
                {
                    _answers[node.Id] = cell.ChangedAt;
                }
            }
        }
    }

    /// <summary>The newest of all; null where none is known.</summary>
    public DateTimeOffset? Newest => Latest(_answers.Count > 0 ? _answers.Values.Max() : null);

    private Plan Plan => _plan.Snapshot.Plan;

    /// <summary>A node's; null where none is known. A reference changes with the row that it shows.</summary>
    public DateTimeOffset? Of(PlanNode node) => Latest(_answers.TryGetValue(node.Indicator?.RefersTo ?? node.Id, out var at) ? at : null);

    private DateTimeOffset? Latest(DateTimeOffset? answer) => answer is null || Plan.Imported?.At > answer ? Plan.Imported?.At : answer;
}
