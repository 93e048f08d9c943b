using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

/// <summary>A submission is decided on what the feed knows, and the feed knows what its instance stored: what may go wrong when others store as well.</summary>
public sealed class OwnWritesTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task An_answer_that_another_instance_has_changed_since_is_not_called_unchanged()
    {
        await ImportAsync(2);
        var other = Start();
        await SubmitAsync(App, Submission([Row(0, "ja")]));
        await SubmitAsync(other, Submission([Row(0, "nej")], caller: Reporter("berit")));

        var receipt = await SubmitAsync(App, Submission([Row(0, "ja")]));

        Assert.Equal((RowResult.Corrected, 3), (receipt.Rows[0].Result, receipt.Rows[0].Revision));
    }

    [Fact]
    public async Task An_editor_who_saw_what_another_instance_stored_is_not_refused_for_it()
    {
        await ImportAsync(2);
        var other = Start();
        await ReadAsync(App);
        await SubmitAsync(other, Submission([Row(0, "nej")]));

        var receipt = await SubmitAsync(App, Submission([Row(0, "ja") with { Revision = 1 }]));

        Assert.Equal((RowResult.Corrected, 2), (receipt.Rows[0].Result, receipt.Rows[0].Revision));
    }

    [Fact]
    public async Task Both_instances_see_both_answers_when_each_has_stored_one()
    {
        await ImportAsync(2);
        var other = Start();
        await ReadAsync(App);
        await ReadAsync(other);

        await SubmitAsync(other, Submission([Row(0)], caller: Reporter("berit")));
        await SubmitAsync(App, Submission([Row(1)]));
        Assert.Equal([LargePlan.Indicator(1)], (await ReadAsync(App)).Select(r => r.Key.Indicator));
        Time.Advance(TimeSpan.FromSeconds(1));

        string[] both = [LargePlan.Indicator(0), LargePlan.Indicator(1)];
        Assert.Equal(both, (await ReadAsync(App)).Select(r => r.Key.Indicator).Order(StringComparer.Ordinal));
        Assert.Equal(both, (await ReadAsync(other)).Select(r => r.Key.Indicator).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_older_answer_of_ones_own_hides_no_newer_one_of_anothers()
    {
        await ImportAsync(1);
        var other = Start();
        await SubmitAsync(App, Submission([Row(0, "ja")]));
        await SubmitAsync(other, Submission([Row(0, "nej")], caller: Reporter("berit")));
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, Assert.Single(await ReadAsync(App)).Revision);
    }

    [Fact]
    public async Task Each_answer_stored_gives_the_feed_another_version()
    {
        await ImportAsync(2);
        var versions = new List<string>();
        foreach (var comment in new[] { "a", "b", "c" })
        {
            await SubmitAsync(App, Submission([Row(0, comment: comment)]));
            versions.Add((await App.Feeds.FindAsync(Plan, default))!.VersionOn(new(2021, 5, 3)));
        }

        Assert.Equal(3, versions.Distinct().Count());
    }

    private async Task<IReadOnlyList<Report>> ReadAsync(Instance app) => (await app.Feeds.FindAsync(Plan, default))!.Cells;
}
