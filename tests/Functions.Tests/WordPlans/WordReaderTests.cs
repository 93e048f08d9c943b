using Hsvo.Domain.Drafting;
using Hsvo.Domain.Plans;
using Hsvo.Functions.WordPlans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>What Word has besides plain paragraphs is read as people see it.</summary>
public sealed class WordReaderTests
{
    [Theory]
    [InlineData("<w:r><w:t>Plan</w:t></w:r><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t xml:space=\"preserve\"> ny</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"x\"><w:r><w:delText> gammal</w:delText></w:r></w:del>", "Plan ny")]
    [InlineData("<w:moveFrom w:id=\"1\"><w:r><w:t>bort</w:t></w:r></w:moveFrom><w:moveTo w:id=\"2\"><w:r><w:t>hit</w:t></w:r></w:moveTo>", "hit")]
    [InlineData("<w:r><w:t>Sam</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ver</w:t></w:r><w:r><w:softHyphen/><w:t>kan</w:t></w:r>", "Samverkan")]
    [InlineData("<w:r><w:t>in</w:t><w:noBreakHyphen/><w:t>\u00ADut</w:t></w:r>", "in-ut")]
    [InlineData("<w:hyperlink><w:r><w:t>Effektiv</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t xml:space=\"preserve\"> vård</w:t></w:r>", "Effektiv vård")]
    [InlineData("<w:sdt><w:sdtContent><w:r><w:t>I en kontroll</w:t></w:r></w:sdtContent></w:sdt>", "I en kontroll")]
    [InlineData("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><w:t>nytt</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>gammalt</w:t></w:r></mc:Fallback></mc:AlternateContent>", "nytt")]
    public void A_paragraph_is_read_as_it_is_seen(string runs, string expected)
    {
        var document = Read(new WordBuilder().Xml($"<w:p>{runs}</w:p>"));

        Assert.Equal(expected, Assert.IsType<TextParagraph>(Assert.Single(document.Blocks)).Text);
    }

    [Fact]
    public void A_deleted_mark_joins_two_paragraphs_and_a_deleted_row_is_gone()
    {
        var document = Read(new WordBuilder()
            .Xml("<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"x\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Första </w:t></w:r></w:p><w:p><w:r><w:t>andra</w:t></w:r></w:p>")
            .Xml("<w:tbl><w:tr><w:trPr><w:del w:id=\"2\" w:author=\"x\"/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"));

        Assert.True(document.HasTrackedChanges);
        Assert.Equal("Första andra", Assert.IsType<TextParagraph>(document.Blocks[0]).Text);
        Assert.Single(Assert.IsType<TextTable>(document.Blocks[1]).Rows);
    }

    [Fact]
    public void Headings_that_Word_numbers_have_their_numbers()
    {
        var document = Read(new WordBuilder().NumberedHeading(1, "Ett").NumberedHeading(2, "Ett ett").NumberedHeading(2, "Ett två").NumberedHeading(1, "Två").NumberedHeading(3, "Djupt"));

        Assert.Equal(["1", "1.1", "1.2", "2", "2.1.1"], document.Blocks.Cast<TextParagraph>().Select(p => p.Label));
    }

    [Fact]
    public void A_rule_that_is_drawn_divides_a_cell_as_one_of_hyphens_does()
    {
        const string border = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>";
        var plan = Draft(
            [new("Samverkan"), new() { Xml = WordBuilder.P("Ta fram en plan", "", border) + WordBuilder.P("Skapa rutiner") }, new() { Xml = WordBuilder.P("Planen finns", "", border) + WordBuilder.P("Rutiner skapade") }, new("TL")]);

        Assert.Equal(["2.1.a1", "2.1.a2"], plan.Indicators.Select(i => i.ParentId));
    }

    [Fact]
    public void A_word_that_was_broken_at_a_lines_end_is_put_together_in_the_text_and_not_in_the_quote()
    {
        var plan = Draft([new("Ett kommunikations-\nverktyg för in- och utskrivning"), new("Ta fram det"), new("Det finns"), new("TL")]);

        var area = plan.Node("2.1.p1");
        Assert.Equal("Ett kommunikationsverktyg för in- och utskrivning", area.Text);
        Assert.Equal("Ett kommunikations- verktyg för in- och utskrivning", area.Quote);
    }

    [Theory]
    [InlineData("Antal framtagna riktlinjer/ rutiner med stöd", IndicatorKind.Count, "riktlinjer/rutiner")]
    [InlineData("Andel patienter med plan", IndicatorKind.Percentage, "procent")]
    [InlineData("Överenskommelse tecknad senast den 30 juni 2022", IndicatorKind.Milestone, null)]
    [InlineData("Arbete enligt projektplan (ja/nej)", IndicatorKind.Continuing, null)]
    [InlineData("Analysen är genomförd", IndicatorKind.Deliverable, null)]
    [InlineData("Brukares erfarenheter tillvaratas", IndicatorKind.Qualitative, null)]
    [InlineData("Se 2.9", IndicatorKind.Qualitative, null)]
    public void An_indicators_words_say_how_it_is_answered(string text, IndicatorKind kind, string? unit)
    {
        var spec = Assert.Single(Draft([new("Samverkan"), new("Göra något"), new(text), new("TL")]).Indicators).Indicator!;

        Assert.Equal((kind, unit), (spec.Kind, spec.Unit));
    }

    [Fact]
    public void A_row_that_a_page_has_cut_goes_on_in_the_middle_of_its_sentence()
    {
        WordCell[] header = [new("Prioriterat område"), new("Aktiviteter 2022"), new("Indikatorer"), new("Ansvar")];
        var plan = Draft(word => word.Table([header, [new("Samverkan om"), new("Ta fram en gemensam"), new("Planen"), new("TL")]])
            .Table([header, [new("barn och unga"), new("plan för arbetet"), new("finns"), new()]]));

        Assert.Equal(["Samverkan om barn och unga", "Ta fram en gemensam plan för arbetet", "Planen finns"], plan.Nodes.Skip(2).Select(n => n.Quote));
    }

    private static Plan Draft(WordCell[] row) => Draft(word => word.Table([[new("Prioriterat område"), new("Aktiviteter 2022"), new("Indikatorer"), new("Ansvar")], row]));

    private static Plan Draft(Func<WordBuilder, WordBuilder> tables)
    {
        var document = Read(tables(new WordBuilder().Title("Verksamhetsplan 2022").Heading(1, "2 Samverkan").Heading(2, "2.1 Det finns en samverkan")));
        return PlanDrafting.Read(document, new("uppsala", null, null, null, new('0', 64)), out _)!.Plan;
    }

    private static TextDocument Read(WordBuilder word)
    {
        Assert.True(WordReader.Read(word.Build()).Succeeded(out var document, out _));
        return document;
    }
}
