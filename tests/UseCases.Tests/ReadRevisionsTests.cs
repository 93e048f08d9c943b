using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

/// <summary>Every revision as a reader may see it, one after another out of storage.</summary>
public sealed class ReadRevisionsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly string[] Comments = ["första", "andra", "tredje"];

    [Fact]
    public async Task Every_revision_comes_once_in_the_order_of_its_joined_key()
    {
        var plans = await StoreAsync(12);

        var read = await ReadAsync(plans, new());

        Assert.Equal(36, read.Count);
        Assert.Equal(read.Select(KeyOf).Order(StringComparer.Ordinal), read.Select(KeyOf));
        Assert.Equal(Comments, read.Where(r => r.Report.Key == Cell(0)).Select(r => r.Report.Comment));
    }

    [Fact]
    public async Task Reading_on_from_any_revision_gives_the_rest()
    {
        var plans = await StoreAsync(4);
        var all = await ReadAsync(plans, new());

        foreach (var (i, from) in all.Index())
        {
            var rest = await ReadAsync(plans, new() { After = (from.Plan.Plan.Id, new(from.Report.Key, from.Report.Revision)), Wanted = 2 });

            Assert.Equal(all.Skip(i + 1).Select(KeyOf), rest.Select(KeyOf));
        }
    }

    [Fact]
    public async Task What_comes_while_a_client_pages_neither_repeats_nor_drops_what_was_there()
    {
        var plans = await StoreAsync(6);
        var before = (await ReadAsync(plans, new())).Select(KeyOf).ToList();
        var seen = new List<string>();
        PublishedRevision? last = null;
        for (var i = 0; ; i++)
        {
            var rest = App.ReadRevisions.HandleAsync(
                plans, new() { After = last is null ? null : (LargePlan.Id, new(last.Report.Key, last.Report.Revision)), Wanted = 2 }, default);
            var page = await rest.Take(2).ToListAsync();
            if (page.Count == 0)
            {
                break;
            }

            seen.AddRange(page.Select(KeyOf));
            last = page[^1];
            await SubmitAsync(App, Submission([Row(i % 6, comment: $"under tiden {i}")]));
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Empty(before.Except(seen));
    }

    [Fact]
    public async Task What_the_filter_names_becomes_ranges_of_keys()
    {
        var plans = await StoreAsync(30);
        var calls = new StorageCalls();
        var app = Start(calls.Watch(Storage));
        await app.ReadRevisions.HandleAsync(plans, new(Plans: Set("none")), default).ToListAsync();

        async Task<(int Revisions, int Queries)> CostAsync(RevisionFilter filter)
        {
            calls.Take();
            var read = await app.ReadRevisions.HandleAsync(plans, filter, default).ToListAsync();
            return (read.Count, calls.Take().Count(c => c.Kind == StorageCallKind.Query));
        }

        Assert.Equal((0, 0), await CostAsync(new(Plans: Set("none"))));
        Assert.Equal((90, 1), await CostAsync(new(Rounds: Set("2021-05"))));
        Assert.Equal((0, 1), await CostAsync(new(Rounds: Set("2021-10"))));
        Assert.Equal((3, 1), await CostAsync(new(Rounds: Set("2021-05"), Indicators: Set(LargePlan.Indicator(3)))));
        Assert.Equal((3, 1), await CostAsync(new(Rounds: Set("2021-05"), Indicators: Set(LargePlan.Indicator(3)), Departments: Set(LargePlan.Department))));
        Assert.Equal((0, 1), await CostAsync(new(Rounds: Set("2021-05"), Indicators: Set(LargePlan.Indicator(3)), Departments: Set(LargePlan.OtherDepartment))));
        Assert.Equal((6, 2), await CostAsync(new(Rounds: Set("2021-05"), Indicators: Set(LargePlan.Indicator(3), LargePlan.Indicator(4), "no id"))));
        Assert.Equal((3, 3), await CostAsync(new(Indicators: Set(LargePlan.Indicator(3)))));
    }

    [Fact]
    public async Task The_first_page_of_a_long_log_costs_one_question_however_long_it_is()
    {
        var plans = await StoreAsync(120);
        var calls = new StorageCalls();
        var app = Start(calls.Watch(Storage));
        await app.ReadRevisions.HandleAsync(plans, new(Plans: Set("none")), default).ToListAsync();
        await app.Reports.ReadStampAsync(Plan, default);
        calls.Take();

        var page = await app.ReadRevisions.HandleAsync(plans, new() { Wanted = 11 }, default).Take(10).ToListAsync();

        Assert.Equal(10, page.Count);
        Assert.Single(calls.Take());
    }

    [Fact]
    public async Task Masked_words_and_hidden_numbers_are_as_the_history_shows_them()
    {
        var plans = await StoreAsync(1);
        Assert.Null((await App.MaskComment.HandleAsync(Coordinator, LargePlan.Id, Cell(0), 2, "Namn", default)).Failure);

        var read = await ReadAsync(plans, new());

        var history = (await App.ReadHistory.HandleAsync(Reporter("läsare", LargePlan.OtherDepartment), LargePlan.Id, Cell(0), default)).Value!;
        Assert.Equal(history.Revisions.Select(r => r.Shown.Comment), read.Select(r => r.Report.Comment));
        Assert.Equal(["första", null, "tredje"], read.Select(r => r.Report.Comment));
    }

    private static string KeyOf(PublishedRevision r) => $"{r.Plan.Plan.Id}_{r.Report.Key.Round}_{r.Report.Key.Indicator}_{r.Report.Key.Department}_{r.Report.Revision:d6}";

    private static HashSet<string> Set(params string[] ids) => [.. ids];

    private async Task<List<PublishedRevision>> ReadAsync(IReadOnlyList<PlanSnapshot> plans, RevisionFilter filter) =>
        await App.ReadRevisions.HandleAsync(plans, filter, default).ToListAsync();

    // Three revisions of each row's answer.
    private async Task<IReadOnlyList<PlanSnapshot>> StoreAsync(int rows)
    {
        await ImportAsync(Math.Max(rows, 10));
        foreach (var comment in Comments)
        {
            await SubmitAsync(App, Submission([.. Enumerable.Range(0, rows).Select(i => Row(i, comment: comment))]));
        }

        return await App.ReadPlans.ListAsync(default);
    }
}
