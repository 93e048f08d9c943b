using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.EndToEnd;

/// <summary>
/// The goals' status by an independent, naive reading of the log, written from the design's text alone and in other words than the product's: for
/// rows of one ja or nej, in any round. An answer stands until a newer one comes, and means what it meant in the round it was given in.
/// </summary>
internal static class NaiveRollUp
{
    private static readonly string[] BestToWorst = ["completed", "onTrack", "notStarted", "atRisk", "behind", "overdue"];

    /// <summary>The status of every goal in a round; null where there is none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="round">The round.</param>
    /// <param name="log">Every revision that was known, of all rounds, in any order.</param>
    public static Dictionary<string, string?> OfGoals(Plan plan, string round, IReadOnlyCollection<Report> log)
    {
        var rowsByGoal = plan.Nodes.Where(n => n.Kind == NodeKind.Goal).ToDictionary(n => n.Id, _ => new List<PlanNode>());
        foreach (var row in plan.Nodes.Where(n => n.Kind == NodeKind.Indicator && n.Indicator!.Kind != IndicatorKind.Reference))
        {
            var above = row;
            while (above.Kind != NodeKind.Goal)
            {
                above = plan.Nodes.Single(n => n.Id == above.ParentId);
            }

            rowsByGoal[above.Id].Add(row);
        }

        return rowsByGoal.ToDictionary(g => g.Key, g => OfGoal([.. g.Value.Select(r => OfRow(plan, round, r, log)).Where(r => r.Concerns)]));
    }

    /// <summary>The status of rows in a round.</summary>
    public static Dictionary<string, string?> OfRows(Plan plan, IEnumerable<PlanNode> rows, string round, IReadOnlyCollection<Report> log) =>
        rows.ToDictionary(r => r.Id, r => OfRow(plan, round, r, [.. log.Where(l => l.Key.Indicator == r.Id)]).Status);

    private static string? OfGoal(List<(bool Concerns, string? Status, bool Whole)> rows)
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

    private static (bool Concerns, string? Status, bool Whole) OfRow(Plan plan, string round, PlanNode row, IReadOnlyCollection<Report> log)
    {
        var owed = 0;
        var statuses = new List<string?>();
        foreach (var department in plan.Owing(row))
        {
            var last = LastAnswer(plan, round, row.Id, department.Id, log);
            if (last is { Answer.NotApplicable: true })
            {
                continue;
            }

            owed++;
            if (last != null)
            {
                var isLastRound = last.Key.Round == plan.Rounds.LastOrDefault(r => r.IsFinal)?.Id;
                statuses.Add(OfAnswer(row.Indicator!.Kind == IndicatorKind.Continuing, isLastRound, last.Answer));
            }
        }

        var all = owed > 0 && statuses.Count == owed;
        var given = statuses.Where(s => s != null).ToList();
        if (given.Count == 0)
        {
            return (owed > 0, null, all);
        }

        var worst = BestToWorst.Last(given.Contains);
        return (true, worst == "completed" && !(all && given.Count == statuses.Count) ? "onTrack" : worst, all);
    }

    // Round by round from the beginning; whatever is there takes the place of what was before.
    private static Report? LastAnswer(Plan plan, string round, string row, string department, IReadOnlyCollection<Report> log)
    {
        Report? last = null;
        foreach (var one in plan.Rounds)
        {
            Report? ofRound = null;
            foreach (var report in log)
            {
                if (report.Key == new ReportKey(one.Id, row, department) && (ofRound == null || report.Revision > ofRound.Revision))
                {
                    ofRound = report;
                }
            }

            last = ofRound ?? last;
            if (one.Id == round)
            {
                break;
            }
        }

        return last;
    }

    private static string? OfAnswer(bool isContinuing, bool isLastRound, Answer answer)
    {
        if (answer.Value!.Kind == AnswerValueKind.Yes)
        {
            return isContinuing && !isLastRound ? "onTrack" : "completed";
        }

        if (isLastRound && !isContinuing)
        {
            return "overdue";
        }

        var assessed = answer.Assessment?.ToString();
        return assessed is null ? isContinuing ? "behind" : null : char.ToLowerInvariant(assessed[0]) + assessed[1..];
    }
}
