namespace Hsvo.UseCases;

/// <summary>
/// Gallring, as the authority has decided it: nothing unless it is set. Answers with their history, plans, meetings, papers, and what the audit says of what was
/// written, can't be set to be disposed of.
/// </summary>
public sealed record DisposalOptions
{
    /// <summary>The fewest days that can be set: a mistake is noticed before anything is gone.</summary>
    public const int FewestDays = 30;

    /// <summary>After how many days without a change a draft is removed; null for never.</summary>
    public int? DraftDays { get; init; }

    /// <summary>After how many days the entry of a refused request is removed; null for never.</summary>
    public int? RefusalDays { get; init; }
}
