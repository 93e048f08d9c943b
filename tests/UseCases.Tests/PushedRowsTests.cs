using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.UseCases.Tests;

/// <summary>As many rows at a time as Power BI takes.</summary>
public sealed class PushedRowsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const int Indicators = 3334;

    [Fact]
    public async Task Ten_thousand_rows_are_stored_in_parts_and_sent_again_store_nothing_more()
    {
        await ImportAsync(Indicators);
        var submission = Pushed(SubmitReports.MaxPushedRows);

        var receipt = await SubmitAsync(App, submission);
        var again = await SubmitAsync(App, submission);

        Assert.Equal(SubmitReports.MaxPushedRows, receipt.Rows.Count);
        Assert.Equal(receipt.Rows, again.Rows);
        Assert.Equal(SubmitReports.MaxPushedRows, (await CellsAsync()).Count);
        Assert.Equal(SubmitReports.MaxPushedRows, (await LogAsync()).Count);
    }

    [Fact]
    public async Task One_more_is_too_many()
    {
        await ImportAsync(1);

        var failure = await FailToSubmitAsync(App, Pushed(SubmitReports.MaxPushedRows + 1));

        Assert.Equal("reports.count", Assert.Single(failure.Faults).Code);
    }

    private static Submission Pushed(int rows) => Submission(
        [.. LargePlan.Rounds.SelectMany(r => Enumerable.Range(0, Indicators).Select(i => Row(i, round: r.Id))).Take(rows)], key: "X\n1") with
    {
        MaxRows = SubmitReports.MaxPushedRows,
    };
}
