using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Hsvo.Domain.Drafting;
using Hsvo.Domain.Drafting.Settling;
using Hsvo.Functions.Tests.Frame;
using Hsvo.Functions.Tests.People;
using Hsvo.Functions.WordPlans;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>What is said to one question is said to that one alone, whatever else the form shows, and can be taken back.</summary>
[Collection(PeopleApp.Collection)]
public sealed class SettlingAloneTests(PeopleApp app)
{
    private const string Settle = "Avgör och läs utkastet igen";

    // Two bodies in one cell, and an indicator of two things that ran together.
    private static byte[] Plan => new WordBuilder().Title("Verksamhetsplan 2031").Heading(1, "1 Samverkan").Heading(2, "1.1 Det finns en samverkan").Table(
    [
        [new("Prioriterat område"), new("Aktiviteter 2031"), new("Indikatorer"), new("Ansvar")],
        [new("Barn och unga"), new("Ta fram en plan."), new("Planen finns"), new("Nämnd socialen")],
        [new("Äldre"), new("Följa upp"), new("Kartläggning genomförd och plan framtagen Utbildningsplan framtagen och spridd"), new("Ansvarig: Nya gruppen och Andra gruppen")],
    ]).Build();

    public static TheoryData<TableLayout, int> RealPlans => new()
    {
        { TableLayout.MergedCells, 2021 },
        { TableLayout.Rules, 2021 },
        { TableLayout.EmptyCells, 2019 },
        { TableLayout.Rules, 2019 },
    };

    [Theory]
    [MemberData(nameof(RealPlans))]
    public void Each_answer_to_a_question_of_a_real_plan_settles_that_one_alone_and_can_be_taken_back(TableLayout layout, int year)
    {
        var draft = Read(year == 2021 ? Documents.Of2021(layout, true) : Documents.Of2019(layout), year);
        var before = DraftSettling.Settle(draft, Untouched([]));
        foreach (var question in before.Questions)
        {
            foreach (var option in question.Options.Take(10))
            {
                var said = Untouched(before.Questions);
                said[question.Key] = said[question.Key] with { Choice = option.Value };
                Check(question, option.Value, said);
            }

            if (question.Boxes is [.., var box])
            {
                var said = Untouched(before.Questions);
                var ticks = said[question.Key].Ticks;
                said[question.Key] = said[question.Key] with { Ticks = ticks.Contains(box.Value) ? [.. ticks.Where(t => t != box.Value)] : [.. ticks, box.Value] };
                Check(question, "ticks", said);
            }

            if (question.Written is { } written)
            {
                var said = Untouched(before.Questions);
                said[question.Key] = said[question.Key] with { Text = written + "\noch mer" };
                Check(question, "text", said);
            }
        }

        void Check(Question question, string what, Dictionary<string, Settlement> said)
        {
            var settled = DraftSettling.Settle(draft, said);
            Assert.Equal((what, question.Key), (what, Assert.Single(settled.Questions, q => q.Choice.Length > 0).Key));
            Assert.Equal(Written(DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [question.Key] = said[question.Key] })), Written(settled));

