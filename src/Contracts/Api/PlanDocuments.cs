namespace Hsvo.Contracts.Api;

/// <summary>A plan in a list.</summary>
/// <param name="Id">The plan's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">Its year; the first where it is for several.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">verksamhetsplan, insats or uppfoljning.</param>
public sealed record PlanSummary(string Id, string Title, int Year, int Version, string Kind);

/// <summary>The answer of <c>GET /hsvo/v1/plans</c>.</summary>
/// <param name="Plans">The area's plans.</param>
public sealed record PlanList(IReadOnlyList<PlanSummary> Plans);

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}</c>: what the plan says, each row with its quote.</summary>
public sealed record PlanDocument
{
    /// <summary>The plan.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>When its rounds are answered: samrad or monthly.</summary>
    public required string Cadence { get; init; }

    /// <summary>The days it goes on; null where it is for its calendar year.</summary>
    public required PeriodDocument? Period { get; init; }

    /// <summary>The goal above all others, or null.</summary>
    public required string? OverallGoal { get; init; }

    /// <summary>That as it stands in the document, or null.</summary>
    public required string? OverallGoalQuote { get; init; }

    /// <summary>When it was adopted; null where the document doesn't say.</summary>
    public required DateOnly? Adopted { get; init; }

    /// <summary>Who adopted it, or is to.</summary>
    public required string AdoptedBy { get; init; }

    /// <summary>Where the document tells of it, or null.</summary>
    public required string? AdoptedQuote { get; init; }

    /// <summary>What the plan as a whole depends on.</summary>
    public required IReadOnlyList<ConditionDocument> Conditions { get; init; }

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

    /// <summary>The figures that the document itself states.</summary>
    public required IReadOnlyList<FigureDocument> Figures { get; init; }

    /// <summary>The figures that are computed from others, by the document's own.</summary>
    public required IReadOnlyList<DerivedFigureDocument> DerivedFigures { get; init; }

    /// <summary>The threads that rows of the plan, or the plan itself, belong to.</summary>
    public required IReadOnlyList<PlanThreadDocument> Threads { get; init; }

    /// <summary>Everything that was read into the document: the loading report.</summary>
    public required IReadOnlyList<ReadingDocument> Readings { get; init; }
}

/// <summary>The days something goes on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
public sealed record PeriodDocument(DateOnly From, DateOnly Through);

/// <summary>What a plan as a whole depends on.</summary>
/// <param name="Text">The condition.</param>
/// <param name="Quote">As it stands in the document.</param>
public sealed record ConditionDocument(string Text, string Quote);

/// <summary>The document a plan was read from.</summary>
/// <param name="Document">Its title.</param>
/// <param name="Sha256">SHA-256 of its text, lower-case hexadecimal; null where there is no such text.</param>
public sealed record PlanSourceDocument(string Document, string? Sha256);

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
/// <param name="Principal">kommun, region, joint or otherAuthority.</param>
/// <param name="Quote">Where the document names it.</param>
public sealed record BoardDocument(string Id, string Name, string Abbreviation, string Principal, string Quote);

/// <summary>A reporting unit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Principal">kommun, region, joint or otherAuthority.</param>
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
/// <param name="Threads">The threads it belongs to.</param>
/// <param name="ThreadLinks">Where they go on in other plans; not part of what the plan itself says.</param>
public sealed record OrdinaryOperationDocument(
    string Name, string Quote, IReadOnlyList<string> Threads, IReadOnlyList<ThreadPlaceDocument> ThreadLinks);

/// <summary>A node as the plan has it.</summary>
public sealed record PlanNodeDocument
{
    /// <summary>The node's id.</summary>
    public required string Id { get; init; }

    /// <summary>focusArea, goalGroup, goal, priorityArea, activity or indicator.</summary>
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

    /// <summary>The same in the list that opens the document's plan, for focus areas and goals; null where it has no such list.</summary>
    public required string? ListQuote { get; init; }

    /// <summary>The målgrupp whose table the row stands in, in the document's words, or null.</summary>
    public required string? TargetGroup { get; init; }

