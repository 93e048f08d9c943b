using Hsvo.Domain.Plans;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;
using static Hsvo.TestKit.Builders.PlanBuilder;

namespace Hsvo.Domain.Tests.Plans;

public sealed class NextPlanTests
{
    private static readonly Plan Built = APlan()
        .WithIndicator("i1", Specs.Milestone(new(2021, 2, 28)))
        .WithReference("i2", to: "far")
        .UnderGoal("1.2").WithIndicator("near", Specs.Deliverable)
        .UnderGoal("2.1").WithIndicator("far", Specs.Deliverable)
        .Build();

    private static readonly Plan Old = With(Built with { Threads = [new("unga", "Unga"), new("aldre", "Äldre")] }, "1.1.p1", n => n with { Threads = ["unga"], SeeAlso = ["i1", "far"] });

    [Fact]
    public void Rows_of_threads_go_on_with_all_above_and_below_them_and_nothing_else() =>
        Assert.Equal(["1", "1.1", "1.1.p1", "1.1.a1", "i1"], NextPlan.DraftFrom(Old, 2022).Nodes.Select(n => n.Id));

    [Fact]
    public void What_pointed_at_rows_that_stay_behind_points_there_no_longer() =>
        Assert.Equal(["i1"], NextPlan.DraftFrom(Old, 2022).Node("1.1.p1").SeeAlso);

    [Fact]
    public void Days_and_rounds_move_by_whole_years_and_months_end_where_they_end()
    {
        var draft = NextPlan.DraftFrom(Old, 2024);

        Assert.Equal(new DateOnly(2024, 2, 29), draft.Node("i1").Indicator!.Due);
        Assert.Equal([("2024-05", new(2024, 5, 31)), ("2024-10", new(2024, 10, 31)), ("2025-01", new DateOnly(2025, 1, 31))], draft.Rounds.Select(r => (r.Id, r.Ends)));
    }

    [Fact]
    public void The_draft_has_a_name_and_an_id_of_its_year_and_is_not_adopted()
    {
        var draft = NextPlan.DraftFrom(Old with { AdoptedQuote = "Fastställd 2020-10-21" }, 2022);

        Assert.Equal(("hsvo-2022", "Verksamhetsplan HSVO 2022", 2022, 0), (draft.Id, draft.Title, draft.Year, draft.Version));
        Assert.Null(draft.Adopted);
        Assert.Null(draft.AdoptedQuote);
        Assert.Null(draft.Source.Sha256);
        Assert.Equal(["unga"], draft.Threads.Select(t => t.Id));
        Assert.Equal("utan-ar-2022", NextPlan.DraftFrom(Old with { Id = "utan-ar" }, 2022).Id);
        Assert.True(Identifier.IsValid(NextPlan.IdOf(Old with { Id = new('a', 64) }, 2022)));
    }

    [Fact]
    public void A_plan_that_a_thread_covers_goes_on_whole()
    {
        var draft = NextPlan.DraftFrom(Old with { Threads = [new("lokus", "Lokus", CoversPlan: true), .. Old.Threads] }, 2022);

        Assert.Equal(Old.Nodes.Select(n => n.Id), draft.Nodes.Select(n => n.Id));
    }

    [Fact]
    public void A_plan_without_threads_gives_a_draft_without_rows() => Assert.Empty(NextPlan.DraftFrom(Built, 2022).Nodes);

    [Fact]
    public void A_draft_of_a_real_plan_can_be_imported_as_it_is() => Assert.All(
        PlanLibrary.All.Select(p => NextPlan.DraftFrom(p, p.Year + 1)).Where(d => d.Nodes.Count > 0), d => Assert.Empty(PlanRules.FaultsOf(d)));

    private static Plan With(Plan plan, string id, Func<PlanNode, PlanNode> change) => plan with { Nodes = [.. plan.Nodes.Select(n => n.Id == id ? change(n) : n)] };
}
