using Hsvo.UseCases;

namespace Hsvo.Functions.Http;

/// <summary>What is wrong with a query's options.</summary>
internal static class QueryFailures
{
    /// <summary>A round was said, and not of which plan.</summary>
    public static Failure PlanOfRoundNeeded { get; } = Of("query.required", "plan",
        "En omgång hör till en plan: ange också ?plan=…, eller utelämna round för varje plans pågående omgång.",
        "A round belongs to a plan: say ?plan=… too, or leave round out for each plan's current round.");

    /// <summary>The format is neither JSON nor CSV.</summary>
    public static Failure Format { get; } = Of("query.format", "format", "Formaten är json och csv.", "The formats are json and csv.");

    /// <summary>One option is wrong.</summary>
    public static Failure Of(string code, string option, string swedish, string english) => Of([new(code, option, swedish, english)]);

    /// <summary>Several are.</summary>
    public static Failure Of(IReadOnlyList<Fault> faults) =>
        new(FailureKind.Malformed, "query.invalid", "Frågan kan inte besvaras som den är ställd.", "The query can't be answered as asked.")
        {
            Faults = faults,
        };
}
