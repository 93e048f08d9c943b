using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.EndToEnd;

/// <summary>
/// The goals' status by an independent, naive reading of the log, written from the design's text alone and in other words than the product's: for
/// rows of one ja or nej in a round that isn't the last.
/// </summary>
internal static class NaiveRollUp
{
    private static readonly string[] BestToWorst = ["completed", "onTrack", "notStarted", "atRisk", "behind", "overdue"];

    public static Dictionary<string, string?> OfGoals(Plan plan, IReadOnlyCollection<Report> log)
    {
        var goals = new Dictionary<string, string?>();
        foreach (var goal in plan.Nodes.Where(n => n.Kind == NodeKind.Goal))
        {
            var rows = plan.Indicators.Where(i => i.Id.StartsWith(goal.Id + ".", StringComparison.Ordinal) && i.Indicator!.Kind != IndicatorKind.Reference);
            goals[goal.Id] = OfGoal([.. rows.Select(r => OfRow(plan, r, log))]);
        }

        return goals;
    }

    private static string? OfGoal(List<(string? Status, bool Whole)> rows)
    {
        var statuses = rows.Where(r => r.Status != null).Select(r => r.Status!).Distinct().ToList();
        if (statuses.Count == 0)
        {
            return null;
        }

        if (rows.TrueForAll(r => r.Whole && r.Status == "completed"))
        {
            return "completed";
        }

        if (statuses.TrueForAll(s => s == "notStarted"))
        {
            return "notStarted";
        }

        var bad = BestToWorst.Skip(3).LastOrDefault(statuses.Contains);
        return bad ?? "onTrack";
    }

    private static (string? Status, bool Whole) OfRow(Plan plan, PlanNode row, IReadOnlyCollection<Report> log)
    {
        var owed = 0;
        var statuses = new List<string?>();
        foreach (var department in plan.Owing(row))
        {
            owed++;
            Report? last = null;
            foreach (var report in log)
            {
                if (report.Key.Indicator == row.Id && report.Key.Department == department.Id && (last == null || report.Revision > last.Revision))
                {
                    last = report;
                }
            }

            if (last != null)
            {
                statuses.Add(OfAnswer(row.Indicator!.Kind == IndicatorKind.Continuing, last.Answer));
            }
        }

        var given = statuses.Where(s => s != null).ToList();
        if (given.Count == 0)
        {
            return (null, statuses.Count == owed);
        }

        var worst = BestToWorst.Last(given.Contains);
        var all = statuses.Count == owed;
        return (worst == "completed" && !(all && given.Count == statuses.Count) ? "onTrack" : worst, all);
    }

    private static string? OfAnswer(bool isContinuing, Answer answer)
    {
        if (answer.Value!.Kind == AnswerValueKind.Yes)
        {
            return isContinuing ? "onTrack" : "completed";
        }

        var assessed = answer.Assessment?.ToString();
        return assessed is null ? isContinuing ? "behind" : null : char.ToLowerInvariant(assessed[0]) + assessed[1..];
    }
}
