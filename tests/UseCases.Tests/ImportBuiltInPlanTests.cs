using Hsvo.Plans;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

public sealed class ImportBuiltInPlanTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_plan_is_imported_once_however_often_the_app_starts()
    {
        Assert.Equal(BuiltInPlan.Imported, await App.ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));
        Assert.Equal(BuiltInPlan.Unchanged, await Start().ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));

        Assert.Equal(2, (await App.Plans.FindAsync(Plan, default))!.Indicators.Count());
    }

    [Fact]
    public async Task A_build_that_has_brought_its_plans_asks_once_at_the_next_start_and_another_build_brings_its_own()
    {
        Assert.False(await App.ImportBuiltInPlan.IsDoneByAsync("a", default));
        await App.ImportBuiltInPlan.KeepDoneAsync("a", default);

        Assert.True(await Start().ImportBuiltInPlan.IsDoneByAsync("a", default));
        Assert.False(await Start().ImportBuiltInPlan.IsDoneByAsync("b", default));
        Assert.Empty(await App.Plans.ListAsync(Area, default));
    }

    [Fact]
    public async Task A_plan_that_a_coordinator_has_changed_is_unchanged_at_every_start_until_the_apps_own_says_something_new()
    {
        await App.ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default);
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 5, version: 2) with { Imported = new(Time.GetUtcNow(), "nvs", IsExample: false) }, default);

        Assert.Equal(BuiltInPlan.Unchanged, await Start().ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));
        Assert.Equal(BuiltInPlan.Differs, await Start().ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 3), default));

        Assert.Equal(2, await App.Plans.ReadVersionAsync(Plan, default));
    }

    [Fact]
    public async Task What_the_app_says_anew_is_unchanged_once_a_coordinator_has_imported_it()
    {
        await App.ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default);
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 3, version: 2) with { Imported = new(Time.GetUtcNow(), "nvs", IsExample: false) }, default);

        Assert.Equal(BuiltInPlan.Unchanged, await Start().ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 3), default));
    }

    [Fact]
    public async Task A_plan_that_the_app_brings_says_so_and_when()
    {
        await App.ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default);

        Assert.Equal([new(1, new(Time.GetUtcNow(), By: null, IsExample: false))], await App.Plans.ListVersionsAsync(Plan, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plan_whose_text_was_edited_differs_from_the_stored_one_which_stays(bool hasTheSameRows)
    {
        var plan = LargePlan.Create(Area, 2);
        await App.ImportBuiltInPlan.ImportIfMissingAsync(plan, default);
        var edited = hasTheSameRows ? plan with { Nodes = [.. plan.Nodes.Select((n, i) => i == 4 ? n with { Text = "Omskriven" } : n)] } : LargePlan.Create(Area, 3);

        Assert.Equal(BuiltInPlan.Differs, await Start().ImportBuiltInPlan.ImportIfMissingAsync(edited, default));

        Assert.Equal(BuiltInPlan.Unchanged, await App.ImportBuiltInPlan.ImportIfMissingAsync(plan, default));
    }

    [Fact]
    public async Task A_later_version_that_says_the_same_is_unchanged_whoever_imported_it()
    {
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 2, version: 4), default);

        Assert.Equal(BuiltInPlan.Unchanged, await App.ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));
    }

    [Fact]
    public async Task The_plan_that_comes_with_the_app_is_unchanged_at_the_next_start()
    {
        var plan = PlanLibrary.Hsvo2021 with { Area = Area };
        await App.ImportBuiltInPlan.ImportIfMissingAsync(plan, default);

        Assert.Equal(BuiltInPlan.Unchanged, await Start().ImportBuiltInPlan.ImportIfMissingAsync(plan, default));
    }

    [Fact]
    public async Task An_imported_plan_is_listed_at_once()
    {
        Assert.Empty(await App.Feeds.ListAsync(Area, default));

        await App.ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default);

        Assert.Single(await App.Feeds.ListAsync(Area, default));
    }

    [Fact]
    public async Task Instances_that_start_at_once_import_it_once()
    {
        var imported = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start().ImportBuiltInPlan.ImportIfMissingAsync(LargePlan.Create(Area, 120), default)));

        Assert.Single(imported, i => i == BuiltInPlan.Imported);
        Assert.DoesNotContain(BuiltInPlan.Differs, imported);
        Assert.Equal(120, (await App.Plans.FindAsync(Plan, default))!.Indicators.Count());
    }
}
