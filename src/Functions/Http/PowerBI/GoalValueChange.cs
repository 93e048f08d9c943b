using Hsvo.Domain.Reports;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Changes the check-in that an address names, as If-Match says.</summary>
internal static class GoalValueChange
{
    /// <summary>That nobody has checked in on the date.</summary>
    public static Failure NoValue { get; } = new(FailureKind.NotFound, "goalValue.unknown",
        "Målet har inget värde för datumet.", "The goal has no value of that date.");

    /// <summary>Changes it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="change">The use case.</param>
    /// <param name="at">Which.</param>
    /// <param name="make">Makes of the report that is there what is sent in its place, or says why not.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<Outcome<SubmissionReceipt>> ApplyAsync(
        HttpRequest request, ChangeReport change, WorkspaceRound at, Func<Report, Outcome<SubmittedAnswer>> make, CancellationToken cancellationToken)
    {
        if (RevisionTags.ReadOfExisting(request, out var seen) is { } wrong)
        {
            return wrong;
        }

        var outcome = await change.HandleAsync(
            new(request.Caller(), at.Goal.Plan.Snapshot.Plan.Id, at.Key, seen, Door.PowerBI), make, cancellationToken);
        return outcome.Failure is { Kind: FailureKind.NotFound } ? NoValue : outcome;
    }
}
