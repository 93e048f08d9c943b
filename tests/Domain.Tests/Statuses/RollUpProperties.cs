using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Statuses;

namespace Hsvo.Domain.Tests.Statuses;

public sealed class RollUpProperties
{
    private static readonly RollUpRow Unanswered = new(Status: null, IsAnswered: false, RollsUp: true);

    [Fact]
    public void The_order_of_rows_is_of_no_consequence() =>
        ForAll(from rows in Rows.Some from shuffled in Gen.Shuffle(rows) select (rows, shuffled), x => RollUp.Of(x.rows) == RollUp.Of(x.shuffled));

    [Fact]
    public void A_row_twice_says_no_more_than_once() =>
        ForAll(Rows.Some, rows => RollUp.Of([.. rows, .. rows]) == RollUp.Of(rows));

    /// <summary>
    /// Rolling up in two steps equals rolling up the rows themselves, rule and all, when a group stands for its rows: its own status, answered when
    /// all of them are, rolling up when any of them does.
    /// </summary>
    [Fact]
    public void Rolling_up_groups_equals_rolling_up_their_rows() =>
        ForAll(Rows.Groups, groups => RollUp.Of(groups.Select(AsRow)) == RollUp.Of(groups.SelectMany(g => g)));

    [Fact]
    public void A_bad_parent_is_as_bad_as_its_worst_row() =>
        ForAll(Rows.Some, rows =>
        {
            var worst = rows.Where(r => r.RollsUp).Max(r => r.Status?.Badness()) ?? 0;
            var rolled = RollUp.Of(rows);
            return worst <= Status.NotStarted.Badness() || (rolled.Status!.Value.Badness() == worst && rolled.Rule == RollUpRule.Worst);
        });

    [Fact]
    public void A_parent_is_completed_only_when_every_row_is_answered_and_every_row_that_counts_is_completed() =>
        ForAll(Rows.Some, rows =>
            (RollUp.Of(rows).Status == Status.Completed)
            == (rows.Any(r => r.RollsUp) && rows.All(r => r.IsAnswered) && rows.Where(r => r.RollsUp).All(r => r.Status == Status.Completed)));

    [Fact]
    public void A_parent_is_not_started_only_when_nothing_below_is_anything_else() =>
        ForAll(Rows.Some, rows =>
        {
            Status[] statuses = [.. rows.Where(r => r.RollsUp).Select(r => r.Status).OfType<Status>()];
            return (RollUp.Of(rows).Status == Status.NotStarted) == (statuses.Length > 0 && statuses.All(s => s == Status.NotStarted));
        });

    [Fact]
    public void A_parent_has_a_status_only_when_a_row_that_counts_has_one() =>
        ForAll(Rows.Some, rows => (RollUp.Of(rows).Status is null) == !rows.Any(r => r is { RollsUp: true, Status: not null }));

    [Fact]
    public void An_unanswered_row_more_never_makes_a_parent_better_and_never_red() =>
        ForAll(Rows.Some, rows =>
        {
            var (before, after) = (RollUp.Of(rows).Status, RollUp.Of([.. rows, Unanswered]).Status);
            return after == (before == Status.Completed ? Status.OnTrack : before);
        });

    [Fact]
    public void A_parent_with_an_unanswered_row_is_at_best_on_track() =>
        ForAll(APlaceAmongRows, x => RollUp.Of(With(x.Rows, x.Place, x.Rows[x.Place] with { IsAnswered = false })).Status != Status.Completed);

    [Fact]
    public void Withdrawing_an_answer_never_completes_a_parent() =>
        ForAll(APlaceAmongRows, x => RollUp.Of(With(x.Rows, x.Place, Unanswered)).Status != Status.Completed);

    [Fact]
    public void A_worse_row_never_makes_a_parent_better() =>
        ForAll(from x in APlaceAmongRows from other in Rows.AnyStatus select (x.Rows, x.Place, Other: other), x =>
        {
            var row = x.Rows[x.Place];
            if (row.Status is not { } was || x.Other is not { } becomes)
            {
                return true;
            }

            var (better, worse) = was.Badness() <= becomes.Badness() ? (was, becomes) : (becomes, was);
            return Badness(With(x.Rows, x.Place, row with { Status = better })) <= Badness(With(x.Rows, x.Place, row with { Status = worse }));
        });

