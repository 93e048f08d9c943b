using Hsvo.Domain.Plans;
using Hsvo.Domain.Proposals;

namespace Hsvo.Plans.Files;

/// <summary>The proposals of one document as they stand in their data file.</summary>
internal sealed record ProposalFile
{
    public required string Area { get; init; }

    public required int Year { get; init; }

    public required string Department { get; init; }

    public required string DepartmentName { get; init; }

    public required string? Board { get; init; }

    public required DateOnly ProposedAt { get; init; }

    public required PlanSource Source { get; init; }

    /// <summary>What was read into the document as a whole.</summary>
    public required IReadOnlyList<ReadingEntry> Readings { get; init; }

    public required IReadOnlyList<ProposalEntry> Proposals { get; init; }
}

/// <summary>One proposal.</summary>
internal sealed record ProposalEntry
{
    public required string Id { get; init; }

    public required ProposalKind Kind { get; init; }

    /// <summary>The text people read, where it isn't the quote itself.</summary>
    public string? Text { get; init; }

    public required string Quote { get; init; }

    public IReadOnlyList<string> Threads { get; init; } = [];

    public IReadOnlyList<ReadingEntry> Readings { get; init; } = [];
}
