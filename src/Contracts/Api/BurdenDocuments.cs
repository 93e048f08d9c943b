namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/burden</c>: what reporting a plan asks of each department.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="ResponsibilityIsAssumed">Whether who owes what is an assumption until the coordinating office confirms it.</param>
/// <param name="Departments">The departments that owe something in it.</param>
public sealed record BurdenDocument(PlanSummary Plan, bool ResponsibilityIsAssumed, IReadOnlyList<DepartmentBurdenDocument> Departments);

/// <summary>What it asks of one department.</summary>
/// <param name="Id">The department's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rounds">Every round.</param>
/// <param name="NeverChanged">The rows that it has answered in two rounds or more and always the same.</param>
public sealed record DepartmentBurdenDocument(
    string Id, string Name, IReadOnlyList<RoundBurdenDocument> Rounds, IReadOnlyList<UnchangedRowDocument> NeverChanged);

/// <summary>A row whose answer never changed.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Text">Its text.</param>
public sealed record UnchangedRowDocument(string Indicator, string Text);

/// <summary>What one round asked.</summary>
public sealed record RoundBurdenDocument
{
    /// <summary>The round.</summary>
    public required string Round { get; init; }

    /// <summary>Answers owed: those given, awaited and missing.</summary>
    public required int Owed { get; init; }

    /// <summary>Given.</summary>
    public required int Answered { get; init; }

    /// <summary>Given in time.</summary>
    public required int OnTime { get; init; }

    /// <summary>Given after the due date.</summary>
    public required int Late { get; init; }

    /// <summary>Not given, and still in time.</summary>
    public required int Awaited { get; init; }

    /// <summary>Not given, and the due date has passed.</summary>
    public required int Missing { get; init; }

    /// <summary>Said not to concern the department.</summary>
    public required int NotApplicable { get; init; }

    /// <summary>Of those given, how many say just what counted before.</summary>
    public required int Repeated { get; init; }

    /// <summary>Not given anew: what was answered in an earlier round counts on.</summary>
    public required int Carried { get; init; }
}
