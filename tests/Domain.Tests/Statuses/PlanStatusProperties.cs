using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

public sealed class PlanStatusProperties
{
    [Fact]
    public void The_order_of_answers_is_of_no_consequence() =>
        ForAll(from s in Situation.Any from shuffled in Gen.Shuffle<Report>(s.Reports) select (s, Other: s with { Reports = shuffled }),
            x => Told(x.s.Status).SequenceEqual(Told(x.Other.Status)));

    [Fact]
    public void Answers_of_later_rounds_do_not_leak_into_earlier_ones() =>
        ForAll((s, status) =>
        {
            var known = s with { Reports = [.. s.Reports.Where(r => s.Plan.FindRound(r.Key.Round)!.Ends <= s.Round.Ends)] };
            return Told(status).SequenceEqual(Told(known.Status));
        });

    [Fact]
    public void The_newest_answer_up_to_the_round_counts_and_says_whether_it_is_carried() =>
        ForAll((s, status) => status.Nodes.All(n => n.Cells.All(c =>
        {
            var newest = s.Reports
                .Where(r => r.Key.Indicator == n.Node.Id && r.Key.Department == c.Department.Id && s.Plan.FindRound(r.Key.Round)!.Ends <= s.Round.Ends)
                .MaxBy(r => s.Plan.FindRound(r.Key.Round)!.Ends);
            return c.Report == newest && c.IsCarried == (newest is not null && newest.Key.Round != s.Round.Id);
        })));

    [Fact]
    public void Each_row_has_a_cell_for_each_department_that_owes_it() =>
        ForAll((s, status) => status.Nodes.All(n => n.Cells.Select(c => c.Department).SequenceEqual(s.Plan.Owing(n.Node))));

    [Fact]
    public void A_nodes_coverage_is_the_sum_of_the_cells_below_it() =>
        ForAll((s, status) => status.Nodes.All(n =>
        {
            CellStatus[] cells = [.. CellsBelow(status, n.Node)];
            return n.Coverage == new Coverage(cells.Count(c => c.IsAnswered), cells.Count(c => !c.IsNotApplicable));
        }));

    [Fact]
    public void A_nodes_reporting_counts_sum_to_the_answers_owed_below_it() =>
        ForAll((s, status) => status.Nodes.All(n =>
        {
            CellStatus[] cells = [.. CellsBelow(status, n.Node)];
            return n.Reporting.Values.Sum() == cells.Length
                && n.Reporting.All(p => p.Value == cells.Count(c => c.Reporting == p.Key));
        }));

    [Fact]
    public void A_parent_rolls_up_its_children() =>
        ForAll((s, status) => status.Nodes.Where(n => n.Node.Kind != NodeKind.Indicator)
            .All(n => new RolledUp(n.Status, n.Rule) == RollUp.Of(s.Plan.ChildrenOf(n.Node.Id).Select(c => AsRow(status, c)).OfType<RollUpRow>())));

    [Fact]
    public void A_completed_node_has_every_answer_it_is_owed() =>
        ForAll((s, status) => status.Nodes.Where(n => n is { Status: Status.Completed, Node.Indicator.RefersTo: null })
            .All(n => n.Unanswered.Count == 0 && n.Coverage.Answered == n.Coverage.Owed && n.Coverage.Owed > 0));

    [Fact]
    public void What_is_unanswered_is_what_someone_still_owes_a_first_answer() =>
        ForAll((s, status) => status.Nodes.Where(n => n.Node.Indicator?.RefersTo is null).All(n =>
            n.Unanswered.SequenceEqual(RowsBelow(s.Plan, n.Node).Where(r => status[r.Id].Cells.Any(c => c.Report is null)).Select(r => r.Id))));

    [Fact]
    public void A_node_has_a_status_only_when_an_answer_below_gives_one() =>
        ForAll((s, status) => status.Nodes.Where(n => n.Node.Kind != NodeKind.Indicator).All(n =>
            (n.Status is null) == !RowsBelow(s.Plan, n.Node).Any(r => r.Indicator!.RollsUp && status[r.Id].Cells.Any(c => c.Status is not null))));

    [Fact]
    public void A_status_is_decided_by_rows_below_that_have_it_when_it_is_the_worst() =>
        ForAll((s, status) => status.Nodes.Where(n => n.Node.Kind != NodeKind.Indicator).All(n =>
            (n.DecidedBy.Count > 0) == (n.Status is not null)
            && (n.Rule != RollUpRule.Worst || n.DecidedBy.All(d => status[d].Status == n.Status))));

    [Fact]
    public void Taking_all_of_a_departments_answers_to_a_row_back_never_completes_what_is_above() =>
        ForAll(from s in Situation.Any from place in Gen.Choose(0, Math.Max(0, s.Reports.Count - 1)) select (s, place), x =>
        {
            if (x.s.Reports.Count == 0)
            {
                return true;
            }

            var taken = x.s.Reports[x.place].Key;
            var status = (x.s with
            {
                Reports = [.. x.s.Reports.Where(r => (r.Key.Indicator, r.Key.Department) != (taken.Indicator, taken.Department))],
            }).Status;
            return Above(x.s.Plan, taken.Indicator).All(id => status[id].Status != Status.Completed);
        });

