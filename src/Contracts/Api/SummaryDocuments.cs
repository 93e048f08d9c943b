namespace Hsvo.Contracts.Api;

/// <summary>Sammanställning inför samråd: what the paper for a meeting says, as <c>GET /hsvo/v1/meetings/{meetingId}/summary</c> gives it to systems.</summary>
public sealed record SummaryDocument
{
    /// <summary>The meeting.</summary>
    public required MeetingDocument Meeting { get; init; }

    /// <summary>preliminary or sealed.</summary>
    public required string Edition { get; init; }

    /// <summary>The day in Stockholm that it is for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether the meeting or anything shown is an example.</summary>
    public required bool IsExample { get; init; }

    /// <summary>The plans followed up, in the agenda's order.</summary>
    public required IReadOnlyList<PlanFollowUpDocument> Plans { get; init; }

    /// <summary>What is proposed for the year after, when the meeting takes that up; else null.</summary>
    public required ProposalsForYearDocument? Proposals { get; init; }

    /// <summary>The plan for the year after, when the meeting is to adopt it; else null.</summary>
    public required PlanToAdoptDocument? PlanToAdopt { get; init; }
}

/// <summary>What is proposed for a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Proposals">The proposals that stand.</param>
public sealed record ProposalsForYearDocument(int Year, IReadOnlyList<SummaryProposalDocument> Proposals);

/// <summary>A proposal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">group or area.</param>
/// <param name="Text">What is proposed.</param>
/// <param name="Proposer">Who proposes it: unit or board.</param>
/// <param name="EnteredByOffice">Whether the coordinating office entered it for them.</param>
/// <param name="DepartmentName">The unit; the board's own where the board proposes.</param>
/// <param name="Board">The board that proposes it, or that it is put to; null where none is named.</param>
/// <param name="Motivation">Why, in the proposer's words, or null.</param>
/// <param name="Source">The document it stands in; null for one that was sent in.</param>
/// <param name="IsExample">Whether it is an example and no real proposal.</param>
public sealed record SummaryProposalDocument(
    string Id, string Kind, string Text, string Proposer, bool EnteredByOffice, string DepartmentName, string? Board, string? Motivation, ProposalSourceDocument? Source, bool IsExample);

/// <summary>The plan that a meeting is to adopt.</summary>
/// <param name="Year">The year it is for.</param>
/// <param name="Plan">The plan; null while none is loaded.</param>
/// <param name="Findings">What its health check finds, as when the paper was compiled; <c>/hsvo/v1/plans/{plan}/health</c> gives it as it stands.</param>
public sealed record PlanToAdoptDocument(int Year, PlanSummary? Plan, IReadOnlyList<SummaryFindingDocument> Findings);

/// <summary>Something in the plan to adopt that can't be followed up, or only by what was read into it.</summary>
/// <param name="Code">The kind of finding, "indicator.noTarget".</param>
/// <param name="Node">The node's id; null for one of the whole plan.</param>
/// <param name="Text">What it is, in Swedish.</param>
public sealed record SummaryFindingDocument(string Code, string? Node, string Text);

/// <summary>One plan of the agenda.</summary>
public sealed record PlanFollowUpDocument
{
    /// <summary>How it stands, and why: every row with each unit's answer, and what is missing.</summary>
    public required StatusDocument Status { get; init; }

    /// <summary>The sealed paper it is compared with; null in the plan's first paper, and then nothing is said to have changed.</summary>
    public required ComparedPaperDocument? ComparedWith { get; init; }

    /// <summary>The nodes that changed.</summary>
    public required IReadOnlyList<ChangeDocument> Changes { get; init; }

    /// <summary>The indicators that were unanswered then and are now.</summary>
    public required IReadOnlyList<StillMissingDocument> StillMissing { get; init; }

    /// <summary>The answers that the earlier paper used and that were changed afterwards.</summary>
    public required IReadOnlyList<CorrectionDocument> Corrections { get; init; }

    /// <summary>The indicators whose answers differ.</summary>
    public required IReadOnlyList<string> Disagreements { get; init; }

