using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>What is known before a document is read.</summary>
/// <param name="Area">The area.</param>
/// <param name="Plan">The id that the plan is to have; null to make one.</param>
/// <param name="Year">Its year; null to find it in the document.</param>
/// <param name="Previous">The plan it goes on from, with its organisation and threads; null for none.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
public sealed record DraftingContext(string Area, string? Plan, int? Year, Plan? Previous, string Sha256);

/// <summary>A plan as it was read from a document. Nothing is stored of it.</summary>
/// <param name="Plan">The draft.</param>
/// <param name="Points">The loading report.</param>
/// <param name="Threads">What may go on from the plan before.</param>
/// <param name="PreviousThreads">The threads of the plan before that rows may go on.</param>
public sealed record DraftedPlan(Plan Plan, IReadOnlyList<LoadingPoint> Points, IReadOnlyList<ThreadProposal> Threads, IReadOnlyList<PlanThread> PreviousThreads);

/// <summary>One line of the loading report: how a place was read, or what was not.</summary>
public sealed record LoadingPoint
{
    /// <summary>A stable code, "kind.unknown".</summary>
    public required string Code { get; init; }

    /// <summary>What was read into the document.</summary>
    public required ReadingKind Kind { get; init; }

    /// <summary>The node it concerns; null for the plan as a whole or what is in no node.</summary>
    public string? Node { get; init; }

    /// <summary>Where in the document: the table, its row and column; null where it is no cell.</summary>
    public TablePlace? Place { get; init; }

    /// <summary>The document's words that it is about; null where it is about none.</summary>
    public string? Quote { get; init; }

    /// <summary>All the nodes that were read with it, where it is about more than one: those of a row, or those that share an Ansvar cell.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>What was decided and why, in Swedish.</summary>
    public required string Swedish { get; init; }

    /// <summary>The same in English.</summary>
    public required string English { get; init; }

    /// <summary>Whether a human must settle it; else it is only told.</summary>
    public bool IsToSettle { get; init; }

    /// <summary>What it may be instead: kinds, bodies, or the pieces of a cell. Empty where only the reader knows.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A place in a table.</summary>
/// <param name="Table">The table, from 1, counted through the document.</param>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">The column, in the plans' words: "Aktiviteter"; null for the row as a whole.</param>
public sealed record TablePlace(int Table, int Row, string? Column);

/// <summary>A row that may be the same thing going on as one of the plan before.</summary>
/// <param name="Node">The draft's node; null for something in ordinary operation.</param>
/// <param name="Text">Its text.</param>
/// <param name="PreviousNode">The node of the plan before; null for something in ordinary operation.</param>
/// <param name="PreviousText">Its text.</param>
/// <param name="Likeness">How alike the texts are, 0 to 1.</param>
/// <param name="Thread">The thread that the plan before has it in; null where it has none.</param>
/// <param name="IsTaken">Whether the draft has put the row in the thread.</param>
public sealed record ThreadProposal(string? Node, string Text, string? PreviousNode, string PreviousText, double Likeness, string? Thread, bool IsTaken);