            var undone = Untouched(settled.Questions);
            undone[question.Key] = undone[question.Key] with { Choice = "" };
            Assert.Equal(Written(before), Written(DraftSettling.Settle(draft, undone)));
        }
    }

    [Theory]
    [InlineData("", "2.1.1.a2")]
    [InlineData("own", "2.1.1.A2 Skapa lokal struktur")]
    [InlineData("2.1.1.a2", "")]
    public void What_is_not_offered_is_written_or_named(string choice, string written)
    {
        var draft = Read(Documents.Of2021(TableLayout.Rules, true), 2021);
        var question = DraftSettling.Settle(draft, Untouched([])).Questions.Single(q => q.Point is { Code: "thread.open", Quote: "rim" });
        Assert.DoesNotContain("2.1.1.a2", question.Options.Select(o => o.Value));

        var settled = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [question.Key] = new(choice, written, [], question.Shown) });

        Assert.Contains("rim", settled.Plan.Node("2.1.1.a2").Threads);
        Assert.Contains(settled.Plan.Readings, r => r.Text.Contains("(rim)", StringComparison.Ordinal) && r.Text.Contains("Avgjort: 2.1.1.a2 Skapa lokal struktur", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_written_while_more_could_be_chosen_is_taken_where_all_is_offered()
    {
        var draft = Read(Documents.Of2021(TableLayout.Rules, true), 2021);
        var question = DraftSettling.Settle(draft, Untouched([])).Questions.First(q => q is { Written: null, Boxes.Count: 0, Options.Count: > 2 });
        var last = question.Options[^1];

        var settled = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [question.Key] = new("own", last.Value, []) });

        Assert.Equal((last.Value, last), settled.Questions.Where(q => q.Key == question.Key).Select(q => (q.Choice, q.Meant)).Single());
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("2.1.1.a2", true)]
    public void An_answer_is_in_the_plans_words_where_it_names_something_of_it(string choice, bool expected)
    {
        var draft = Read(Documents.Of2021(TableLayout.Rules, true), 2021);
        var key = DraftSettling.Settle(draft, Untouched([])).Questions.Single(q => q.Point is { Code: "thread.open", Quote: "rim" }).Key;

        var settled = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [key] = new(choice, "", []) });

        Assert.Equal(expected, settled.Questions.Single(q => q.Key == key).IsAnsweredInPlansWords);
    }

    [Fact]
    public void A_name_that_was_taken_away_does_not_leave_its_line_to_the_number()
    {
        var draft = Read(Documents.Of2021(TableLayout.Rules, true), 2021);

        var settled = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { ["source.file:"] = new("own", " \nKS-2030-1", []) });

        Assert.NotNull(settled.Questions.Single(q => q.Key == "source.file:").Fault);
        Assert.Equal(draft.Plan.Source, settled.Plan.Source);
    }

    [Fact]
    public void What_is_most_like_a_thread_is_offered_first()
    {
        var question = DraftSettling.Settle(Read(Documents.Of2021(TableLayout.Rules, true), 2021), Untouched([])).Questions.Single(q => q.Point is { Code: "thread.open", Quote: "rim" });

        Assert.Equal(("none", "Risk- och missbruk (RIM)"), (question.Options[0].Value, question.Options[1].Swedish));
        Assert.True(question.Writable.Count > 50 && question.Options.Count < 10);
    }

    [Theory]
    [InlineData("own", "9.9.9.a9")]
    [InlineData("own", "")]
    [InlineData("9.9.9.a9", "")]
    public void What_names_nothing_is_told_at_its_question(string choice, string written)
    {
        var draft = Read(Documents.Of2021(TableLayout.Rules, true), 2021);
        var question = DraftSettling.Settle(draft, Untouched([])).Questions.Single(q => q.Point is { Code: "thread.open", Quote: "rim" });

        var settled = DraftSettling.Settle(draft, new Dictionary<string, Settlement> { [question.Key] = new(choice, written, [], question.Shown) });

        Assert.Equal(question.Key, Assert.Single(settled.Questions, q => q.Fault is not null).Key);
        Assert.Equal(written, settled.Questions.Single(q => q.Key == question.Key).Written);
        Assert.DoesNotContain(settled.Plan.Nodes, n => n.Threads.Contains("rim"));
    }

    [Fact]
    public async Task A_settled_question_is_told_in_short_and_may_be_changed()
    {
        var office = await ReadAsync();
        const string cell = "cell.maybeSeveral:1.1.i2";
        await office.PressAsync(Settle, (cell, "pieces"));
        Assert.Contains("2 rader: de som föreslås", office.Page.Said($"[id='{cell}'] p"), StringComparison.Ordinal);

        await office.PressAsync("Ändra 1.1.i2 En rad eller flera?");

        Assert.NotNull(office.Page.QuerySelector($"[id='{cell}'] input[value=pieces][checked]"));
        await office.PressAsync(Settle, (cell, "read"));
        Assert.Contains("En rad, som det lästes", office.Page.Said($"[id='{cell}'] p"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rounds.assumed:", "2031-05-31 Antagen\n2031-05-30")]
    [InlineData("rounds.assumed:", "den sista maj")]
    [InlineData("source.file:", "Planen\nKS-2030-1\nmer")]
    public async Task What_is_wrong_in_the_plans_head_is_told_at_its_question(string key, string written)
    {
        var office = await ReadAsync();

        await office.PressAsync(Settle, (key, "own"), ($"{key}/text", written));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"#{key}"), (office.Status, Assert.Single(office.Page.Links(".error-summary"))));
        Assert.Equal(written, office.Page.QuerySelector($"[name='{key}/text']")!.TextContent.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task One_answer_leaves_every_other_question_of_the_page_as_it_was()
    {
        var office = await ReadAsync();
        var before = Panels(office);
        Assert.Equal(0, Settled(office));

        await office.PressAsync(Settle, ("body.new::2", "namnd-socialen"));

        Assert.Equal(["body.new::2"], office.Page.QuerySelectorAll("form section.panel:has(.completed)").Select(p => p.Id));
        Assert.Equal(["namnd-socialen", "andra-gruppen"], TicksOf(office, "responsible.read:1.1.p2"));
        await office.PressAsync(Settle, ("body.new::2", ""));
        Assert.Equal(before, Panels(office));
    }

    [Fact]
    public async Task A_cell_that_is_split_leaves_its_parts_open()
    {
        var office = await ReadAsync();
        const string cell = "cell.maybeSeveral:1.1.i2";
        const string parts = "indicator.compound:1.1.i2";

        await office.PressAsync(Settle, (cell, "own"), ($"{cell}/text", "Kartläggning genomförd och plan framtagen\nUtbildningsplan framtagen och spridd"));

        Assert.Equal([cell], office.Page.QuerySelectorAll("form section.panel:has(.completed)").Select(p => p.Id));
        Assert.Equal("Kartläggning genomförd\nplan framtagen", office.Page.QuerySelector($"[name='{parts}/text']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_change_beside_another_choice_is_told_and_says_that_it_isnt_settled()
    {
        var office = await ReadAsync();
        const string parts = "indicator.compound:1.1.i2";

        await office.PressAsync(Settle, (parts, "read"), ($"{parts}/text", "Ett\nTvå"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Allt gick inte att avgöra"), (office.Status, office.Page.Said(".error-summary h2")));
        Assert.Equal("1.1.i2 Du har ändrat texten men valt ”Ett svar för hela raden”: välj ”Ett svar för varje del här under” eller töm rutan.", office.Page.Said(".error-summary li"));
        Assert.Equal("Ett\nTvå", office.Page.QuerySelector($"[name='{parts}/text']")!.TextContent.Trim());
        await office.PressAsync(Settle, (parts, "own"));
        Assert.Equal((HttpStatusCode.OK, 1), (office.Status, Settled(office)));
    }

    private async Task<Browser> ReadAsync()
    {
        var office = await app.Office().OpenAsync("/samordning/plan");
        return await office.UploadWordAsync("Läs dokumentet", "fil", Plan, ("forra", "hsvo-2021"));
    }

    private static int Settled(Browser office) => office.Page.QuerySelectorAll("form section.panel .completed").Length;

    private static List<string> Panels(Browser office) => [.. office.Page.QuerySelectorAll("form section.panel").Select(p => p.OuterHtml)];

    private static IEnumerable<string?> TicksOf(Browser office, string key) =>
        office.Page.QuerySelectorAll($"[name='{key}/kryss'][checked]").Select(b => b.GetAttribute("value"));

    // As a browser sends what nobody touched.
    private static Dictionary<string, Settlement> Untouched(IEnumerable<Question> questions) => questions.ToDictionary(
        q => q.Key,
        q => new Settlement(q.Choice, (q.Written ?? "").ReplaceLineEndings("\n"), [.. q.Boxes.Select(b => b.Value).Where(q.Ticked.Contains)], q.Shown is { } shown ? Shown.Read(shown.ToString()) : null));

    private static string Written(SettledPlan settled) => JsonSerializer.Serialize(settled);

    private static DraftedPlan Read(byte[] file, int year)
    {
        Assert.True(WordReader.Read(file).Succeeded(out var document, out _));
        var draft = PlanDrafting.Read(document, new("uppsala", $"plan-{year}", null, PlanLibrary.Nsu2019, new('0', 64)), out var fault);
        Assert.Equal(DraftingFault.None, fault);
        return draft!;
    }
}
