using System.Security.Cryptography;
using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>Each yearly plan's data file says what its document says: all of it, once, and nothing else.</summary>
public sealed class PlanQuotes
{
    /// <summary>Every plan.</summary>
    public static TheoryData<string> All => [.. PlanLibrary.All.Select(p => p.Id)];

    /// <summary>The yearly plans, whose rows stand in tables.</summary>
    public static TheoryData<string> Plans => [.. Yearly.Select(p => p.Id)];

    public static TheoryData<string, string> Nodes => Each(p => p.Nodes.Select(n => n.Id));

    public static TheoryData<string, int> Rows => Each(p => PlanFiles.Of(p.Id).Rows().Select((_, i) => i));

    public static TheoryData<string, string> Operations => Each(p => p.OrdinaryOperations.Select(o => o.Name));

    [Theory]
    [MemberData(nameof(All))]
    public void The_source_is_the_document_that_was_read(string plan)
    {
        var path = SourceDocument.PathOf(plan);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

        Assert.Equal(sha256, PlanLibrary.Load(plan).Source.Sha256);
        Assert.Contains($"{sha256}  {plan}.txt", File.ReadAllLines(Path.Combine(Path.GetDirectoryName(path)!, "SHA256SUMS")));
    }

    [Fact]
    public void Normalising_takes_out_markup_and_white_space_and_nothing_else()
    {
        Assert.Equal("Arbete för projekt Patientkontrakt", SourceText.Normalise("<p>Arbete\tför  projekt\n<i>Patientkontrakt</i></p>"));
        Assert.Equal("AU – Mål: (se 2.3) <b>", SourceText.Normalise(" **AU** – *Mål:* (se 2.3) <b> "));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Lines_and_cells_hold_the_whole_document(string plan)
    {
        var document = SourceDocument.Of(plan);

        Assert.Equal(SourceText.Normalise(File.ReadAllText(document.Path)), document.Source.Text);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_quote_stands_in_its_own_place(string plan)
    {
        var places = new QuotePlaces(PlanFiles.Of(plan), SourceDocument.Of(plan));

        Assert.Empty(places.Unplaced);
        Assert.All(places.Placed, p => Assert.Equal(p.Quote, SourceText.Normalise(p.Quote)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void No_two_quotes_overlap(string plan)
    {
        var places = new QuotePlaces(PlanFiles.Of(plan), SourceDocument.Of(plan));

        Assert.Empty(places.Overlaps());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Nothing_is_left_of_the_plan_when_every_quote_is_taken_out(string plan)
    {
        var places = new QuotePlaces(PlanFiles.Of(plan), SourceDocument.Of(plan));

        Assert.Empty(places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_node_that_is_missing_is_left_over(string plan, string node)
    {
        var places = new QuotePlaces(PlanFiles.Of(plan).Without(node), SourceDocument.Of(plan));

        Assert.Contains(places.Leftovers(), left => left.Contains(PlanLibrary.Load(plan).Node(node).Quote, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_that_is_missing_is_left_over(string plan, int index)
    {
        var file = PlanFiles.Of(plan);
        var missing = file.Rows().ElementAt(index);

        var places = new QuotePlaces(file.WithRows(row => row.Indicators[0].Id == missing.Indicators[0].Id ? null : row), SourceDocument.Of(plan));

        Assert.NotEmpty(places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_responsible_cell_that_is_missing_is_left_over_unless_it_is_empty(string plan, int index)
    {
        var file = PlanFiles.Of(plan);
        var missing = file.Rows().ElementAt(index);

        var places = new QuotePlaces(
            file.WithRows(row => row.Indicators[0].Id == missing.Indicators[0].Id ? row with { Responsible = row.Responsible with { Quote = null } } : row),
            SourceDocument.Of(plan));

        Assert.Equal(missing.Responsible.Quote is { } who ? [who] : [], places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_ordinary_operation_that_is_missing_is_left_over(string plan, string name)
    {
        var file = PlanFiles.Of(plan);
        var missing = file.OrdinaryOperations.Single(o => o.Name == name);

        var places = new QuotePlaces(file with { OrdinaryOperations = [.. file.OrdinaryOperations.Where(o => o != missing)] }, SourceDocument.Of(plan));

        Assert.Equal([missing.Quote], places.Leftovers());
    }

    [Theory]
    [InlineData("hsvo-2021", "2.3.5.i2", "Kartläggning och analys genomförd", "Kartläggning och analys genomförts")]
    [InlineData("nsu-2019", "4.3.i4", "Genomfört (Ja/Nej)", "Genomförd (Ja/Nej)")]
    public void A_quote_that_says_something_else_is_found_out(string plan, string indicator, string said, string written)
    {
        var file = PlanFiles.Of(plan);

        var places = new QuotePlaces(
            file.WithRows(row => row with { Indicators = [.. row.Indicators.Select(i => i.Id == indicator ? i with { Quote = said } : i)] }),
            SourceDocument.Of(plan));

        Assert.Equal([$"{indicator}: {said}"], places.Unplaced);
        Assert.Equal([written], places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_node_of_the_plan_is_placed_with_its_quote(string plan)
    {
        var places = new QuotePlaces(PlanFiles.Of(plan), SourceDocument.Of(plan)).Placed.ToDictionary(p => p.Owner, p => p.Quote);

        Assert.All(PlanLibrary.Load(plan).Nodes, n => Assert.Equal(places[n.Id], n.Quote));
    }

    [Theory]
    [InlineData("hsvo-2021", "2.1")]
    [InlineData("nsu-2019", "3")]
    public void A_text_differs_from_its_quote_in_typography_alone(string id, string firstFocusArea)
    {
        var plan = PlanLibrary.Load(id);
        foreach (var node in plan.Nodes.Where(n => n.Id != firstFocusArea))
        {
            Assert.Equal(Letters(node.Quote), Letters(node.Number + node.Text));
        }

        // "Fokusområde -" is the heading's, not the name's.
        Assert.Equal($"{firstFocusArea} Fokusområde - {plan.Node(firstFocusArea).Text}", plan.Node(firstFocusArea).Quote);

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }

    private static IEnumerable<Plan> Yearly => PlanLibrary.All.Where(p => p.Kind == PlanKind.Verksamhetsplan);

    private static TheoryData<string, T> Each<T>(Func<Plan, IEnumerable<T>> of)
    {
        var data = new TheoryData<string, T>();
        foreach (var plan in Yearly)
        {
            foreach (var item in of(plan))
            {
                data.Add(plan.Id, item);
            }
        }

        return data;
    }
}
