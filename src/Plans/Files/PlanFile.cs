using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Files;

/// <summary>A plan as it stands in its data file: the document's own order, table by table, cell by cell.</summary>
internal sealed record PlanFile
{
    public required string Area { get; init; }

    public required string Id { get; init; }

    public PlanKind Kind { get; init; }

    public PlanCadence Cadence { get; init; }

    public required string Title { get; init; }

    public required int Year { get; init; }

    public PlanPeriod? Period { get; init; }

    public required Adoption Adopted { get; init; }

    public required QuotedText? OverallGoal { get; init; }

    /// <summary>What the plan as a whole depends on.</summary>
    public IReadOnlyList<PlanCondition> Conditions { get; init; } = [];

    public required PlanSource Source { get; init; }

    public required IReadOnlyList<Round> Rounds { get; init; }

    public required IReadOnlyList<Board> Boards { get; init; }

    public required IReadOnlyList<ResponsibleBody> Bodies { get; init; }

    public required IReadOnlyList<Department> Departments { get; init; }

    public required bool ResponsibilityIsAssumed { get; init; }

    /// <summary>What was read into the document as a whole.</summary>
    public required IReadOnlyList<ReadingEntry> Readings { get; init; }

    public required IReadOnlyList<FocusAreaEntry> FocusAreas { get; init; }

    public required IReadOnlyList<OrdinaryOperation> OrdinaryOperations { get; init; }

    /// <summary>The figures that the document itself states.</summary>
    public IReadOnlyList<FigureEntry> Figures { get; init; } = [];

    /// <summary>The figures that are computed from others.</summary>
    public IReadOnlyList<DerivedFigureSpec> DerivedFigures { get; init; } = [];

    /// <summary>The threads that rows of the plan, or the plan itself, belong to.</summary>
    public IReadOnlyList<ThreadEntry> Threads { get; init; } = [];
}

/// <summary>When and by whom the plan was adopted; without a date where the document has none.</summary>
internal sealed record Adoption(DateOnly? Date, string By, string Quote);

/// <summary>A figure, and what was read into it.</summary>
internal sealed record FigureEntry(DocumentFigure Figure, string? Reading);

/// <summary>A thread, and why its places are the same thing going on.</summary>
internal sealed record ThreadEntry(string Id, string Name, string Reading, bool CoversPlan = false);

/// <summary>A text and where it stands.</summary>
internal sealed record QuotedText(string Text, string Quote);

/// <summary>A reading at the place it concerns.</summary>
internal sealed record ReadingEntry(ReadingKind Kind, string Text);
