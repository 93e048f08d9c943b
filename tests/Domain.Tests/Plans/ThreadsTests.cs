using Hsvo.Domain.Plans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Domain.Tests.Plans;

public sealed class ThreadsTests
{
    private static readonly Plan Newer = Plan("hsvo-2021", 2021) with { OrdinaryOperations = [new("Lokus-gruppen", "Lokus-gruppen") { Threads = ["lokus"] }] };
    private static readonly Plan Older = WithThread(Plan("nsu-2019", 2019), "1.1.p1");
    private static readonly Plan Oldest = Plan("insats-2018", 2018) with { Threads = [new("lokus", "Lokus", CoversPlan: true)] };

    [Fact]
    public void A_thread_goes_through_whole_plans_nodes_and_ordinary_operation_year_by_year()
    {
        var places = Threads.PlacesIn([Newer, Oldest, Older]).ToList();

        Assert.Equal(
            [
                ("insats-2018", ThreadPlaceKind.Plan, null, Oldest.Title),
                ("nsu-2019", ThreadPlaceKind.Node, "1.1.p1", "Text 1.1.p1"),
                ("hsvo-2021", ThreadPlaceKind.OrdinaryOperation, null, "Lokus-gruppen"),
            ],
            places.Select(p => (p.Plan.Id, p.Kind, p.Node?.Id, p.Text)));
        Assert.All(places, p => Assert.Equal("lokus", p.Thread.Id));
    }

    [Fact]
    public void A_plan_without_threads_has_no_place()
    {
        Assert.Empty(Threads.PlacesIn([PlanBuilder.APlan().Build()]));
    }

    private static Plan Plan(string id, int year) =>
        PlanBuilder.APlan().WithIndicator("i1", IndicatorKind.Deliverable).Build() with { Id = id, Year = year, Threads = [new("lokus", "Lokus")] };

    private static Plan WithThread(Plan plan, string node) =>
        plan with { Nodes = [.. plan.Nodes.Select(n => n.Id == node ? n with { Threads = ["lokus"] } : n)] };
}
