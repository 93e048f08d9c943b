using System.Diagnostics.CodeAnalysis;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Reads <c>?plan=</c> where the answer is of one plan.</summary>
internal static class PlanQuery
{
    /// <summary>Reads the plan's id, which must be there.</summary>
    public static bool TryRead(HttpRequest request, [NotNullWhen(true)] out string? plan, [NotNullWhen(false)] out Failure? failure)
    {
        plan = request.Query["plan"] is [{ } named] ? named : null;
        failure = plan is null ? QueryFailures.Of("query.required", "plan", "Ange vilken plan: ?plan=…", "Say which plan: ?plan=…") : null;
        return plan is not null;
    }
}
