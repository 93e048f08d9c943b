using Hsvo.Plans;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

public sealed class ImportPlanTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_plan_is_imported_once_however_often_the_app_starts()
    {
        Assert.Equal(PlanImport.Imported, await App.ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));
        Assert.Equal(PlanImport.Unchanged, await Start().ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));

        Assert.Equal(2, (await App.Plans.FindAsync(Plan, default))!.Indicators.Count());
    }

    [Fact]
    public async Task A_plan_that_has_come_to_a_later_version_stays()
    {
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 2, version: 4), default);

        Assert.Equal(PlanImport.Differs, await App.ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 3), default));

        Assert.Equal(4, await App.Plans.ReadVersionAsync(Plan, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plan_whose_text_was_edited_differs_from_the_stored_one_which_stays(bool hasTheSameRows)
    {
        var plan = LargePlan.Create(Area, 2);
        await App.ImportPlan.ImportIfMissingAsync(plan, default);
        var edited = hasTheSameRows ? plan with { Nodes = [.. plan.Nodes.Select((n, i) => i == 4 ? n with { Text = "Omskriven" } : n)] } : LargePlan.Create(Area, 3);

        Assert.Equal(PlanImport.Differs, await Start().ImportPlan.ImportIfMissingAsync(edited, default));

        Assert.Equal(PlanImport.Unchanged, await App.ImportPlan.ImportIfMissingAsync(plan, default));
    }

    [Fact]
    public async Task A_later_version_that_says_the_same_is_unchanged()
    {
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 2, version: 4), default);

        Assert.Equal(PlanImport.Unchanged, await App.ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));
    }

    [Fact]
    public async Task The_plan_that_comes_with_the_app_is_unchanged_at_the_next_start()
    {
        var plan = PlanLibrary.Hsvo2021 with { Area = Area };
        await App.ImportPlan.ImportIfMissingAsync(plan, default);

        Assert.Equal(PlanImport.Unchanged, await Start().ImportPlan.ImportIfMissingAsync(plan, default));
    }

    [Fact]
    public async Task An_imported_plan_is_listed_at_once()
    {
        Assert.Empty(await App.Feeds.ListAsync(Area, default));

        await App.ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default);

        Assert.Single(await App.Feeds.ListAsync(Area, default));
    }

    [Fact]
    public async Task Instances_that_start_at_once_import_it_once()
    {
        var imported = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start().ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 120), default)));

        Assert.Single(imported, i => i == PlanImport.Imported);
        Assert.DoesNotContain(PlanImport.Differs, imported);
        Assert.Equal(120, (await App.Plans.FindAsync(Plan, default))!.Indicators.Count());
    }
}
