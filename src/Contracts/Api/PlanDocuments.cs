namespace Hsvo.Contracts.Api;

/// <summary>A plan in a list.</summary>
/// <param name="Id">The plan's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">Its year.</param>
/// <param name="Version">Its version.</param>
public sealed record PlanSummary(string Id, string Title, int Year, int Version);

/// <summary>The answer of <c>GET /hsvo/v1/plans</c>.</summary>
/// <param name="Plans">The area's plans.</param>
public sealed record PlanList(IReadOnlyList<PlanSummary> Plans);

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}</c>: what the plan says, each row with its quote.</summary>
public sealed record PlanDocument
{
    /// <summary>The plan.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>The goal above all others.</summary>
    public required string OverallGoal { get; init; }

    /// <summary>When it was adopted.</summary>
    public required DateOnly Adopted { get; init; }

    /// <summary>Who adopted it.</summary>
    public required string AdoptedBy { get; init; }

    /// <summary>The registry number, or null where the document has none.</summary>
    public required string? Diarienummer { get; init; }

    /// <summary>The document it was read from.</summary>
    public required PlanSourceDocument Source { get; init; }

    /// <summary>Whether who owes what is an assumption until the coordinating office confirms it.</summary>
    public required bool ResponsibilityIsAssumed { get; init; }

    /// <summary>The rounds.</summary>
    public required IReadOnlyList<RoundDocument> Rounds { get; init; }

    /// <summary>Nämnder and styrelser.</summary>
    public required IReadOnlyList<BoardDocument> Boards { get; init; }

    /// <summary>The reporting units.</summary>
    public required IReadOnlyList<DepartmentDocument> Departments { get; init; }

    /// <summary>The bodies that the Ansvar column names.</summary>
    public required IReadOnlyList<BodyDocument> Bodies { get; init; }

    /// <summary>Every node, each after its parent.</summary>
    public required IReadOnlyList<PlanNodeDocument> Nodes { get; init; }

    /// <summary>What goes on in ordinary operation.</summary>
    public required IReadOnlyList<OrdinaryOperationDocument> OrdinaryOperations { get; init; }
}

/// <summary>The document a plan was read from.</summary>
/// <param name="Document">Its title.</param>
/// <param name="Sha256">SHA-256 of its text, lower-case hexadecimal.</param>
public sealed record PlanSourceDocument(string Document, string Sha256);

/// <summary>A round.</summary>
/// <param name="Id">"2021-05".</param>
/// <param name="Ends">Its fixed end date: Power BI's key of a goal value.</param>
/// <param name="IsFinal">Whether it is the plan's last.</param>
/// <param name="Reading">Why it is what it is, where the document doesn't say; in Swedish.</param>
public sealed record RoundDocument(string Id, DateOnly Ends, bool IsFinal, string? Reading);

/// <summary>A nämnd or styrelse.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Abbreviation">The document's abbreviation, "AMN".</param>
/// <param name="Principal">kommun, region or joint.</param>
/// <param name="Quote">Where the document names it.</param>
public sealed record BoardDocument(string Id, string Name, string Abbreviation, string Principal, string Quote);

/// <summary>A reporting unit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Principal">kommun, region or joint.</param>
/// <param name="Board">The board it serves; null for the coordinating office.</param>
/// <param name="NameIsAssumed">Whether no document names it so.</param>
public sealed record DepartmentDocument(string Id, string Name, string Principal, string? Board, bool NameIsAssumed);

/// <summary>A body that answers for rows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">Who sits in it, in the document's words.</param>
/// <param name="Quote">Where the document tells of it.</param>
/// <param name="OwedBy">The units that answer its rows.</param>
public sealed record BodyDocument(string Id, string Name, string Description, string Quote, IReadOnlyList<string> OwedBy);

/// <summary>What goes on in ordinary operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Quote">As it stands in the document.</param>
public sealed record OrdinaryOperationDocument(string Name, string Quote);

/// <summary>A node as the plan has it.</summary>
public sealed record PlanNodeDocument
{
    /// <summary>The node's id.</summary>
    public required string Id { get; init; }

    /// <summary>focusArea, goal, priorityArea, activity or indicator.</summary>
    public required string NodeKind { get; init; }

    /// <summary>The depth.</summary>
    public required int Level { get; init; }

    /// <summary>The node above.</summary>
    public required string? ParentId { get; init; }

    /// <summary>The document's number; null where it gives none.</summary>
    public required string? Number { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The text as it stands in the document.</summary>
    public required string Quote { get; init; }

    /// <summary>The målgrupp whose table the row stands in, in the document's words, or null.</summary>
    public required string? TargetGroup { get; init; }

    /// <summary>On what an indicator depends, in the document's words, or null.</summary>
    public required string? Condition { get; init; }

    /// <summary>The bodies that answer for it.</summary>
    public required IReadOnlyList<string> Responsible { get; init; }

    /// <summary>The kind of answer, for an indicator.</summary>
    public required string? AnswerKind { get; init; }

    /// <summary>The unit of a number.</summary>
    public required string? Unit { get; init; }

    /// <summary>The parts of a compound row, by id.</summary>
    public required IReadOnlyDictionary<string, string>? Parts { get; init; }

    /// <summary>Whether the numbers count people who get care or support, so that small ones aren't shown; null for what isn't answered with a number.</summary>
    public required bool? CountsPeople { get; init; }

    /// <summary>The target of a number; null when the plan states none.</summary>
    public required TargetDocument? Target { get; init; }

    /// <summary>The last day of a milestone.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>For a reference, the indicator that it shows.</summary>
    public required string? RefersTo { get; init; }

    /// <summary>The nodes that the text points at in passing.</summary>
    public required IReadOnlyList<string> SeeAlso { get; init; }
}

/// <summary>The target of a number.</summary>
/// <param name="Direction">atLeast or atMost.</param>
/// <param name="Value">The number, in the row's unit.</param>
public sealed record TargetDocument(string Direction, double Value);

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}/loading-report</c>: everything that was read into the document.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Readings">One line for each place.</param>
public sealed record LoadingReportDocument(PlanSummary Plan, IReadOnlyList<ReadingDocument> Readings);

/// <summary>One reading.</summary>
/// <param name="Node">The node it concerns, or null.</param>
/// <param name="Kind">split, pairing, kind, reference, responsible, round, organisation or wording.</param>
/// <param name="Text">What was decided and why, in Swedish.</param>
public sealed record ReadingDocument(string? Node, string Kind, string Text);
