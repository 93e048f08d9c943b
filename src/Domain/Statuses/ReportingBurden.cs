using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Statuses;

/// <summary>What reporting one plan asks of one department, round by round.</summary>
/// <param name="Department">The department.</param>
/// <param name="Rounds">Every round of the plan, in its order.</param>
/// <param name="NeverChanged">The rows that it has answered in two rounds or more and always the same: the first to ask whether they need asking.</param>
public sealed record ReportingBurden(Department Department, IReadOnlyList<RoundBurden> Rounds, IReadOnlyList<PlanNode> NeverChanged)
{
    /// <summary>The burden of every department that owes something in a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rounds">How it stands in each of its rounds, in their order.</param>
    public static IReadOnlyList<ReportingBurden> Of(Plan plan, IReadOnlyList<PlanStatus> rounds)
    {
        var rows = plan.Departments.ToDictionary(d => d.Id, d => plan.Indicators.Where(i => plan.Owing(i).Contains(d)).ToList(), StringComparer.Ordinal);
        return [.. plan.Departments.Where(d => rows[d.Id].Count > 0).Select(d => Of(d, rows[d.Id], rounds))];
    }

    private static ReportingBurden Of(Department department, List<PlanNode> rows, IReadOnlyList<PlanStatus> rounds)
    {
        CellStatus[][] cells = [.. rounds.Select(round => rows.Select(row => round[row.Id].Cells.First(c => c.Department.Id == department.Id)).ToArray())];
        return new(
            department,
            [.. rounds.Select((round, i) => RoundBurden.Of(round.Round, cells[i], i == 0 ? [] : cells[i - 1]))],
            [.. rows.Where((_, row) => IsNeverChanged([.. cells.Select(c => c[row]).Where(c => c is { Report: not null, IsCarried: false }).Select(c => c.Report!.Answer)]))]);
    }

    private static bool IsNeverChanged(Answer[] answers) => answers.Length > 1 && answers.All(a => !a.IsSuppressed && a.SaysTheSameAs(answers[0]));
}

/// <summary>What one round asked of one department.</summary>
/// <param name="Round">The round.</param>
/// <param name="Owed">Answers owed: those given, those awaited and those missing.</param>
/// <param name="OnTime">Given in time.</param>
/// <param name="Late">Given after the due date.</param>
/// <param name="Awaited">Not given, and still in time.</param>
/// <param name="Missing">Not given, and the due date has passed.</param>
/// <param name="NotApplicable">Said not to concern the department.</param>
/// <param name="Repeated">Of those given, how many say just what counted before; one that isn't shown can't be told.</param>
/// <param name="Carried">Not given anew: what was answered in an earlier round counts on.</param>
public sealed record RoundBurden(Round Round, int Owed, int OnTime, int Late, int Awaited, int Missing, int NotApplicable, int Repeated, int Carried)
{
    /// <summary>Given, in time or not.</summary>
    public int Answered => OnTime + Late;

    internal static RoundBurden Of(Round round, CellStatus[] cells, CellStatus[] before)
    {
        int Count(ReportingStatus status) => cells.Count(c => c.Reporting == status);
        var (onTime, late, awaited, missing) =
            (Count(ReportingStatus.Reported), Count(ReportingStatus.Late), Count(ReportingStatus.Due), Count(ReportingStatus.Missing));
        return new(
            round, onTime + late + awaited + missing, onTime, late, awaited, missing, Count(ReportingStatus.NotApplicable),
            cells.Zip(before).Count(c => SaysItAgain(c.First, c.Second)), cells.Count(c => c.IsCarried));
    }

    private static bool SaysItAgain(CellStatus now, CellStatus before) =>
        now is { Report: { Answer.IsSuppressed: false } report, IsCarried: false }
        && before.Report is { Answer.IsSuppressed: false } earlier && report.Answer.SaysTheSameAs(earlier.Answer);
}
