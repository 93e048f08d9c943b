using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Statuses;

/// <summary>
/// What one department has said of one row up to a round: the answer that counts, and the answers it has taken back since. Those count as none, but
/// until a new one comes it goes no better than by any of them: a withdrawal greens nothing.
/// </summary>
/// <param name="Report">The answer that counts; null for none.</param>
/// <param name="Withdrawals">The newer withdrawals, the newest first.</param>
public sealed record StandingAnswer(Report? Report, IReadOnlyList<Report> Withdrawals)
{
    /// <summary>Nothing was said.</summary>
    public static readonly StandingAnswer None = new(null, []);

    /// <summary>What stands of a department's cells of one row.</summary>
    /// <param name="cells">At least one.</param>
    /// <param name="place">The place of a cell's round among the plan's.</param>
    public static StandingAnswer Of(IEnumerable<Report> cells, Func<Report, int> place)
    {
        var newest = cells.MaxBy(place)!;
        if (!newest.IsWithdrawn)
        {
            return new(newest, []);
        }

        Report[] newestFirst = [.. cells.OrderByDescending(place)];
        Report[] withdrawals = [.. newestFirst.TakeWhile(c => c.IsWithdrawn)];

        // That a row didn't concern the department doesn't come back: the row would leave the roll-up, and what weighs with it.
        var below = newestFirst.ElementAtOrDefault(withdrawals.Length);
        return new(below is { Answer.NotApplicable: true } ? null : below, withdrawals);
    }

    /// <summary>The answer by which a revision weighs: its own, or the worst of what it took back.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="today">Today in Stockholm.</param>
    public static Answer WorstOf(Plan plan, Report revision, DateOnly today) =>
        revision.Withdrawn?.Before is { } before && plan.Find(revision.Key.Indicator)?.Indicator is { } spec
            && Weight(By(plan, spec, revision, before, today).Status) > Weight(By(plan, spec, revision, revision.Given, today).Status)
            ? before
            : revision.Given;

    /// <summary>How it goes, and the rule that says so.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="spec">The row.</param>
    /// <param name="today">Today in Stockholm.</param>
    public (Status? Status, StatusRule? Rule) StatusIn(Plan plan, IndicatorSpec spec, DateOnly today)
    {
        var standing = Report is null ? (null, null) : By(plan, spec, Report, Report.Answer, today);
        foreach (var withdrawal in Withdrawals)
        {
            var withdrawn = withdrawal.Withdrawn!;
            standing = Worse(standing, By(plan, spec, withdrawal, withdrawn.Answer, today));
            standing = withdrawn.Before is { } before ? Worse(standing, By(plan, spec, withdrawal, before, today)) : standing;
        }

        return standing;
    }

    private static (Status? Status, StatusRule? Rule) By(Plan plan, IndicatorSpec spec, Report report, Answer answer, DateOnly today)
    {
        var rule = answer.NotApplicable ? null
            : report.IsOfAnotherKindThan(spec) && !answer.IsSuppressed ? StatusRule.Outdated
            : StatusRule.For(spec, answer, plan.FindRound(report.Key.Round) is { IsFinal: true }, today);
        return (rule?.StatusOf(answer), rule);
    }

    private static (Status? Status, StatusRule? Rule) Worse((Status? Status, StatusRule? Rule) one, (Status? Status, StatusRule? Rule) other) =>
        Weight(other.Status) > Weight(one.Status) ? other : one;

    // Nothing is green by an answer that was taken back, so none at all weighs more than a good one; less than one that isn't.
    private static double Weight(Status? status) => status?.Badness() ?? Status.OnTrack.Badness() + 0.5;
}
