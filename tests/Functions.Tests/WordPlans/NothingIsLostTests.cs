using System.Globalization;
using System.Text;
using Hsvo.Domain.Drafting;
using Hsvo.Functions.WordPlans;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>Every word that stands in a table is in the plan or in the loading report, however the table is set.</summary>
public sealed class NothingIsLostTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 120)];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Every_word_of_a_table_is_in_the_plan_or_in_the_report(int seed)
    {
        var tables = new RandomTables(new(seed));
        var file = tables.Build();

        Assert.True(WordReader.Read(file).Succeeded(out var document, out _));
        var draft = PlanDrafting.Read(document, new("uppsala", null, null, PlanLibrary.Hsvo2021, new('0', 64)), out _)!;

        var said = string.Join(' ',
        [
            .. draft.Plan.Nodes.SelectMany(n => new[] { n.Quote, n.ResponsibleQuote, n.TargetGroup }).OfType<string>(),
            .. draft.Points.Select(p => p.Quote).OfType<string>(),
        ]);
        string[] lost = [.. tables.Words.Where(w => !said.Contains(w, StringComparison.Ordinal))];
        Assert.True(lost.Length == 0, string.Join(' ', lost));
        Assert.Equal(draft.Plan.Nodes.Count, draft.Plan.Nodes.DistinctBy(n => n.Id).Count());
    }

    [Fact]
    public void What_stands_beside_the_sections_is_in_the_report()
    {
        var word = new WordBuilder().Title("Verksamhetsplan 2022").Heading(1, "Inledning").Text("Samrådet möts tre gånger per år.").Heading(1, "2 Fokusområde").Heading(2, "2.1 Det finns ett mål")
            .Table([[new("Prioriterat område"), new("Aktiviteter 2022"), new("Indikatorer"), new("Ansvar")], [new("P"), new("A"), new() { Xml = "<w:p><w:r><w:t>Klart</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>" }, new("TL")]])
            .Xml("<w:altChunk/>");
        const string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        word.Entries["word/_rels/document.xml.rels"] = Encoding.UTF8.GetBytes(
            $"<Relationships><Relationship Id=\"a\" Type=\"{type}/footnotes\" Target=\"footnotes.xml\"/><Relationship Id=\"b\" Type=\"{type}/endnotes\" Target=\"endnotes.xml\"/><Relationship Id=\"c\" Type=\"{type}/styles\" Target=\"styles.xml\"/></Relationships>");
        word.Entries["word/footnotes.xml"] = Encoding.UTF8.GetBytes("<footnotes><footnote type=\"separator\"><p/></footnote><footnote><p><r><t>Gäller från</t></r></p><p><r><t>mars.</t></r></p></footnote></footnotes>");
        word.Entries["word/endnotes.xml"] = "<endnotes><endnote><p><r><t>Se protokollet.</t></r></p></endnote></endnotes>"u8.ToArray();
        Assert.True(WordReader.Read(word.Build()).Succeeded(out var document, out _));

        var points = PlanDrafting.Read(document, new("uppsala", null, null, null, ""), out _)!.Points;

        Assert.Equal(
            ["Inledning", "Samrådet möts tre gånger per år.", "Gäller från mars.", "Se protokollet."],
            points.Where(p => p.Code == "text.nowhere").Select(p => p.Quote));
        Assert.Equal("Klart", Assert.Single(points, p => p.Code == "text.symbol").Quote);
        Assert.Contains(points, p => p.Code == "document.within" && p.IsToSettle);
    }

    /// <summary>Tables as nobody would set them: cells merged both ways, rules and blanks anywhere, rows that lack cells, tables within cells, headers twice.</summary>
    private sealed class RandomTables(Random random)
    {
        private readonly List<string> _words = [];
        private bool _isFirst = true;

        public IEnumerable<string> Words => _words;

        public byte[] Build()
        {
            var word = new WordBuilder().Title("Verksamhetsplan 2022").Heading(1, "2 Fokusområde");
            for (var goal = 1; goal <= random.Next(1, 4); goal++)
            {
                word.Heading(2, $"2.{goal} Det finns ett mål");
                for (var table = random.Next(1, 4); table > 0; table--)
                {
                    if (random.Next(2) == 0)
                    {
                        word.Text(Text());
                    }

                    word.Table(Rows());
                }
            }

            return word.Text("Något i ordinarie drift").Table([[new(Text()), new(Text())]]).Build();
        }

        private IEnumerable<IEnumerable<WordCell>> Rows()
        {
            WordCell[] header = [new("Prioriterat område"), new("Aktiviteter 2022"), new("Indikatorer för uppföljning"), new("Ansvar aktivitet")];
            if (random.Next(5) == 0)
            {
                yield return [new(Text()) { Span = 4 }];
            }

            if (_isFirst || random.Next(6) > 0)
            {
                _isFirst = false;
                yield return header;
            }

            for (var row = random.Next(1, 7); row > 0; row--)
            {
                if (random.Next(8) == 0)
                {
                    yield return header;
                }

                yield return [.. Row()];
            }
        }

        private IEnumerable<WordCell> Row()
        {
            for (var column = 0; column < 4 + (random.Next(10) / 9); column++)
            {
                var span = random.Next(12) == 0 ? random.Next(2, 4) : 1;
                yield return random.Next(25) == 0
                    ? new() { Xml = $"<w:tbl><w:tr><w:tc>{WordBuilder.P(Text())}</w:tc><w:tc>{WordBuilder.P(Text())}</w:tc></w:tr></w:tbl><w:p/>" }
                    : new([.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => Paragraph())])
                    {
                        Span = span,
                        Merge = random.Next(5) == 0 ? CellMerge.GoesOn : random.Next(5) == 0 ? CellMerge.Begins : CellMerge.None,
                        IsList = random.Next(4) == 0,
                    };
                column += span - 1;
            }
        }

        private string Paragraph() => random.Next(9) switch
        {
            0 => "",
            1 => new string('-', random.Next(4, 60)),
            2 => $"--------- {Text()}",
            3 => $"{Text()}\n{Text()}",
            4 => $"{Text()}:",
            5 => $"Se 2.{random.Next(1, 4)}",
            6 => $"{Text()} (Ja/Nej)",
            _ => Text(),
        };

        private string Text() => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Word()));

        private string Word()
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"{(random.Next(2) == 0 ? "Ord" : "ord")}{_words.Count:d4}x");
            _words.Add(word);
            return word;
        }
    }
}
