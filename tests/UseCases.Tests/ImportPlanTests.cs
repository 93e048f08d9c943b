using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

public sealed class ImportPlanTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task A_plan_is_imported_once_however_often_the_app_starts()
    {
        Assert.True(await App.ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 2), default));
        Assert.False(await Start().ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 3), default));

        Assert.Equal(2, (await App.Plans.FindAsync(Plan, default))!.Indicators.Count());
    }

    [Fact]
    public async Task A_plan_that_has_come_to_a_later_version_stays()
    {
        await App.Plans.TryImportAsync(LargePlan.Create(Area, 2, version: 4), default);

        Assert.False(await App.ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 3), default));

        Assert.Equal(4, await App.Plans.ReadVersionAsync(Plan, default));
    }

    [Fact]
    public async Task Instances_that_start_at_once_import_it_once()
    {
        var imported = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start().ImportPlan.ImportIfMissingAsync(LargePlan.Create(Area, 120), default)));

        Assert.Single(imported, i => i);
        Assert.Equal(120, (await App.Plans.FindAsync(Plan, default))!.Indicators.Count());
    }
}
