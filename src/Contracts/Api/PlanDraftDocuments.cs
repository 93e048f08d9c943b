namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>POST /hsvo/v1/plan-drafts</c>: a plan as it was read from a document, and how. Nothing is stored of it.</summary>
public sealed record PlanDraftDocument
{
    /// <summary>The plan, as <c>POST /hsvo/v1/plans</c> takes it.</summary>
    public required PlanDocument Draft { get; init; }

    /// <summary>How many points of the report a human must settle.</summary>
    public required int ToSettle { get; init; }

    /// <summary>The loading report: how each place was read, and what was not.</summary>
    public required IReadOnlyList<LoadingPointDocument> Report { get; init; }

    /// <summary>The rows that may go on from the plan before.</summary>
    public required IReadOnlyList<ThreadLikenessDocument> Threads { get; init; }

    /// <summary>The threads of the plan before that its rows may go on.</summary>
    public required IReadOnlyList<PreviousThreadDocument> PreviousThreads { get; init; }

    /// <summary>What the import would refuse of the draft as it is; places are those of the draft.</summary>
    public required IReadOnlyList<ProblemFault> Faults { get; init; }
}

/// <summary>One point of the loading report.</summary>
/// <param name="Code">A stable code, "kind.unknown".</param>
/// <param name="Kind">split, pairing, kind, reference, responsible, round, organisation, wording or thread.</param>
/// <param name="Node">The node it concerns, or null.</param>
/// <param name="Place">Where in the document's tables, or null.</param>
/// <param name="Quote">The document's words that it is about, or null.</param>
/// <param name="Message">What was decided and why.</param>
/// <param name="ToSettle">Whether a human must settle it.</param>
/// <param name="Choices">What it may be instead; empty where only the reader knows.</param>
/// <param name="Rows">All the nodes that were read with it: those of a row, or those that share an Ansvar cell; empty where it concerns its node alone.</param>
public sealed record LoadingPointDocument(
    string Code, string Kind, string? Node, TablePlaceDocument? Place, string? Quote, ProblemMessage Message, bool ToSettle, IReadOnlyList<string> Choices, IReadOnlyList<string> Rows);

/// <summary>A place in a table.</summary>
/// <param name="Table">The table, counted through the document from 1.</param>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">The column, "Aktiviteter", or null for the row.</param>
public sealed record TablePlaceDocument(int Table, int Row, string? Column);

/// <summary>A row that may be the same thing going on.</summary>
/// <param name="Node">The draft's node; null for something in ordinary operation.</param>
/// <param name="Text">Its text.</param>
/// <param name="PreviousNode">The node of the plan before; null for something in ordinary operation.</param>
/// <param name="PreviousText">Its text.</param>
/// <param name="Likeness">How alike the texts are, 0 to 1.</param>
/// <param name="Thread">The thread that the plan before has it in, or null.</param>
/// <param name="IsTaken">Whether the draft has the row in that thread.</param>
public sealed record ThreadLikenessDocument(string? Node, string Text, string? PreviousNode, string PreviousText, double Likeness, string? Thread, bool IsTaken);

/// <summary>A thread of the plan before.</summary>
/// <param name="Id">The thread's id.</param>
/// <param name="Name">What people call it.</param>
public sealed record PreviousThreadDocument(string Id, string Name);