    [Fact]
    public void The_rule_says_what_the_status_is() =>
        ForAll(Rows.Some, rows => RollUp.Of(rows) switch
        {
            (null, var rule) => rule == RollUpRule.NoStatus,
            (Status.Completed, var rule) => rule == RollUpRule.AllCompleted,
            (Status.NotStarted, var rule) => rule == RollUpRule.AllNotStarted,
            (Status.OnTrack, var rule) => rule == RollUpRule.UnderWay,
            (_, var rule) => rule == RollUpRule.Worst,
        });

    [Fact]
    public void The_order_of_departments_is_of_no_consequence() =>
        ForAll(from d in Departments from shuffled in Gen.Shuffle(d.Statuses) select (d, shuffled),
            x => RollUp.OfDepartments(x.d.Statuses, x.d.IsAnswered) == RollUp.OfDepartments(x.shuffled, x.d.IsAnswered));

    [Fact]
    public void A_row_is_completed_only_when_every_department_that_owes_it_says_so() =>
        ForAll(Departments, d =>
            (RollUp.OfDepartments(d.Statuses, d.IsAnswered) == Status.Completed)
            == (d.IsAnswered && d.Statuses.Length > 0 && d.Statuses.All(s => s == Status.Completed)));

    [Fact]
    public void The_worse_department_counts_unless_all_are_completed() =>
        ForAll(Departments, d =>
        {
            var worst = d.Statuses.Max(s => s?.Badness());
            return worst is null or 0 || RollUp.OfDepartments(d.Statuses, d.IsAnswered)!.Value.Badness() == worst;
        });

    [Fact]
    public void A_row_has_a_status_only_when_a_department_gave_one() =>
        ForAll(Departments, d => (RollUp.OfDepartments(d.Statuses, d.IsAnswered) is null) == d.Statuses.All(s => s is null));

    [Fact]
    public void A_department_that_has_not_answered_never_makes_a_row_better_and_never_red() =>
        ForAll(Departments, d =>
        {
            var (before, after) = (RollUp.OfDepartments(d.Statuses, d.IsAnswered), RollUp.OfDepartments(d.Statuses, isAnswered: false));
            return after == (before == Status.Completed ? Status.OnTrack : before);
        });

    [Fact]
    public void Withdrawing_a_departments_answer_never_completes_a_row() =>
        ForAll(Departments, d => d.Statuses.Length == 0 || RollUp.OfDepartments(d.Statuses[1..], isAnswered: false) != Status.Completed);

    [Fact]
    public void A_worse_department_never_makes_a_row_better() =>
        ForAll(from d in Departments from one in Rows.AnyStatus from other in Rows.AnyStatus select (d.Statuses, d.IsAnswered, one, other), x =>
        {
            if (x.one is not { } one || x.other is not { } other)
            {
                return true;
            }

            var (better, worse) = one.Badness() <= other.Badness() ? (one, other) : (other, one);
            return RollUp.OfDepartments([.. x.Statuses, better], x.IsAnswered)!.Value.Badness()
                <= RollUp.OfDepartments([.. x.Statuses, worse], x.IsAnswered)!.Value.Badness();
        });

    private static Gen<(Status?[] Statuses, bool IsAnswered)> Departments =>
        from statuses in Rows.AnyStatus.ArrayOf().Resize(4)
        from isAnswered in Gen.Elements(true, false)
        select (statuses, isAnswered);

    private static Gen<(RollUpRow[] Rows, int Place)> APlaceAmongRows =>
        from first in Rows.One
        from rest in Rows.Some
        from place in Gen.Choose(0, rest.Length)
        select ((RollUpRow[])[first, .. rest], place);

    private static RollUpRow AsRow(RollUpRow[] group) => new(RollUp.Of(group).Status, group.All(r => r.IsAnswered), group.Any(r => r.RollsUp));

    private static RollUpRow[] With(RollUpRow[] rows, int place, RollUpRow row) => [.. rows[..place], row, .. rows[(place + 1)..]];

    // No status is no worse than completed: nothing is known.
    private static int Badness(RollUpRow[] rows) => RollUp.Of(rows).Status?.Badness() ?? -1;

    private static void ForAll<T>(Gen<T> gen, Func<T, bool> holds) =>
        Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
