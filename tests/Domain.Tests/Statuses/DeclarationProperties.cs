using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

/// <summary>What "nothing more from us" changes, and all that it doesn't.</summary>
public sealed class DeclarationProperties
{
    private static readonly string[] Departments = ["aln", "vs", "nvs"];

    [Fact]
    public void Nothing_is_awaited_from_who_declared_and_what_was_awaited_says_why() => Holds(c => CellsOf(c.After)
        .Where(x => x.Cell.Department.Id == c.Department)
        .All(x => x.Cell.Reporting is not (ReportingStatus.Due or ReportingStatus.Missing)
            && x.Cell.NothingMore is not null == (c.Before[x.Row].Cells.Single(b => b.Department.Id == c.Department).Reporting is ReportingStatus.Due or ReportingStatus.Missing)));

    [Fact]
    public void What_was_answered_and_what_others_owe_stays_as_it_was() => Holds(c => CellsOf(c.After)
        .Where(x => x.Cell.Department.Id != c.Department || x.Cell.NothingMore is null)
        .All(x => Said(x.Cell).Equals(Said(c.Before[x.Row].Cells.Single(b => b.Department.Id == x.Cell.Department.Id)))));

    [Fact]
    public void How_it_goes_does_not_change_with_it() => Holds(c => c.After.Nodes.Zip(c.Before.Nodes)
        .All(p => p.First.Status == p.Second.Status && p.First.Coverage == p.Second.Coverage && p.First.Unanswered.SequenceEqual(p.Second.Unanswered)));

    private static object Said(CellStatus cell) => (cell.Report, cell.IsCarried, cell.Status, cell.Reporting, cell.NothingMore);

    private static IEnumerable<(string Row, CellStatus Cell)> CellsOf(PlanStatus status) => status.Nodes.SelectMany(n => n.Cells.Select(c => (n.Node.Id, c)));

    private static void Holds(Func<(PlanStatus Before, PlanStatus After, string Department), bool> property) => Prop.ForAll(
        (from situation in Situation.Any from department in Gen.Elements(Departments) select (situation, department)).ToArbitrary(),
        c =>
        {
            var (situation, department) = c;
            DatedRound round = new(situation.Round, situation.Meeting, situation.Meeting?.Timeline);
            Declaration declared = new()
            {
                Area = "uppsala",
                Plan = situation.Plan.Id,
                Round = situation.Round.Id,
                Department = department,
                Number = 1,
                By = "anna",
                At = default,
            };
            return property((
                PlanStatus.Compute(situation.Plan, round, situation.Reports, situation.Today),
                PlanStatus.Compute(situation.Plan, round with { Declarations = [declared] }, situation.Reports, situation.Today),
                department));
        }).QuickCheckThrowOnFailure();
}