    /// <summary>On what an indicator depends, in the document's words, or null.</summary>
    public required string? Condition { get; init; }

    /// <summary>The bodies that answer for it.</summary>
    public required IReadOnlyList<string> Responsible { get; init; }

    /// <summary>
    /// The Ansvar cell as it stands in the document, where its row opens: on the priority area, or on the first indicator of a row that opens none. Null
    /// where the cell is empty, and in the rows below the first of those that share one.
    /// </summary>
    public required string? ResponsibleQuote { get; init; }

    /// <summary>The kind of answer, for an indicator.</summary>
    public required string? AnswerKind { get; init; }

    /// <summary>The unit of a number.</summary>
    public required string? Unit { get; init; }

    /// <summary>The parts of a compound row, by id.</summary>
    public required IReadOnlyDictionary<string, string>? Parts { get; init; }

    /// <summary>Whether the numbers count people who get care or support, so that small ones aren't shown; null for what isn't answered with a number.</summary>
    public required bool? CountsPeople { get; init; }

    /// <summary>Whether a count tells of one moment or of all since a day; null where the plan doesn't say.</summary>
    public required MeasurementDocument? Measurement { get; init; }

    /// <summary>What a percentage is a share of; null where the plan doesn't say.</summary>
    public required FractionDocument? Fraction { get; init; }

    /// <summary>The target of a number; null when the plan states none.</summary>
    public required TargetDocument? Target { get; init; }

    /// <summary>The last day of a milestone.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>The first day of what goes on from a day that the plan names.</summary>
    public required DateOnly? Starts { get; init; }

    /// <summary>For a reference, the indicator that it shows.</summary>
    public required string? RefersTo { get; init; }

    /// <summary>The nodes that the text points at in passing.</summary>
    public required IReadOnlyList<string> SeeAlso { get; init; }

    /// <summary>How far an activity had come when the document was written: ongoing or done; else null.</summary>
    public required string? State { get; init; }

    /// <summary>What the row is linked to in other documents.</summary>
    public required IReadOnlyList<NodeLinkDocument> Links { get; init; }

    /// <summary>The threads it belongs to.</summary>
    public required IReadOnlyList<string> Threads { get; init; }

    /// <summary>Where they go on in other plans; not part of what the plan itself says.</summary>
    public required IReadOnlyList<ThreadPlaceDocument> ThreadLinks { get; init; }
}

/// <summary>What a count covers.</summary>
/// <param name="Kind">pointInTime or cumulative. Neither is summed over rounds.</param>
/// <param name="Since">The first day that a cumulative count covers, or null.</param>
public sealed record MeasurementDocument(string Kind, DateOnly? Since);

/// <summary>What a percentage is a share of.</summary>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">What it is a share of.</param>
/// <param name="CountedBy">The indicator that gives the numerator, or null.</param>
public sealed record FractionDocument(string Numerator, string Denominator, string? CountedBy);

/// <summary>The target of a number.</summary>
/// <param name="Direction">atLeast, atMost, moreThan or lessThan; the last two better a baseline.</param>
/// <param name="Value">The number, in the row's unit.</param>
/// <param name="By">The last day to reach it; null where the plan names none.</param>
public sealed record TargetDocument(string Direction, double Value, DateOnly? By);

/// <summary>What a row is linked to in another document.</summary>
/// <param name="Text">What it is, "uppdrag 8".</param>
/// <param name="Document">Where it stands.</param>
public sealed record NodeLinkDocument(string Text, string Document);

/// <summary>The answer of <c>GET /hsvo/v1/plans/{plan}/loading-report</c>: everything that was read into the document.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Readings">One line for each place.</param>
public sealed record LoadingReportDocument(PlanSummary Plan, IReadOnlyList<ReadingDocument> Readings);

/// <summary>One reading.</summary>
/// <param name="Node">The node it concerns, or null.</param>
/// <param name="Kind">split, pairing, kind, reference, responsible, round, organisation, wording, figure or thread.</param>
/// <param name="Text">What was decided and why, in Swedish.</param>
public sealed record ReadingDocument(string? Node, string Kind, string Text);
