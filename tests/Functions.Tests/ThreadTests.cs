namespace Hsvo.Functions.Tests;

/// <summary>What goes on from one plan to another is linked.</summary>
[Collection(RunningApp.Collection)]
public sealed class ThreadTests(RunningApp app)
{
    [Fact]
    public async Task A_node_links_to_where_its_thread_goes_on_in_other_plans_and_not_to_itself()
    {
        var node = (await app.Reader.JsonAsync("/hsvo/v1/plans/hsvo-2021"))["nodes"]!.AsArray().Single(n => n!.Text("id") == "2.2.3.p4")!;

        Assert.Equal(["ungdomar-missbruk"], node["threads"]!.AsArray().Select(t => t!.GetValue<string>()));
        var link = Assert.Single(node["threadLinks"]!.AsArray())!;
        Assert.Equal(("nsu-2019", 2019, "node", "5.2.p3"), (link.Text("plan"), link["year"]!.GetValue<int>(), link.Text("placeKind"), link.Text("node")));
        Assert.Equal("Ungdomar med missbruk/beroende ska få samordnat stöd", link.Text("text"));
    }

    [Fact]
    public async Task A_link_leads_to_the_plan_that_has_the_node()
    {
        var node = (await app.Reader.JsonAsync("/hsvo/v1/plans/nsu-2019"))["nodes"]!.AsArray().Single(n => n!.Text("id") == "3.1.p1")!;
        var link = node["threadLinks"]![0]!;

        var other = await app.Reader.JsonAsync(link.Text("href"));

        Assert.Contains(other["nodes"]!.AsArray(), n => n!.Text("id") == link.Text("node") && n!.Text("text") == link.Text("text"));
    }

    [Fact]
    public async Task Lokus_goes_through_the_insats_and_the_ordinary_operation_of_both_years()
    {
        var threads = (await app.Reader.JsonAsync("/hsvo/v1/threads"))["threads"]!.AsArray();
        var lokus = threads.Single(t => t!.Text("id") == "lokus")!;

        Assert.Equal([2018, 2019, 2021], lokus["years"]!.AsArray().Select(y => y!.GetValue<int>()));
        Assert.Equal(["plan", "ordinaryOperation", "ordinaryOperation"], lokus["places"]!.AsArray().Select(p => p!.Text("placeKind")));
        Assert.Equal(threads.Select(t => t!.Text("id")).Order(StringComparer.Ordinal), threads.Select(t => t!.Text("id")));
    }

    [Fact]
    public async Task What_the_board_proposed_for_2019_stands_with_the_threads_that_took_it_up()
    {
        var threads = (await app.Reader.JsonAsync("/hsvo/v1/threads"))["threads"]!.AsArray();

        Assert.Equal(
            [("nyanlandas-psykiska-halsa", "amn-2019.2", "Nyanlända med psykisk ohälsa"), ("ung-intro", "amn-2019.3", "Unga som varken arbetar eller studerar som har psykisk ohälsa")],
            threads.SelectMany(t => t!["proposals"]!.AsArray().Select(p => (t!.Text("id"), p!.Text("proposal"), p!.Text("text")))));
        var href = threads.Single(t => t!.Text("id") == "ung-intro")!["proposals"]![0]!.Text("href");
        Assert.Contains((await app.Reader.JsonAsync(href))["proposals"]!.AsArray(), p => p!.Text("id") == "amn-2019.3");
    }

    [Fact]
    public async Task Ung_Intro_was_an_activity_and_is_in_ordinary_operation()
    {
        var operation = (await app.Reader.JsonAsync("/hsvo/v1/plans/hsvo-2021"))["ordinaryOperations"]!.AsArray().Single(o => o!.Text("name") == "Ung Intro")!;

        Assert.Equal(["5.2.a5"], operation["threadLinks"]!.AsArray().Select(l => l!.Text("node")));
    }
}
