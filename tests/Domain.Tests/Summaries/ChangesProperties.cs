using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;

namespace Hsvo.Domain.Tests.Summaries;

/// <summary>What the comparison of two papers promises for any two papers.</summary>
public sealed class ChangesProperties
{
    private static readonly string[] Nodes = ["1", "1.1", "1.1.i1", "1.1.i2", "1.1.i3"];
    private static readonly string[] Departments = ["aln", "vs", "nvs"];

    private static readonly Gen<Standing[]> APaper =
        from nodes in Gen.SubListOf(Nodes)
        from standings in Gen.CollectToArray(nodes, AStanding)
        select standings;

    private static readonly Gen<(Standing[] Before, Standing[] After)> TwoPapers =
        from before in APaper
        from after in Gen.Frequency((4, APaper), (1, Gen.Constant(before)))
        select (before, after);

    [Fact]
    public void Looking_back_from_the_other_paper_turns_better_into_worse_and_new_into_gone() => Check(TwoPapers, papers =>
    {
        var forwards = Changes.Between(papers.Before, papers.After).Nodes;
        var backwards = Changes.Between(papers.After, papers.Before).Nodes;
        return forwards.Select(c => (c.Node, Mirror(c.Kind), c.After, c.Before)).SequenceEqual(backwards.Select(c => (c.Node, c.Kind, c.Before, c.After)));
    });

    [Fact]
    public void A_paper_compared_with_itself_has_no_change_and_misses_still_what_it_missed() => Check(APaper, paper =>
    {
        var changes = Changes.Between(paper, paper);
        return !changes.Nodes.Any() && changes.Missing.Sum(m => m.Departments.Count) == paper.Sum(s => s.Awaiting.Count);
    });

    [Fact]
    public void The_order_of_nodes_and_of_departments_says_nothing() => Check(
        from papers in TwoPapers
        from before in Gen.Shuffle(papers.Before.Select(Turned))
        from after in Gen.Shuffle(papers.After.Select(Turned))
        select (papers, before, after),
        t =>
        {
            var (one, other) = (Changes.Between(t.papers.Before, t.papers.After), Changes.Between(t.before, t.after));
            return one.Nodes.SequenceEqual(other.Nodes)
                && one.Missing.SelectMany(m => m.Departments, (m, d) => (m.Node, d)).SequenceEqual(other.Missing.SelectMany(m => m.Departments, (m, d) => (m.Node, d)));
        });

    // Written anew without the code under test: pair by pair.
    [Fact]
    public void A_change_is_told_exactly_when_status_or_being_answered_is_another() => Check(TwoPapers, papers =>
    {
        var changes = Changes.Between(papers.Before, papers.After);
        return Nodes.All(node =>
        {
            var before = papers.Before.SingleOrDefault(s => s.Node == node);
            var after = papers.After.SingleOrDefault(s => s.Node == node);
            var differs = before?.Status != after?.Status
                || (before?.Status is null && after?.Status is null && (before?.Answered ?? 0) > 0 != (after?.Answered ?? 0) > 0);
            return changes.Of(node) is not null == differs;
        });
    });

    [Fact]
    public void Still_missing_is_who_was_awaited_both_times() => Check(TwoPapers, papers =>
    {
        var changes = Changes.Between(papers.Before, papers.After);
        return Nodes.All(node => Departments.All(department =>
            (changes.MissingAt(node)?.Departments.Contains(department) ?? false)
            == (Awaits(papers.Before, node, department) && Awaits(papers.After, node, department))));
    });

    [Fact]
    public void Better_is_less_bad_by_the_order_of_badness()
    {
        var changes = Changes.Between([Of("1", Status.Behind), Of("2", Status.Completed)], [Of("1", Status.NotStarted), Of("2", Status.OnTrack)]);

        Assert.Equal([new("1", ChangeKind.Better, Status.Behind, Status.NotStarted), new NodeChange("2", ChangeKind.Worse, Status.Completed, Status.OnTrack)], changes.Nodes);
    }

    private static bool Awaits(Standing[] paper, string node, string department) => paper.Any(s => s.Node == node && s.Awaiting.Contains(department));

    private static Standing Turned(Standing standing) => standing with { Awaiting = [.. standing.Awaiting.Reverse()] };

    private static Standing Of(string node, Status status) => new() { Node = node, Status = status, Answered = 1, Owed = 2 };

    private static Gen<Standing> AStanding(string node) =>
        from status in Gen.Elements<Status?>([null, null, .. Enum.GetValues<Status>().Cast<Status?>()])
        from answered in Gen.Choose(status is null ? 0 : 1, 3)
        from awaiting in Gen.SubListOf(Departments)
        select new Standing { Node = node, Status = status, Answered = answered, Owed = 3, Awaiting = [.. awaiting] };

    private static ChangeKind Mirror(ChangeKind kind) => kind switch
    {
        ChangeKind.Better => ChangeKind.Worse,
        ChangeKind.Worse => ChangeKind.Better,
        ChangeKind.New => ChangeKind.Gone,
        _ => ChangeKind.New,
    };

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) => Prop.ForAll(values.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
