using Hsvo.Domain.Drafting;
using Hsvo.Domain.Drafting.Settling;
using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Tests.Drafting;

public sealed class DraftSettlingTests
{
    [Fact]
    public void A_cell_that_ran_together_becomes_the_rows_proposed_and_no_other_row_gets_another_id()
    {
        var draft = Draft(["Äldre"], ["Kartläggning genomförd Utbildningsplan framtagen"], ["Klart", "Färdigt"], ["TL"]);
        var read = DraftSettling.Settle(draft, None).Plan;

        var settled = DraftSettling.Settle(draft, Said("cell.maybeSeveral:2.1.a1", "pieces"));

        Assert.Equal(["2.1.a1 Kartläggning genomförd", "2.1.a1-2 Utbildningsplan framtagen"], settled.Plan.Nodes.Where(n => n.Kind == NodeKind.Activity).Select(n => $"{n.Id} {n.Quote}"));
        Assert.Equal(Ids(read), Ids(settled.Plan).Except(["2.1.a1-2"]));
        Assert.Equal(["row.place:2.1.i1", "row.place:2.1.i2"], settled.Questions.Select(q => q.Key).Where(k => k.StartsWith("row.place", StringComparison.Ordinal)));
        var moved = DraftSettling.Settle(draft, Said(("cell.maybeSeveral:2.1.a1", "pieces"), ("row.place:2.1.i2", "2.1.a1-2")));
        Assert.Equal(["2.1", "2.1.p1", "2.1.a1", "2.1.i1", "2.1.a1-2", "2.1.i2"], Ids(moved.Plan).Skip(1));
        Assert.Empty(PlanRules.FaultsOf(moved.Plan));
    }

    [Fact]
    public void Rows_that_are_one_are_joined_and_what_was_under_the_other_comes_under_it()
    {
        var draft = Draft(["Äldre"], ["Ta fram en\nPlan"], ["Planen finns", "Planen är klar"], ["TL"]);

        var settled = DraftSettling.Settle(draft, Said("cell.split:2.1.a1", "one"));

        Assert.Equal("Ta fram en Plan", settled.Plan.Node("2.1.a1").Quote);
        Assert.Null(settled.Plan.Find("2.1.a2"));
        Assert.Equal(["2.1.a1", "2.1.a1"], settled.Plan.Indicators.Select(i => i.ParentId));
        Assert.Empty(PlanRules.FaultsOf(settled.Plan));
    }

    [Fact]
    public void What_is_written_in_other_words_keeps_the_quote()
    {
        var draft = Draft(["Äldre"], ["Kartläggning genomförd Utbildningsplan framtagen"], ["Klart"], ["TL"]);

        var settled = DraftSettling.Settle(draft, Written(draft, "cell.maybeSeveral:2.1.a1", "Kartläggning är genomförd\n\n  Utbildningsplanen är framtagen."));

        Assert.Equal(
            [("Kartläggning är genomförd", "Kartläggning genomförd Utbildningsplan framtagen"), ("Utbildningsplanen är framtagen", "Kartläggning genomförd Utbildningsplan framtagen")],
            settled.Plan.Nodes.Where(n => n.Kind == NodeKind.Activity).Select(n => (n.Text, n.Quote)));
    }

    [Fact]
    public void An_indicator_that_became_two_is_asked_how_each_is_answered()
    {
        var draft = Draft(["Äldre"], ["Ta fram"], ["Upplevd trygghet finns Kartläggning genomförd"], ["TL"]);

        var settled = DraftSettling.Settle(draft, Written(draft, "cell.maybeSeveral:2.1.i1", "Upplevd trygghet\nKartläggning genomförd"));

        Assert.Equal([IndicatorKind.Qualitative, IndicatorKind.Deliverable], settled.Plan.Indicators.Select(i => i.Indicator!.Kind));
        Assert.Contains(settled.Questions, q => q is { Key: "kind.unknown:2.1.i1", IsSettled: false });
    }

    [Fact]
    public void An_empty_Ansvar_cell_gets_those_ticked_and_its_priority_area_with_it()
    {
        var draft = Draft((["Äldre"], ["Ta fram"], ["Planen finns"], ["TL"]), (["Unga"], ["Följa upp"], ["Uppföljning genomförd"], []));

        var settled = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { ["responsible.empty:2.1.p2"] = new("own", "", []), ["body.new:"] = new("new", "", ["finns-inte"]) });

