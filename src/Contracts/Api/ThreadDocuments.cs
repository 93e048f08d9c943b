namespace Hsvo.Contracts.Api;

/// <summary>A thread of a plan: something that goes on from one plan to another.</summary>
/// <param name="Id">The thread's id, the same in every plan.</param>
/// <param name="Name">What people call it.</param>
/// <param name="CoversPlan">Whether the whole plan belongs to it.</param>
/// <param name="ThreadLinks">Where it goes on in other plans; not part of what the plan itself says.</param>
public sealed record PlanThreadDocument(string Id, string Name, bool CoversPlan, IReadOnlyList<ThreadPlaceDocument> ThreadLinks);

/// <summary>A place where a thread goes on.</summary>
/// <param name="Thread">The thread's id.</param>
/// <param name="Plan">The plan's id.</param>
/// <param name="Year">The plan's year.</param>
/// <param name="PlaceKind">plan, node or ordinaryOperation.</param>
/// <param name="Node">The node's id, for a node.</param>
/// <param name="Text">The text there: the node's, the operation's name or the plan's title.</param>
/// <param name="Href">The plan's address.</param>
public sealed record ThreadPlaceDocument(string Thread, string Plan, int Year, string PlaceKind, string? Node, string Text, string Href);

/// <summary>The answer of <c>GET /hsvo/v1/threads</c>.</summary>
/// <param name="Threads">Every thread of the area's plans, by id.</param>
public sealed record ThreadList(IReadOnlyList<ThreadDocument> Threads);

/// <summary>A thread over the years.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it, by the newest plan.</param>
/// <param name="Years">The years of the plans it is in.</param>
/// <param name="Places">Where it goes on, by year.</param>
/// <param name="Proposals">The proposals that ask for it, by year; those taken back aren't among them.</param>
public sealed record ThreadDocument(
    string Id, string Name, IReadOnlyList<int> Years, IReadOnlyList<ThreadPlaceDocument> Places, IReadOnlyList<ThreadProposalDocument> Proposals);

/// <summary>A proposal that asks for a thread in a coming year.</summary>
/// <param name="Proposal">The proposal's id.</param>
/// <param name="Year">The year it is for.</param>
/// <param name="Text">What it proposes.</param>
/// <param name="Href">The address of that year's proposals.</param>
public sealed record ThreadProposalDocument(string Proposal, int Year, string Text, string Href);
