using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>What goes on from one plan to another, and why it is read so.</summary>
public sealed class PlanThreads
{
    private static readonly ILookup<string, ThreadPlace> Places = Threads.PlacesIn(PlanLibrary.All).ToLookup(p => p.Thread.Id);

    public static TheoryData<string> All => PlanQuotes.All;

    [Theory]
    [InlineData("lokal-arena", "nsu-2019 3.1.p1", "hsvo-2021 2.1.1.p1")]
    [InlineData("delaktighet", "nsu-2019 3.2.p1", "hsvo-2021 2.1.1.p2")]
    [InlineData("innovation", "nsu-2019 4.1.p1", "hsvo-2021 2.2.1.p1")]
    [InlineData("ungdomar-missbruk", "nsu-2019 5.2.p3", "hsvo-2021 2.2.3.p4")]
    [InlineData("suicidprevention", "nsu-2019 5.1.p1", "hsvo-2021 2.2.3.p2")]
    [InlineData("utskrivning", "nsu-2019 5.2.a13", "hsvo-2021 2.2.3.p5")]
    [InlineData("utbildningsinsatser", "nsu-2019 3.1.p4", "hsvo-2021 2.1.3.a4")]
    [InlineData("ung-intro", "nsu-2019 5.2.a5", "hsvo-2021 Ung Intro")]
    [InlineData("rim", "nsu-2019 5.2.a11", "hsvo-2021 Risk- och missbruk (RIM)")]
    [InlineData("lokus", "lokussamordnare-2018 Strategiskt utvecklingsarbete/Lokussamordnare Uppsala", "nsu-2019 LOKUS gruppen", "hsvo-2021 Lokus-gruppen")]
    public void A_thread_goes_on_through_its_places_by_year(string thread, params string[] places)
    {
        Assert.Equal(places, Places[thread].Select(p => $"{p.Plan.Id} {p.Node?.Id ?? p.Text}"));
    }

    [Theory]
    [InlineData("lokal-arena", "struktuern", "strukturen")]
    [InlineData("delaktighet", "", "")]
    [InlineData("innovation", "", "")]
    [InlineData("ungdomar-missbruk", "", "")]
    public void A_priority_area_that_goes_on_word_for_word_has_the_same_words(string thread, string slip, string corrected)
    {
        var texts = Places[thread].Select(p => slip.Length == 0 ? p.Text : p.Text.Replace(slip, corrected, StringComparison.Ordinal)).Distinct();

        Assert.Single(texts);
    }

    [Fact]
    public void Every_priority_area_with_the_same_words_in_two_plans_is_a_thread()
    {
        var same = PlanLibrary.All.SelectMany(p => p.Nodes).Where(n => n.Kind == NodeKind.PriorityArea).GroupBy(n => n.Text).Where(g => g.Count() > 1);

        Assert.All(same.SelectMany(g => g), n => Assert.Single(n.Threads));
    }

    [Fact]
    public void Everything_in_ordinary_operation_under_the_same_name_in_two_plans_is_a_thread()
    {
        var same = PlanLibrary.All.SelectMany(p => p.OrdinaryOperations).GroupBy(o => o.Name.ToUpperInvariant()).Where(g => g.Count() > 1).ToList();

        Assert.Equal(8, same.Count);
        Assert.All(same, g => Assert.Single(g.SelectMany(o => o.Threads).Distinct()));
    }

    [Fact]
    public void A_thread_has_one_name_and_is_in_more_than_one_document()
    {
        Assert.All(Places, t => Assert.Single(t.Select(p => p.Thread.Name).Distinct()));
        Assert.All(Places, t => Assert.True(t.Select(p => p.Plan.Id).Distinct().Count() + PlanLibrary.Proposals.Count(p => p.Threads.Contains(t.Key)) > 1, t.Key));
        Assert.All(PlanLibrary.Proposals.SelectMany(p => p.Threads), t => Assert.NotEmpty(Places[t]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_thread_has_its_reason_in_the_loading_report(string id)
    {
        var plan = PlanLibrary.Load(id);
        var reasons = plan.Readings.Where(r => r.Kind == ReadingKind.Thread).Select(r => r.Text).ToList();

        Assert.All(PlanFiles.Of(id).Threads, t => Assert.Contains(t.Reading, reasons));
        Assert.Equal(plan.Threads.Count, reasons.Count(r => r.StartsWith("Tråden ", StringComparison.Ordinal)));
    }
}
