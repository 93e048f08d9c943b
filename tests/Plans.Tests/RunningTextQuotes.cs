using Hsvo.Domain.Plans;

namespace Hsvo.Plans.Tests;

/// <summary>The insats and the follow-up say what their documents say, and what was left out of them is named here.</summary>
public sealed class RunningTextQuotes
{
    public static TheoryData<string> Plans => [.. PlanLibrary.All.Where(p => p.Kind != PlanKind.Verksamhetsplan).Select(p => p.Id)];

    public static TheoryData<string, string> Nodes
    {
        get
        {
            var nodes = new TheoryData<string, string>();
            foreach (var plan in PlanLibrary.All.Where(p => p.Kind != PlanKind.Verksamhetsplan))
            {
                plan.Nodes.ToList().ForEach(n => nodes.Add(plan.Id, n.Id));
            }

            return nodes;
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_quote_stands_once_in_the_document(string id)
    {
        Assert.Equal([], new RunningText(id, PlanLibrary.Load(id)).Unplaced);
    }

    [Fact]
    public void Nothing_is_left_of_the_insats_but_what_is_named_here()
    {
        var text = new RunningText("lokussamordnare-2018", PlanLibrary.Lokussamordnare2018);

        Assert.Equal(
            [
                "att bevilja finansiellt stöd från förbundet enligt ansökan till insatsen Strategiskt utvecklingsarbete/lokussamordnare Uppsala",
                "Ärendet",
                "Ansökan",
                "med syfte att",
                ". I insatsen kommer även finnas ett ansvar för att hålla samman lokusgruppens arbete, vilket bland annat innebär beredning av lokusgruppens möten.",
                "Målgrupp på strukturell nivå är chefer och medarbetare hos parterna. Samverkansaktiviteter på strukturell nivå syftar till att personer som har "
                    + "nedsatt arbetsförmåga på grund av sjukdom kommer ut i arbetslivet.",
                "samt",
                "Ansökan sträcker sig över perioden 2018-01-01 till 2019-12-31 och budgeten kommer periodiseras under insatstiden.",
            ],
            text.Leftovers(text.Source.Between("Förbundsstyrelsen föreslås besluta", "Bedömning")));
    }

    [Fact]
    public void Nothing_is_left_of_the_follow_up_but_its_descriptions()
    {
        var text = new RunningText("ekonomiskt-bistand-2023", PlanLibrary.EkonomisktBistand2023);
        var annex = text.Source.From("Bilaga 1. Verksamhetsuppföljning ekonomiskt bistånd per maj 2023");

        Assert.Equal(
            [
                "En särskild plan för att nå målet är under framtagande",
                "Den vanligaste orsaken till ekonomiskt bistånd är arbe",
                "De näst vanligaste orsakerna är ohälsa (sjukskriven me",
                "I presentationen vid nämndens sammanträde i maj redovi",
                "Enhetens organisationsstruktur",
                "Enheten består av 1 enhetschef, 1 gruppledare, 1 SIP-s",
                "Målgrupp",
                "Personer med ohälsa som saknar sjukpenningsgrundande i",
                "Projektet",
                "På enheten bedrivs ett projekt - Arbetslivsintro. Målg",
                "För att nå de individuella målen för varje deltagare e",
                "Arbetsätt",
                "Enheten har ett stort fokus på klientnära arbete och i",
                "Samordnad individuell plan (SIP) och flerpartsmöten",
                "SIP är lagstadgat och utgör en viktig del av samverkan",
                "Flerpartsmöte är en överenskommelse med flera parter.",
                "Planen dokumenteras och ska följas upp. SIP-samordnare",
                "Genomförda aktiviteter",
                "-",
                "-",
                "-",
                "-",
                "-",
                "-",
                "-",
                "Pågående aktiviteter",
                "-",
                "-",
                "-",
            ],
            text.Leftovers(annex).Select(t => t[..Math.Min(t.Length, 54)].TrimEnd()));
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_text_is_made_of_its_quotes_own_words_in_their_order(string id, string node)
    {
        var plan = PlanLibrary.Load(id);
        var of = plan.Node(node);
        var quotes = of.Kind == NodeKind.Indicator ? new[] { of.Quote, plan.GoalOf(of).Quote } : [of.Quote];

        Assert.Contains(quotes, quote => IsMadeOf(Words(of.Text), Words(quote)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_target_group_stands_in_the_document(string id)
    {
        var plan = PlanLibrary.Load(id);
        var text = new RunningText(id, plan).Source.Text;

        Assert.All(plan.Nodes.Select(n => n.TargetGroup).OfType<string>(), g => Assert.Contains(g, text, StringComparison.Ordinal));
        Assert.All(plan.Nodes.Where(n => n.Kind is NodeKind.Activity or NodeKind.Indicator), n => Assert.Equal(plan.GoalOf(n).TargetGroup, n.TargetGroup));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_condition_is_its_quote_without_the_word_that_opens_it(string id)
    {
        Assert.All(PlanLibrary.Load(id).Conditions, c => Assert.True(IsMadeOf(Words(c.Text), Words(c.Quote)), c.Text));
    }

    private static bool IsMadeOf(string[] words, string[] of)
    {
        var at = 0;
        foreach (var word in words)
        {
            at = Array.IndexOf(of, word, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Words(string text) =>
        [.. text.ToUpperInvariant().Split(' ').Select(w => w.Trim('.', ',', ':', '(', ')')).Where(w => w.Length > 0)];
}
