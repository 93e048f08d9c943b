using Hsvo.Domain.Reports;

namespace Hsvo.UseCases.Papers;

/// <summary>What one edition of a meeting's paper consists of and was made from.</summary>
public sealed record PaperManifest
{
    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>The meeting's id.</summary>
    public required string Meeting { get; init; }

    /// <summary>Preliminary until the day the round seals, then sealed, once.</summary>
    public required PaperEdition Edition { get; init; }

    /// <summary>The plan.</summary>
    public required string Plan { get; init; }

    /// <summary>The plan's version.</summary>
    public required int PlanVersion { get; init; }

    /// <summary>The round.</summary>
    public required string Round { get; init; }

    /// <summary>The entity tag's text of the status it tells: the same for the same content.</summary>
    public required string StatusVersion { get; init; }

    /// <summary>When it was compiled, UTC.</summary>
    public required DateTimeOffset CompiledAt { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<PaperFile> Files { get; init; }

    /// <summary>Every report it was made from.</summary>
    public required IReadOnlyList<PaperRevision> Revisions { get; init; }
}

/// <summary>One file of a paper.</summary>
/// <param name="Name">The file's name, "sammanstallning.html".</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Sha256">Its content's SHA-256 and its blob's name, lower-case hexadecimal.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record PaperFile(string Name, string ContentType, string Sha256, int Length);

/// <summary>A report that was used.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Revision">The revision that counted.</param>
public sealed record PaperRevision(ReportKey Key, int Revision);

/// <summary>Editions of a paper.</summary>
public enum PaperEdition
{
    /// <summary>May still change.</summary>
    Preliminary,

    /// <summary>What the meeting gets.</summary>
    Sealed,
}