    /// <summary>The plan's numbers, round by round.</summary>
    public required IReadOnlyList<FigureSeriesDocument> Figures { get; init; }

    /// <summary>The indicators with a day of their own: by which something is to be reached, or from which it is to go on.</summary>
    public required IReadOnlyList<string> Milestones { get; init; }
}

/// <summary>An earlier sealed paper.</summary>
/// <param name="Meeting">The meeting it was for.</param>
/// <param name="Date">The day of that meeting.</param>
/// <param name="Round">The round it told of.</param>
/// <param name="PlanVersion">The version the plan had.</param>
public sealed record ComparedPaperDocument(string Meeting, DateOnly Date, string Round, int PlanVersion);

/// <summary>A node that changed.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Kind">better, worse, new or gone.</param>
/// <param name="Before">Its status then, or null.</param>
/// <param name="After">Its status now, or null.</param>
public sealed record ChangeDocument(string Node, string Kind, string? Before, string? After);

/// <summary>An indicator that was unanswered then and is now.</summary>
/// <param name="Node">The indicator's id.</param>
/// <param name="Departments">Who left it so both times.</param>
public sealed record StillMissingDocument(string Node, IReadOnlyList<string> Departments);

/// <summary>An answer that was changed after a paper was sealed with it.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Round">The round.</param>
/// <param name="RevisionBefore">The revision that the paper used; null for an answer that came afterwards.</param>
/// <param name="Before">What it said, in words; null for an answer that came afterwards.</param>
/// <param name="Revision">The revision that counts now.</param>
/// <param name="Now">What it says, in words.</param>
/// <param name="Reason">Why it was changed.</param>
/// <param name="IsExample">Whether it is an example and no real answer.</param>
public sealed record CorrectionDocument(
    string Indicator, string Department, string Round, int? RevisionBefore, string? Before, int Revision, string Now, string? Reason, bool IsExample);

/// <summary>One department's number, round by round.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Part">The part of a compound indicator, or null.</param>
/// <param name="Department">The department's id.</param>
/// <param name="Points">The numbers, in time's order.</param>
public sealed record FigureSeriesDocument(string Indicator, string? Part, string Department, IReadOnlyList<FigurePointDocument> Points);

/// <summary>A number in a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Value">The number, in the indicator's unit; null where it isn't shown, since it counts few people.</param>
/// <param name="IsExample">Whether it is an example and no real answer.</param>
public sealed record FigurePointDocument(string Round, double? Value, bool IsExample);

/// <summary>The answer of <c>GET /hsvo/v1/meetings/{meetingId}/summary/versions</c>: every edition that was compiled.</summary>
/// <param name="Meeting">The meeting's id.</param>
/// <param name="Versions">By time; the sealed edition, once there is one, last.</param>
public sealed record SummaryVersionList(string Meeting, IReadOnlyList<SummaryVersionDocument> Versions);

/// <summary>One edition. It is never changed.</summary>
/// <param name="Version">Its id: "sealed", or the time and content of a preliminary one.</param>
/// <param name="Edition">preliminary or sealed.</param>
/// <param name="CompiledAt">When its compilation began, UTC.</param>
/// <param name="Plans">What it was made from.</param>
/// <param name="Files">Its files.</param>
public sealed record SummaryVersionDocument(
    string Version, string Edition, DateTimeOffset CompiledAt, IReadOnlyList<SummaryPlanDocument> Plans, IReadOnlyList<SummaryFileDocument> Files);

/// <summary>A plan that an edition was made from.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="PlanVersion">The plan's version.</param>
/// <param name="Round">The round.</param>
/// <param name="Reports">How many reports were used.</param>
public sealed record SummaryPlanDocument(string Plan, int PlanVersion, string Round, int Reports);

/// <summary>A file of an edition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal; also its entity tag.</param>
/// <param name="Address">Where it is handed out, relative to the API's host.</param>
public sealed record SummaryFileDocument(string Name, string ContentType, int Length, string Sha256, string Address);
