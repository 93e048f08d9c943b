using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>Taking an answer back: nothing looks better for it, and another answer is awaited.</summary>
public sealed class WithdrawalProperties
{
    private static readonly DateTimeOffset Later = new(2022, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_withdrawal_never_makes_any_node_better() =>
        ForAll(x => x.Situation.Status.Nodes.Zip(x.Withdrawn.Status.Nodes).All(p => Weight(p.Second.Status) >= Weight(p.First.Status)));

    [Fact]
    public void Answering_anew_and_taking_that_back_is_no_way_out_of_an_answer() =>
        ForAll(x =>
        {
            // What is there was corrected to a "ja", a number or words that say nothing, and the correction taken back.
            var reports = x.Situation.Reports.Select(r => r.Key == x.Taken.Key ? Withdraw(r with { Answer = x.Better(r) }, before: r.Answer) : r);
            return x.Situation.Status.Nodes.Zip((x.Situation with { Reports = [.. reports] }).Status.Nodes).All(p => Weight(p.Second.Status) >= Weight(p.First.Status));
        });

    [Fact]
    public void What_was_taken_back_is_awaited_again_and_counts_as_no_answer() =>
        ForAll(x =>
        {
            var cell = x.Withdrawn.Status[x.Taken.Key.Indicator].Cells.Single(c => c.Department.Id == x.Taken.Key.Department);
            return x.Taken.Key.Round != x.Situation.Round.Id
                || (cell.Reporting is ReportingStatus.Due or ReportingStatus.Missing && cell.Withdrawn?.Key == x.Taken.Key && cell.Report?.Key != x.Taken.Key);
        });

    [Fact]
    public void A_round_before_the_one_that_was_taken_back_stands_as_it_did() =>
        ForAll(x => x.Situation.Plan.FindRound(x.Taken.Key.Round)!.Ends <= x.Situation.Round.Ends
            || x.Situation.Status.Nodes.Zip((x with { Others = [] }).Withdrawn.Status.Nodes).All(p => (p.First.Status, p.First.Coverage) == (p.Second.Status, p.Second.Coverage)));

    [Fact]
    public void A_node_with_an_answer_taken_back_below_is_completed_only_by_answers_that_stand() =>
        ForAll(x => x.Withdrawn.Status.Nodes.Where(n => n is { Status: Status.Completed, Node.Indicator.RefersTo: null })
            .All(n => n.Unanswered.Count == 0 && n.Coverage.Answered == n.Coverage.Owed));

    private static Report Withdraw(Report report, Answer? before) => report with
    {
        Revision = report.Revision + 1,
        Answer = new(),
        Withdrawn = new(report.Answer, before, report.ReportedAt),
        ReportedAt = Later,
    };

    // Good, then none at all, then the rest.
    private static double Weight(Status? status) => status?.Badness() ?? Status.OnTrack.Badness() + 0.5;

    private static void ForAll(Func<Case, bool> holds) => Prop.ForAll(Case.Any.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>A situation, one of its answers, and the situation after that and perhaps others were taken back.</summary>
    private sealed record Case(Situation Situation, Report Taken, HashSet<ReportKey> Others)
    {
        public static readonly Gen<Case> Any =
            from situation in Situation.Any.Where(s => s.Reports.Count > 0)
            from place in Gen.Choose(0, situation.Reports.Count - 1)
            from others in Gen.SubListOf(situation.Reports.AsEnumerable())
            select new Case(situation, situation.Reports[place], others.Select(o => o.Key).ToHashSet());

        public Situation Withdrawn => Situation with
        {
            Reports = [.. Situation.Reports.Select(r => r.Key == Taken.Key || Others.Contains(r.Key) ? Withdraw(r, before: null) : r)],
        };

        public Answer Better(Report report) => Situation.Plan.Node(report.Key.Indicator).Indicator!.Kind switch
        {
            IndicatorKind.Deliverable or IndicatorKind.Continuing when report.Answer.Value is not null => new() { Value = AnswerValue.Yes },
            _ => new() { NotApplicable = true },
        };
    }
}
