namespace Hsvo.Domain.Audit;

/// <summary>What somebody did, or was refused.</summary>
public enum AuditAction
{
    /// <summary>Answers were given, corrected or taken back.</summary>
    ReportsStored,

    /// <summary>Drafts were saved.</summary>
    DraftsSaved,

    /// <summary>Drafts were removed: by their department, or at night.</summary>
    DraftsRemoved,

    /// <summary>Answers were accepted or sent back.</summary>
    ReportsReviewed,

    /// <summary>What was written in an answer was hidden.</summary>
    TextMasked,

    /// <summary>A plan's cells were made anew from its log.</summary>
    PlanRebuilt,

    /// <summary>A version of a plan was stored.</summary>
    PlanImported,

    /// <summary>A proposal was made.</summary>
    ProposalMade,

    /// <summary>A proposal was taken back.</summary>
    ProposalWithdrawn,

    /// <summary>A meeting was set or moved.</summary>
    MeetingSet,

    /// <summary>A meeting was removed.</summary>
    MeetingRemoved,

    /// <summary>The area's configuration was settled.</summary>
    ConfigurationSet,

    /// <summary>A department was permitted to change its answers late.</summary>
    LateChangePermitted,

    /// <summary>A department said that it has nothing more to report.</summary>
    NothingMoreDeclared,

    /// <summary>A department took that back.</summary>
    DeclarationWithdrawn,

    /// <summary>Status rules were written for a row.</summary>
    StatusRulesSet,

    /// <summary>Status rules were taken from a row.</summary>
    StatusRulesRemoved,

    /// <summary>A department made a scorecard of its own.</summary>
    ScorecardMade,

    /// <summary>A department changed a scorecard of its own, or its goals.</summary>
    ScorecardChanged,

    /// <summary>A department removed a scorecard of its own.</summary>
    ScorecardRemoved,

    /// <summary>A preliminary paper was compiled.</summary>
    PaperCompiled,

    /// <summary>A meeting's paper was sealed.</summary>
    PaperSealed,

    /// <summary>A plan year was taken out for the archive.</summary>
    PlanExported,

    /// <summary>A notice was sent to a department's receiver.</summary>
    NoticeSent,

    /// <summary>A notice was given up, since its receiver took nothing.</summary>
    NoticeGivenUp,

    /// <summary>A test message was sent to a department's receiver.</summary>
    ReceiverTested,

    /// <summary>Old refused attempts were removed, as the disposal setting says.</summary>
    RefusalsRemoved,

    /// <summary>A request was refused.</summary>
    Refused,

    /// <summary>So many more requests were refused within a minute that they are counted in one entry.</summary>
    RefusedMore,
}