        Assert.Equal([[], []], new[] { "2.1.p2", "2.1.i2" }.Select(id => settled.Plan.Node(id).Responsible));
        Assert.Equal(["tl"], settled.Plan.Node("2.1.i1").Responsible);
        Assert.Empty(Assert.Single(settled.Plan.Bodies).OwedBy);
    }

    [Fact]
    public void What_is_settled_stands_in_the_readings_and_what_is_wrong_changes_nothing()
    {
        var draft = Draft(["Äldre"], ["Ta fram"], ["Upplevd trygghet, ro och plan finns"], ["TL"]);

        var settled = DraftSettling.Settle(draft, Said(("indicator.compound:2.1.i1", "own"), ("rounds.assumed:", "read"), ("kind.unknown:2.1.i1", "hittat på"), ("ingen:fråga", "read")));

        Assert.Equal(draft.Points.Count(p => p.IsToSettle) - 1, settled.Left);
        Assert.EndsWith("Avgjort: Som de är antagna.", settled.Plan.Readings.Single(r => r.Kind == ReadingKind.Round).Text, StringComparison.Ordinal);
        Assert.NotNull(settled.Questions.Single(q => q.Key == "indicator.compound:2.1.i1").Fault);
        Assert.Empty(settled.Plan.Node("2.1.i1").Indicator!.Parts);
    }

    [Fact]
    public void Bodies_that_are_the_same_are_so_in_what_was_ticked_and_chosen_before()
    {
        var draft = Draft(["Äldre"], ["Ta fram"], ["Planen finns"], ["Ansvarig: Ettan, Tvåan, Trean"]);
        var shown = DraftSettling.Settle(draft, None).Questions;
        string[] bodies = [.. shown.Where(q => q.Kind == QuestionKind.Body).Select(q => q.Key)];
        var responsible = shown.Single(q => q.Kind == QuestionKind.Responsible);

        var settled = DraftSettling.Settle(draft, new Dictionary<string, Settlement>
        {
            [bodies[0]] = new("tvaan", "", []),
            [bodies[1]] = new("trean", "", []),
            [bodies[2]] = new("tvaan", "", []),
            [responsible.Key] = new("own", "", ["ettan"], responsible.Shown),
        });

        Assert.Equal(["trean"], settled.Plan.Node("2.1.i1").Responsible);
        Assert.Equal([true, true, false, true], settled.Questions.Where(q => bodies.Contains(q.Key) || q.Key == responsible.Key).Select(q => q.IsSettled));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("one")]
    public void A_text_that_was_changed_beside_another_choice_is_told_and_kept(string choice)
    {
        const string key = "cell.split:2.1.a1";
        var draft = Draft(["Äldre"], ["Ta fram en\nPlan"], ["Planen finns"], ["TL"]);
        var read = DraftSettling.Settle(draft, None).Questions.Single(q => q.Key == key);

        var once = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [key] = new(choice, "En annan text", [], read.Shown) }).Questions.Single(q => q.Key == key);
        var again = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [key] = new("", "En annan text", [], once.Shown) }).Questions.Single(q => q.Key == key);
        var emptied = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [key] = new(choice, "", [], once.Shown) }).Questions.Single(q => q.Key == key);

        Assert.Equal((false, "En annan text", choice), (once.IsSettled, once.Written, once.Choice));
        Assert.StartsWith("Du har ändrat texten men valt ”", once.Fault!.Swedish, StringComparison.Ordinal);
        Assert.Equal((false, "En annan text"), (again.IsSettled, again.Written));
        Assert.StartsWith("Du har ändrat texten men lämnat frågan: välj ”", again.Fault!.Swedish, StringComparison.Ordinal);
        Assert.Equal((true, read.Written), (emptied.IsSettled, emptied.Written));
    }

    [Fact]
    public void A_long_answer_is_told_in_part_and_no_character_in_half()
    {
        var draft = Draft(["Äldre"], ["Kartläggning genomförd Utbildningsplan framtagen"], ["Klart"], ["TL"]);

        var settled = DraftSettling.Settle(draft, Written(draft, "cell.maybeSeveral:2.1.a1", new string('a', 299) + "😀 och mer"));

        Assert.EndsWith("a…", settled.Plan.Readings.Single(r => r.Text.Contains("Avgjort", StringComparison.Ordinal)).Text.TrimEnd('.'), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_answer_keeps_all_that_it_can_have()
    {
        var draft = Draft(["Äldre"], ["Ta fram"], ["Upplevd trygghet"], ["TL"]);
        var target = new Target(TargetDirection.AtLeast, 80);
        var full = draft with
        {
            Plan = draft.Plan with
            {
                Nodes = [.. draft.Plan.Nodes.Select(n => n.Indicator is null ? n : n with { Indicator = new() { Kind = IndicatorKind.Amount, Target = target, Parts = [new("a", "A"), new("b", "B")], Measurement = new(MeasurementKind.PointInTime) } })],
            },
        };

        IndicatorSpec As(string kind) => DraftSettling.Settle(full, Said("kind.unknown:2.1.i1", kind)).Plan.Node("2.1.i1").Indicator!;

        Assert.Equal((target, 2, MeasurementKind.PointInTime), (As("count").Target!, As("count").Parts.Count, As("count").Measurement!.Kind));
        Assert.Equal((target, 2, null), (As("percentage").Target!, As("percentage").Parts.Count, As("percentage").Measurement));
        Assert.Equal((null, 2), (As("deliverable").Target, As("deliverable").Parts.Count));
        Assert.Empty(As("qualitative").Parts);
    }

    [Fact]
    public void A_draft_of_any_size_asks_only_so_many_questions()
    {
        string[] cells = [.. Enumerable.Range(0, 900).Select(i => $"Upplevd trygghet {i}")];

        var settled = DraftSettling.Settle(Draft(["Äldre"], ["Ta fram"], cells, ["TL"]), None);

        Assert.Equal(DraftSettling.MaxQuestions, settled.Questions.Count);
        Assert.True(settled.Left > 900 && settled.Left == settled.ToSettle);
    }

    [Fact]
    public void A_draft_of_any_size_fills_no_more_fields_than_a_form_holds()
    {
        string[] bodies = ["Ettan", "Tvåan", "Trean", "Fyran", "Femman", "Sexan", "Sjuan"];
        var draft = Draft([.. Enumerable.Range(0, 150).Select(i => ((string[])[$"Område {i}"], (string[])["Ta fram"], (string[])["Planen finns"], i == 0 ? bodies : [$"Ansvarig: {bodies[i % 7]}"]))]);

        var settled = DraftSettling.Settle(draft, None);

        Assert.InRange(settled.Questions.Sum(q => 1 + (q.Written is null ? 0 : 1) + q.Boxes.Count + (q.Shown is null ? 0 : 1)), 600, DraftSettling.MaxFields);
        Assert.True(settled.Unasked > 0);
        Assert.Equal(draft.Points.Count(p => p.IsToSettle), settled.Left);
    }

    [Fact]
    public void What_an_answer_raises_beyond_the_forms_room_is_counted_and_stands_in_the_report()
    {
        string[] indicators = [.. Enumerable.Range(0, 380).Select(i => $"Planen {i} finns")];
        var draft = Draft(["Äldre"], ["Kartläggning genomförd Utbildningsplan framtagen"], indicators, ["TL"]);

        var settled = DraftSettling.Settle(draft, Said("cell.maybeSeveral:2.1.a1", "pieces"));

        Assert.True(settled.Unasked > 0);
        Assert.Equal(380, settled.Questions.Count(q => q.Point.Code == "row.place") + settled.Unasked);
        Assert.Equal(380, settled.Plan.Readings.Count(r => r.Text.StartsWith("Aktiviteten har blivit flera", StringComparison.Ordinal)));
    }

    private static Dictionary<string, Settlement> None => [];

    private static IEnumerable<string> Ids(Plan plan) => plan.Nodes.Select(n => n.Id);

    private static Dictionary<string, Settlement> Said(string key, string choice) => new() { [key] = new(choice, "", []) };

    // What is written without choosing anything.
    private static Dictionary<string, Settlement> Written(DraftedPlan draft, string key, string text) =>
        new() { [key] = new("", text, [], DraftSettling.Settle(draft, None).Questions.Single(q => q.Key == key).Shown) };

    private static Dictionary<string, Settlement> Said(params (string Key, string Choice)[] said) => said.ToDictionary(s => s.Key, s => new Settlement(s.Choice, "", []));

    private static DraftedPlan Draft(string[] area, string[] activities, string[] indicators, string[] responsible) => Draft((area, activities, indicators, responsible));

    private static DraftedPlan Draft(params (string[] Area, string[] Activities, string[] Indicators, string[] Responsible)[] rows)
    {
        var document = new TextDocument(
        [
            new TextParagraph { Text = "2 Samverkan", Level = 1 },
            new TextParagraph { Text = "2.1 Det finns ett mål", Level = 2 },
            new TextTable([Row(["Prioriterat område"], ["Aktiviteter 2031"], ["Indikatorer"], ["Ansvar"]), .. rows.Select(r => Row(r.Area, r.Activities, r.Indicators, r.Responsible))]),
        ]);
        var draft = PlanDrafting.Read(document, new("uppsala", "hsvo-2031", null, null, new('0', 64)), out var fault);
        Assert.Equal(DraftingFault.None, fault);
        return draft!;
    }

    private static TextRow Row(params string[][] cells) => new([.. cells.Select((c, i) => new TextCell(i, 1, false, [.. c.Select(t => new TextParagraph { Text = t })]))]);
}
