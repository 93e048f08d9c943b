using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Summaries;

/// <summary>What a paper said of one node. The sealed paper keeps it, so that the next one can tell what changed by that alone.</summary>
public sealed record Standing
{
    /// <summary>The node.</summary>
    public required string Node { get; init; }

    /// <summary>How it went; null when nothing answered said.</summary>
    public required Status? Status { get; init; }

    /// <summary>Answers that counted.</summary>
    public required int Answered { get; init; }

    /// <summary>Answers owed.</summary>
    public required int Owed { get; init; }

    /// <summary>The departments whose answer in the round was awaited; empty for other nodes than indicators.</summary>
    public IReadOnlyList<string> Awaiting { get; init; } = [];

    /// <summary>How every node of a plan stands.</summary>
    public static IReadOnlyList<Standing> Of(PlanStatus status) => [.. status.Nodes.Select(Of)];

    private static Standing Of(NodeStatus node) => new()
    {
        Node = node.Node.Id,
        Status = node.Status,
        Answered = node.Coverage.Answered,
        Owed = node.Coverage.Owed,
        Awaiting = [.. node.Cells.Where(c => c.Reporting is ReportingStatus.Due or ReportingStatus.Missing).Select(c => c.Department.Id)],
    };
}