    [Fact]
    public void A_reference_shows_its_row_and_is_not_counted() =>
        ForAll((s, status) =>
        {
            PlanNode[] references = [.. s.Plan.Indicators.Where(i => i.Indicator!.RefersTo is not null)];
            var without = s with { Plan = s.Plan with { Nodes = [.. s.Plan.Nodes.Except(references)] } };
            var told = Told(status).ToHashSet();
            return Told(without.Status).All(told.Contains)
                && references.All(r => status[r.Id].Status == status[r.Indicator!.RefersTo!].Status
                    && status[r.Id] is { Coverage.Owed: 0, Coverage.Answered: 0, Reporting.Count: 0, Cells.Count: 0, Unanswered.Count: 0 });
        });

    [Fact]
    public void A_department_that_a_row_does_not_concern_counts_as_if_it_did_not_owe_it() =>
        ForAll((s, status) =>
        {
            var others = (s with { Plan = Owed(s.Plan, i => status[i.Id].Cells.Where(c => !c.IsNotApplicable).Select(c => c.Department.Id)) }).Status;
            return status.Nodes.Zip(others.Nodes).All(p =>
                (p.First.Status, p.First.Rule, p.First.Coverage, p.First.Agreement) == (p.Second.Status, p.Second.Rule, p.Second.Coverage, p.Second.Agreement)
                && p.First.Unanswered.SequenceEqual(p.Second.Unanswered) && p.First.DecidedBy.SequenceEqual(p.Second.DecidedBy));
        });

    [Fact]
    public void A_departments_answers_stand_the_same_in_its_own_plan_and_in_the_whole() =>
        ForAll(from s in Situation.Any from department in Gen.Elements("aln", "vs", "nvs") select (s, department), x =>
        {
            var own = (x.s with { Plan = x.s.Plan.AnsweredBy(x.department) }).Status;
            var all = x.s.Status;
            return own.Nodes.All(n => n.Cells.Select(Told).SequenceEqual(all[n.Node.Id].Cells.Where(c => c.Department.Id == x.department).Select(Told)));
        });

    [Fact]
    public void What_an_earlier_round_completed_owes_nothing_and_an_undated_round_asks_for_nothing() =>
        ForAll((s, status) => status.Nodes.SelectMany(n => n.Cells).All(c =>
            (!(c is { IsCarried: true, Status: Status.Completed }) || c.Reporting == ReportingStatus.NotDue)
            && (s.Meeting is not null || c.Reporting is not (ReportingStatus.Due or ReportingStatus.Missing or ReportingStatus.Late))));

    [Fact]
    public void The_calendar_alone_reddens_nothing_but_milestones() =>
        ForAll((s, status) =>
        {
            var plan = s.Plan with { Nodes = [.. s.Plan.Nodes.Select(n => n.Indicator is { Kind: IndicatorKind.Milestone } m ? n with { Indicator = m with { Due = null } } : n)] };
            var (now, muchLater) = ((s with { Plan = plan }).Status, (s with { Plan = plan, Today = new(2031, 1, 1) }).Status);
            return now.Nodes.Zip(muchLater.Nodes).All(p => p.First.Status == p.Second.Status);
        });

    private static RollUpRow? AsRow(PlanStatus status, PlanNode node)
    {
        if (node.Kind == NodeKind.Indicator)
        {
            return status[node.Id].Cells.All(c => c.IsNotApplicable)
                ? null
                : new(status[node.Id].Status, status[node.Id].Cells.All(c => c.Report is not null), node.Indicator!.RollsUp);
        }

        RollUpRow[] below = [.. status.Plan.ChildrenOf(node.Id).Select(c => AsRow(status, c)).OfType<RollUpRow>()];
        return new(RollUp.Of(below).Status, below.All(r => r.IsAnswered), below.Any(r => r.RollsUp));
    }

    private static IEnumerable<CellStatus> CellsBelow(PlanStatus status, PlanNode node) => RowsBelow(status.Plan, node).SelectMany(r => status[r.Id].Cells);

    private static IEnumerable<PlanNode> RowsBelow(Plan plan, PlanNode node) =>
        node.Kind == NodeKind.Indicator ? [node] : plan.ChildrenOf(node.Id).SelectMany(c => RowsBelow(plan, c));

    private static IEnumerable<string> Above(Plan plan, string id)
    {
        for (var parent = plan.Node(id).ParentId; parent is not null; parent = plan.Node(parent).ParentId)
        {
            yield return parent;
        }
    }

    private static Plan Owed(Plan plan, Func<PlanNode, IEnumerable<string>> by) => plan with
    {
        Bodies = [.. plan.Indicators.Select(i => new ResponsibleBody(i.Id, "", "", "", [.. by(i)]))],
        Nodes = [.. plan.Nodes.Select(n => n.Kind == NodeKind.Indicator ? n with { Responsible = [n.Id] } : n)],
    };

    // Everything a node's status says, in words that can be compared.
    private static IEnumerable<string> Told(PlanStatus status) => status.Nodes.Select(n => string.Join(" | ",
        n.Node.Id, n.Status, n.Rule, n.Coverage, n.Agreement, n.HasExamples,
        string.Join(',', n.DecidedBy), string.Join(',', n.Unanswered),
        string.Join(',', n.Reporting.OrderBy(p => p.Key)), string.Join(',', n.Distribution.OrderBy(p => p.Key)),
        string.Join(',', n.Cells.Select(Told))));

    private static string Told(CellStatus c) => $"{c.Department.Id} {c.Report?.Key} {c.IsCarried} {c.Rule?.Code} {c.Status} {c.Reporting}";

    private static void ForAll(Func<Situation, PlanStatus, bool> holds) => ForAll(Situation.Any, s => holds(s, s.Status));

    private static void ForAll<T>(Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
