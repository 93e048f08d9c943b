using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Mapping;

/// <summary>
/// Power BI's ids of what has names here: version 5 GUIDs (RFC 9562, 5.5), so that the same thing has the same id on every instance and after every
/// rebuild, and none needs storing (design section 7).
/// </summary>
internal static class PowerBIIds
{
    // The project's own namespace: any fixed GUID does.
    private static readonly Guid Namespace = new("6d2f8a5e-3f0b-4f1e-9a74-5b0c5e9d2021");

    /// <summary>A workspace: a department's, or the samråd's when department is null.</summary>
    public static Guid Group(string area, string? department) => Version5(Namespace, $"group/{area}/{department ?? "samrad"}");

    /// <summary>A plan as a scorecard of a workspace.</summary>
    public static Guid Scorecard(PlanKey plan, Guid group) => Version5(group, $"scorecard/{plan}");

    /// <summary>A node as a goal of a scorecard.</summary>
    public static Guid Goal(Guid scorecard, string node) => Version5(scorecard, $"goal/{node}");

    /// <summary>The report that a scorecard is shown in.</summary>
    public static Guid Report(Guid scorecard) => Version5(scorecard, "report");

    /// <summary>A figure computed for a goal.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="type">Its type.</param>
    /// <param name="timestamp">Its date.</param>
    public static Guid Aggregation(Guid goal, string type, string timestamp) => Version5(goal, $"aggregation/{type}/{timestamp}");

    /// <summary>A plan as a push dataset of a workspace.</summary>
    public static Guid Dataset(Guid scorecard) => Version5(scorecard, "dataset");

    /// <summary>What a department wrote in a goal's check-in.</summary>
    public static Guid Note(Guid scorecard, string node, string round, string department) => Version5(scorecard, $"note/{node}/{round}/{department}");

    private static Guid Version5(Guid space, string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
#pragma warning disable CA5350 // Version 5 is defined on SHA-1; it names things, it protects nothing.
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash, bigEndian: true);
    }
}
