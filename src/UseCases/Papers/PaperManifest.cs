using System.Globalization;
using Hsvo.Domain.Summaries;

namespace Hsvo.UseCases.Papers;

/// <summary>What one edition of a meeting's paper consists of, was made from, and said of each node: all that the next paper compares itself with.</summary>
public sealed record PaperManifest
{
    /// <summary>The version of every sealed edition, since there is but one.</summary>
    public const string SealedVersion = "sealed";

    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>The meeting's id.</summary>
    public required string Meeting { get; init; }

    /// <summary>The day of the meeting, as it was then.</summary>
    public required DateOnly MeetingDate { get; init; }

    /// <summary>Preliminary until the day the round seals, then sealed, once.</summary>
    public required PaperEdition Edition { get; init; }

    /// <summary>What tells what it was made from: the same for the same content.</summary>
    public required string ContentVersion { get; init; }

    /// <summary>When its compilation began, UTC: of two editions the later one knows what the earlier one did.</summary>
    public required DateTimeOffset CompiledAt { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<PaperFile> Files { get; init; }

    /// <summary>The plans, in the agenda's order.</summary>
    public required IReadOnlyList<PaperPlan> Plans { get; init; }

    /// <summary>The edition's id among the meeting's; the order of ids is the order of time.</summary>
    public string Version => Edition == PaperEdition.Sealed ? SealedVersion : PreliminaryVersion(CompiledAt, ContentVersion);

    // Addresses and blob names take a-z, digits, dot and hyphen; "preliminary" sorts before "sealed", and two of one second by time too.
    private static string PreliminaryVersion(DateTimeOffset compiledAt, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"preliminary-{compiledAt.UtcDateTime:yyyyMMdd't'HHmmss.fffffff'z'}-{content}");
}

/// <summary>An edition as a list of editions has it: what can be told without reading what it was made from.</summary>
/// <param name="Version">The edition's id among the meeting's.</param>
/// <param name="Edition">Preliminary or sealed.</param>
/// <param name="CompiledAt">When its compilation began, UTC.</param>
/// <param name="Plans">The plans, in the agenda's order.</param>
/// <param name="Files">The files.</param>
public sealed record ListedPaper(string Version, PaperEdition Edition, DateTimeOffset CompiledAt, IReadOnlyList<ListedPlan> Plans, IReadOnlyList<PaperFile> Files)
{
    /// <summary>What is told of a manifest.</summary>
    public static ListedPaper Of(PaperManifest manifest) => new(
        manifest.Version, manifest.Edition, manifest.CompiledAt, [.. manifest.Plans.Select(p => new ListedPlan(p.Plan, p.Version, p.Round, p.Revisions.Count))], manifest.Files);
}

/// <summary>A plan of a listed edition.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Version">The plan's version.</param>
/// <param name="Round">The round.</param>
/// <param name="Answers">How many answers it was made from.</param>
public sealed record ListedPlan(string Plan, int Version, string Round, int Answers);

/// <summary>What a paper was made from and said of one plan.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Version">The plan's version.</param>
/// <param name="Round">The round.</param>
/// <param name="Revisions">Every answer of the round and those before it.</param>
/// <param name="Standings">What the paper said of each node.</param>
public sealed record PaperPlan(string Plan, int Version, string Round, IReadOnlyList<UsedRevision> Revisions, IReadOnlyList<Standing> Standings);

/// <summary>One file of a paper.</summary>
/// <param name="Name">The file's name, "sammanstallning.html".</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Sha256">Its content's SHA-256 and its blob's name, lower-case hexadecimal.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record PaperFile(string Name, string ContentType, string Sha256, int Length);
