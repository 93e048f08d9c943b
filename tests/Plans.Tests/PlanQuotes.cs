using System.Security.Cryptography;

namespace Hsvo.Plans.Tests;

/// <summary>The data file says what the document says: all of it, once, and nothing else.</summary>
public sealed class Hsvo2021Quotes
{
    private static readonly SourceText Source = SourceText.Hsvo2021();

    public static TheoryData<string> Nodes => [.. PlanLibrary.Hsvo2021.Nodes.Select(n => n.Id)];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, PlanFiles.Hsvo2021().Rows().Count())];

    public static TheoryData<string> Operations => [.. PlanLibrary.Hsvo2021.OrdinaryOperations.Select(o => o.Name)];

    [Fact]
    public void The_source_is_the_document_that_was_read()
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(SourceText.Path)));

        Assert.Equal(sha256, PlanLibrary.Hsvo2021.Source.Sha256);
        Assert.Equal($"{sha256}  hsvo-2021.txt\n", File.ReadAllText(Path.Combine(Path.GetDirectoryName(SourceText.Path)!, "SHA256SUMS")));
    }

    [Fact]
    public void Normalising_takes_out_markup_and_white_space_and_nothing_else()
    {
        Assert.Equal("Arbete för projekt Patientkontrakt", SourceText.Normalise("<p>Arbete\tför  projekt\n<i>Patientkontrakt</i></p>"));
        Assert.Equal("AU – Mål: (se 2.3) <b>", SourceText.Normalise(" **AU** – *Mål:* (se 2.3) <b> "));
        Assert.Equal(SourceText.Normalise(File.ReadAllText(SourceText.Path)), Source.Text);
    }

    [Fact]
    public void Every_quote_stands_in_its_own_place()
    {
        var places = new QuotePlaces(PlanFiles.Hsvo2021(), Source);

        Assert.Empty(places.Unplaced);
        Assert.All(places.Placed, p => Assert.Equal(p.Quote, SourceText.Normalise(p.Quote)));
    }

    [Fact]
    public void No_two_quotes_overlap()
    {
        var places = new QuotePlaces(PlanFiles.Hsvo2021(), Source);

        Assert.Empty(places.Overlaps());
    }

    [Fact]
    public void Nothing_is_left_of_sections_2_and_3_when_every_quote_is_taken_out()
    {
        var places = new QuotePlaces(PlanFiles.Hsvo2021(), Source);

        Assert.Empty(places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_node_that_is_missing_is_left_over(string node)
    {
        var places = new QuotePlaces(PlanFiles.Hsvo2021().Without(node), Source);

        Assert.Contains(PlanLibrary.Hsvo2021.Node(node).Quote, places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_that_is_missing_is_left_over(int index)
    {
        var file = PlanFiles.Hsvo2021();
        var missing = file.Rows().ElementAt(index);

        var places = new QuotePlaces(file.WithRows(row => row.Indicators[0].Id == missing.Indicators[0].Id ? null : row), Source);

        Assert.NotEmpty(places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_responsible_cell_that_is_missing_is_left_over_unless_it_is_empty(int index)
    {
        var file = PlanFiles.Hsvo2021();
        var missing = file.Rows().ElementAt(index);

        var places = new QuotePlaces(
            file.WithRows(row => row.Indicators[0].Id == missing.Indicators[0].Id ? row with { Responsible = row.Responsible with { Quote = null } } : row), Source);

        Assert.Equal(missing.Responsible.Quote is { } who ? [who] : [], places.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_ordinary_operation_that_is_missing_is_left_over(string name)
    {
        var file = PlanFiles.Hsvo2021();
        var missing = file.OrdinaryOperations.Single(o => o.Name == name);

        var places = new QuotePlaces(file with { OrdinaryOperations = [.. file.OrdinaryOperations.Where(o => o != missing)] }, Source);

        Assert.Equal([missing.Quote], places.Leftovers());
    }

    [Fact]
    public void A_quote_that_says_something_else_is_found_out()
    {
        var file = PlanFiles.Hsvo2021();

        var places = new QuotePlaces(
            file.WithRows(row => row with { Indicators = [.. row.Indicators.Select(i => i.Id == "2.3.5.i2" ? i with { Quote = "Kartläggning och analys genomförd" } : i)] }),
            Source);

        Assert.Equal(["2.3.5.i2: Kartläggning och analys genomförd"], places.Unplaced);
        Assert.Equal(["Kartläggning och analys genomförts"], places.Leftovers());
    }

    [Fact]
    public void Every_node_of_the_plan_is_placed_with_its_quote()
    {
        var places = new QuotePlaces(PlanFiles.Hsvo2021(), Source).Placed.ToDictionary(p => p.Owner, p => p.Quote);

        Assert.All(PlanLibrary.Hsvo2021.Nodes, n => Assert.Equal(places[n.Id], n.Quote));
    }

    [Fact]
    public void A_text_differs_from_its_quote_in_typography_alone()
    {
        foreach (var node in PlanLibrary.Hsvo2021.Nodes.Where(n => n.Id != "2.1"))
        {
            Assert.Equal(Letters(node.Quote), Letters(node.Number + node.Text));
        }

        // "Fokusområde -" is the heading's, not the name's.
        Assert.Equal("2.1 Fokusområde - " + PlanLibrary.Hsvo2021.Node("2.1").Text, PlanLibrary.Hsvo2021.Node("2.1").Quote);

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }
}
