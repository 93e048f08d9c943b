namespace Hsvo.Domain.Summaries;

/// <summary>Editions of a meeting's paper.</summary>
public enum PaperEdition
{
    /// <summary>May still change.</summary>
    Preliminary,

    /// <summary>What the meeting gets.</summary>
    Sealed,
}
