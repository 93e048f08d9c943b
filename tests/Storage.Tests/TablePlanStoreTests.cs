using Azure.Core;
using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.Plans;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.Storage.Tests;

public sealed class TablePlanStoreTests : StoreTest
{
    private readonly TablePlanStore _store;
    private readonly PlanKey _large;

    public TablePlanStoreTests(AzuriteFixture azurite)
        : base(azurite)
    {
        _store = new(Tables);
        _large = new(Area, LargePlan.Id);
    }

    [Fact]
    public async Task There_is_no_plan_before_one_is_imported()
    {
        Assert.Null(await _store.FindAsync(Plan, default));
        Assert.Equal(0, await _store.ReadVersionAsync(Plan, default));
        Assert.Empty(await _store.ListAsync(Area, default));
    }

    public static TheoryData<string> RealPlans => [.. PlanLibrary.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(RealPlans))]
    public async Task The_real_plan_comes_back_whole(string id)
    {
        var plan = PlanLibrary.Load(id) with { Area = Area };

        Assert.True(await _store.TryImportAsync(plan, default));

        SaysTheSame(plan, await _store.FindAsync(plan.Key, default));
        Assert.Equal(1, await _store.ReadVersionAsync(plan.Key, default));
        Assert.Equal([id], await _store.ListAsync(Area, default));
    }

    [Fact]
    public async Task The_same_version_is_imported_once()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 3), default);

        Assert.False(await _store.TryImportAsync(LargePlan.Create(Area, 4), default));

        SaysTheSame(LargePlan.Create(Area, 3), await _store.FindAsync(_large, default));
    }

    [Fact]
    public async Task A_new_version_shows_and_the_older_one_stays_beside_it()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 150), default);

        Assert.True(await _store.TryImportAsync(LargePlan.Create(Area, 120, version: 2), default));

        SaysTheSame(LargePlan.Create(Area, 120, version: 2), await _store.FindAsync(_large, default));
        Assert.Equal(2, await _store.ReadVersionAsync(_large, default));
        Assert.Equal(154, (await RowsAsync()).Count(r => r.RowKey.StartsWith("version_0001_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_older_version_does_not_come_after_a_newer()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 3, version: 2), default);

        Assert.False(await _store.TryImportAsync(LargePlan.Create(Area, 4, version: 1), default));

        SaysTheSame(LargePlan.Create(Area, 3, version: 2), await _store.FindAsync(_large, default));
    }

    [Fact]
    public async Task An_import_that_is_cut_off_does_not_show_and_leaves_nothing_in_the_next()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 5), default);
        var cutOff = StoreWith(batch => batch < 2 ? Task.CompletedTask : throw new InvalidOperationException("The power went."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => cutOff.TryImportAsync(LargePlan.Create(Area, 300, version: 2), default));

        SaysTheSame(LargePlan.Create(Area, 5), await _store.FindAsync(_large, default));
        Assert.Equal(1, await _store.ReadVersionAsync(_large, default));
        Assert.True(await _store.TryImportAsync(LargePlan.Create(Area, 7, version: 2), default));
        SaysTheSame(LargePlan.Create(Area, 7, version: 2), await _store.FindAsync(_large, default));
    }

    [Fact]
    public async Task An_import_that_is_overtaken_fails_and_changes_nothing()
    {
        var overtaken = StoreWith(async batch => Assert.Equal(batch == 0, await _store.TryImportAsync(LargePlan.Create(Area, 150), default)));

        Assert.False(await overtaken.TryImportAsync(LargePlan.Create(Area, 200), default));

        SaysTheSame(LargePlan.Create(Area, 150), await _store.FindAsync(_large, default));
    }

    [Fact]
    public async Task An_import_that_is_overtaken_by_a_newer_version_does_not_hide_it()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 1), default);
        var overtaken = StoreWith(async _ => await _store.TryImportAsync(LargePlan.Create(Area, 3, version: 3), default));

        Assert.False(await overtaken.TryImportAsync(LargePlan.Create(Area, 2, version: 2), default));

        SaysTheSame(LargePlan.Create(Area, 3, version: 3), await _store.FindAsync(_large, default));
    }

    [Fact]
    public async Task Of_many_imports_at_once_one_wins_and_its_plan_stands()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => new TablePlanStore(new(Account)).TryImportAsync(LargePlan.Create(Area, 100 + n), default)));

        var winner = Assert.Single(Enumerable.Range(1, 6), n => outcomes[n - 1]);
        SaysTheSame(LargePlan.Create(Area, 100 + winner), await _store.FindAsync(_large, default));
    }

    [Fact]
    public async Task Two_areas_with_the_same_plan_see_nothing_of_each_other()
    {
        string uppsala = $"{Area}-uppsala", enkoping = $"{Area}-enkoping", upp = $"{Area}-upp";
        await _store.TryImportAsync(LargePlan.Create(uppsala, 3), default);
        await _store.TryImportAsync(LargePlan.Create(enkoping, 4, version: 2), default);

        SaysTheSame(LargePlan.Create(uppsala, 3), await _store.FindAsync(new(uppsala, LargePlan.Id), default));
        SaysTheSame(LargePlan.Create(enkoping, 4, version: 2), await _store.FindAsync(new(enkoping, LargePlan.Id), default));
        Assert.Equal([LargePlan.Id], await _store.ListAsync(uppsala, default));
        Assert.Empty(await _store.ListAsync(upp, default));
        Assert.Empty(await _store.ListAsync(Area, default));
    }

    [Fact]
    public async Task Plans_are_listed_in_order()
    {
        foreach (var id in new[] { "b", "a.1", "a" })
        {
            await _store.TryImportAsync(LargePlan.Create(Area, 1) with { Id = id }, default);
        }

        Assert.Equal(["a", "a.1", "b"], await _store.ListAsync(Area, default));
    }

    // Another instance of the app, with something happening before each of its transactions.
    [Fact]
    public async Task The_list_of_plans_reads_no_row_of_theirs()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 3), default);
        await _store.TryImportAsync(LargePlan.Create(Area, 3, version: 2), default);
        foreach (var row in await RowsAsync())
        {
            await (await Tables.PlansAsync()).DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }

        Assert.Equal([LargePlan.Id], await _store.ListAsync(Area, default));
    }

    [Fact]
    public async Task A_plan_that_is_stored_but_not_listed_comes_into_the_list_when_it_is_imported_again()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 3), default);
        await (await Tables.PlansAsync()).DeleteEntityAsync(Keys.Partition(Area), Keys.Plan(LargePlan.Id));

        Assert.False(await _store.TryImportAsync(LargePlan.Create(Area, 3), default));

        Assert.Equal([LargePlan.Id], await _store.ListAsync(Area, default));
    }

    // The id first and the plan after it: the other way about, a plan could stand in storage that nobody ever finds.
    [Fact]
    public async Task A_first_import_that_is_cut_off_leaves_its_id_and_no_plan()
    {
        var cutOff = StoreWith(_ => throw new InvalidOperationException("The power went."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => cutOff.TryImportAsync(LargePlan.Create(Area, 3), default));

        Assert.Equal([LargePlan.Id], await _store.ListAsync(Area, default));
        Assert.Null(await _store.FindAsync(_large, default));
        Assert.Equal(0, await _store.ReadVersionAsync(_large, default));
    }

    [Fact]
    public async Task Every_version_is_read_again_and_says_when_and_by_whom_it_was_imported()
    {
        var first = LargePlan.Create(Area, 150) with { Imported = new(new(2021, 1, 4, 8, 0, 0, TimeSpan.Zero), By: null, IsExample: false) };
        var second = LargePlan.Create(Area, 120, version: 2) with { Imported = new(new(2021, 2, 1, 9, 30, 0, TimeSpan.Zero), "nvs", IsExample: true) };
        await _store.TryImportAsync(first, default);
        await _store.TryImportAsync(second, default);

        SaysTheSame(first, await _store.FindAsync(_large, 1, default));
        SaysTheSame(second, await _store.FindAsync(_large, 2, default));
        Assert.Null(await _store.FindAsync(_large, 3, default));
        Assert.Null(await _store.FindAsync(Plan, 1, default));
        Assert.Equal([new(1, first.Imported), new PlanVersion(2, second.Imported)], await _store.ListVersionsAsync(_large, default));
        Assert.Empty(await _store.ListVersionsAsync(Plan, default));
    }

    [Fact]
    public async Task A_version_that_was_cut_off_or_overtaken_is_not_among_the_versions()
    {
        await _store.TryImportAsync(LargePlan.Create(Area, 1), default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => StoreWith(batch => batch < 1 ? Task.CompletedTask : throw new InvalidOperationException("The power went."))
            .TryImportAsync(LargePlan.Create(Area, 2, version: 2), default));
        Assert.Equal([1], (await _store.ListVersionsAsync(_large, default)).Select(v => v.Number));
        Assert.Null(await _store.FindAsync(_large, 2, default));

        await StoreWith(async _ => await _store.TryImportAsync(LargePlan.Create(Area, 3, version: 3), default)).TryImportAsync(LargePlan.Create(Area, 2, version: 2), default);

        Assert.Equal([1, 3], (await _store.ListVersionsAsync(_large, default)).Select(v => v.Number));
    }

    [Fact]
    public async Task What_a_plan_leaves_open_is_open_when_it_comes_back()
    {
        var draft = LargePlan.Create(Area, 1) with { Adopted = null, OverallGoal = null, Source = new("Utkast", Diarienummer: null, Sha256: null), Imported = null };

        await _store.TryImportAsync(draft, default);

        SaysTheSame(draft, await _store.FindAsync(_large, default));
    }

    // A column holds 32,768 characters, and no column may end in half a character.
    [Fact]
    public async Task A_plan_whose_header_and_rows_are_longer_than_a_column_comes_back_whole()
    {
        var plan = LargePlan.Create(Area, 2);
        var text = "a" + string.Concat(Enumerable.Repeat("😀", 5_000));
        var large = plan with
        {
            Readings = [.. Enumerable.Range(0, 100).Select(i => new Reading(null, ReadingKind.Wording, $"{i} {new string('å', 2_000)}"))],
            Nodes = [.. plan.Nodes.Select(n => n with { Text = text })],
        };

        Assert.True(await _store.TryImportAsync(large, default));

        SaysTheSame(large, await _store.FindAsync(_large, default));
    }

    private TablePlanStore StoreWith(Func<int, Task> beforeBatch)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new Batches(beforeBatch), HttpPipelinePosition.PerCall);
        return new(new(new(ConnectionString, options)));
    }

    private async Task<List<TableEntity>> RowsAsync()
    {
        var partition = Keys.Partition(_large);
        return await (await Tables.PlansAsync()).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}")).ToListAsync();
    }
}
