using System.Text.Json.Serialization;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Reports;

/// <summary>Which cell a report fills: one indicator, one department, one round.</summary>
/// <param name="Round">The round's id.</param>
/// <param name="Indicator">The indicator's node id.</param>
/// <param name="Department">The department's id.</param>
public readonly record struct ReportKey(string Round, string Indicator, string Department);

/// <summary>
/// Rapport: one revision of one answer, as it was given. It is never changed; a correction is a new revision. What was said of it since, its review and
/// whether its comment is masked, goes with it wherever it counts. Taking an answer back is a revision too.
/// </summary>
public sealed record Report
{
    /// <summary>The cell.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>1 for the first answer, one more with each correction.</summary>
    public required int Revision { get; init; }

    /// <summary>The answer; one that says nothing in a withdrawal.</summary>
    public required Answer Answer { get; init; }

    /// <summary>What was taken back, where this revision is a withdrawal; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WithdrawnAnswer? Withdrawn { get; init; }

    /// <summary>The reporter's comment, up to 4,000 characters.</summary>
    public string? Comment { get; init; }

    /// <summary>Why it was corrected or isn't applicable, up to 1,000 characters; something else stands in its place when it is masked.</summary>
    public string? Reason { get; init; }

    /// <summary>The object id of the person or system that reported.</summary>
    public required string Reporter { get; init; }

    /// <summary>The submission it came in: tells a write of one's own, whose answer was lost on the way, from somebody else's.</summary>
    public required string Submission { get; init; }

    /// <summary>When this revision was stored, UTC.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When the cell's first revision was stored, UTC: a correction after the due date doesn't make an answer late.</summary>
    public required DateTimeOffset FirstReportedAt { get; init; }

    /// <summary>Which door it came through.</summary>
    public required Door Door { get; init; }

    /// <summary>Which request it came in; null where that wasn't kept. The log alone keeps it.</summary>
    [JsonIgnore]
    public Origin? Origin { get; init; }

    /// <summary>Whether it was reported by an identity that configuration marks as example, and so is no real answer.</summary>
    public bool IsExample { get; init; }

    /// <summary>
    /// Whether it isn't shown since it would have told, beside a number shown before, how few people came between, or as a correction have bounded one that
    /// isn't shown (<see cref="Disclosure.SmallNumbers"/>).
    /// Decided once, when it is stored: what was compared then may be corrected, but has been seen.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHeldBack { get; init; }

    /// <summary>Whether an earlier revision of the cell, or the share that it counts, wasn't shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasHiddenPast { get; init; }

    /// <summary>What its number of people was when it was stored; null for other answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Counted? Counted { get; init; }

    /// <summary>The newest review of this revision, or null.</summary>
    public Review? Review { get; init; }

    /// <summary>Who hid what was written, and why; null when nothing is hidden.</summary>
    public CommentMask? Mask { get; init; }

    /// <summary>Whether the department has taken its answer back, and has given no other.</summary>
    [JsonIgnore]
    public bool IsWithdrawn => Withdrawn is not null;

    /// <summary>The last answer that was given, be it taken back since: what was shown of it can't be unshown.</summary>
    [JsonIgnore]
    public Answer Given => Withdrawn?.Answer ?? Answer;

    /// <summary>When that was stored, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset GivenAt => Withdrawn?.ReportedAt ?? ReportedAt;

    /// <summary>Whether the coordinator asks for another answer.</summary>
    [JsonIgnore]
    public bool IsSentBack => Review is { IsSentBack: true };

    /// <summary>Whether the coordinator has accepted the answer.</summary>
    [JsonIgnore]
    public bool IsAccepted => Review is { IsSentBack: false };

    /// <summary>Whether somebody wrote something in it that a mask would hide.</summary>
    [JsonIgnore]
    public bool HasText => Comment is not null || Reason is not null || Review?.Question is not null || Answer.Values.Any(v => v.Kind == AnswerValueKind.Text);

    /// <summary>Whether it answers an indicator as the plan has it now. A count isn't a percentage, though both are numbers.</summary>
    public bool Fits(IndicatorSpec spec) => Answer.Fits(spec) && !IsOfAnotherKindThan(spec);

    /// <summary>Whether its number was a count where a percentage is asked for now, or the like.</summary>
    public bool IsOfAnotherKindThan(IndicatorSpec spec) => Counted is { } counted && counted.Kind != spec.Kind;

    /// <summary>When it was last changed in any way that shows, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset ChangedAt => new[] { ReportedAt, Review?.At ?? default, Mask?.At ?? default }.Max();

    /// <summary>
    /// The report without what was written: its comment and reason, the words of an answer in words, and what was asked of it. That a reason was given
    /// and a question asked is no secret, so something stands in their place.
    /// </summary>
    public Report MaskedBy(CommentMask mask) => this with
    {
        Answer = Answer.WithoutWords(),
        Comment = null,
        Reason = CommentMask.InPlaceOf(Reason),
        Review = Review?.MaskedBy(mask),
        Mask = mask,
    };
}

/// <summary>The ways in.</summary>
public enum Door
{
    /// <summary>Our own API, <c>/hsvo/v1</c>.</summary>
    Api,

    /// <summary>Power BI's shape, <c>/v1.0/myorg</c>.</summary>
    PowerBI,

    /// <summary>The OData feed, <c>/odata</c>: nothing is written there, but one may be refused.</summary>
    OData,

    /// <summary>The page for people, <c>/</c>, and what tells of the app itself: likewise.</summary>
    Page,

    /// <summary>None: the app itself did it, at start or by a timer.</summary>
    App,
}
