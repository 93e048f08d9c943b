namespace Hsvo.Contracts.Api;

/// <summary>
/// An error of our own API: RFC 9457 problem details, <c>application/problem+json</c>, with what DIGG's REST API profile asks for (FEL.01).
/// </summary>
public sealed record ProblemDocument
{
    /// <summary>A URI reference that names the kind of problem: the code.</summary>
    public required string Type { get; init; }

    /// <summary>What is wrong, in Swedish.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong, in English.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>A stable code, "reports.invalid".</summary>
    public required string Code { get; init; }

    /// <summary>The request's id, as in the header RequestId.</summary>
    public required string RequestId { get; init; }

    /// <summary>The single faults.</summary>
    public required IReadOnlyList<ProblemFault> Errors { get; init; }

    /// <summary>The rows of the submission that are stored all the same, after a storage fault or somebody else's answer between two parts; else null.</summary>
    public required IReadOnlyList<int>? StoredRows { get; init; }

    /// <summary>After 412, both versions of each answer that was changed meanwhile; else null.</summary>
    public required IReadOnlyList<ConflictDocument>? Conflicts { get; init; }
}

/// <summary>One fault.</summary>
/// <param name="Code">A stable code, "value.type".</param>
/// <param name="Pointer">Where: a JSON pointer into the body, or the name of a query option or header.</param>
/// <param name="Message">The message in both languages.</param>
public sealed record ProblemFault(string Code, string Pointer, ProblemMessage Message);

/// <summary>A message in both languages.</summary>
/// <param name="Sv">Swedish.</param>
/// <param name="En">English.</param>
public sealed record ProblemMessage(string Sv, string En);
