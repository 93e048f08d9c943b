using Hsvo.TestKit;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Tests;

public sealed class ReasonsAndReceiptsTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    [Fact]
    public async Task Another_reason_why_a_row_isnt_applicable_is_another_answer()
    {
        await ImportAsync(1);
        await SubmitAsync(App, Submission([NotApplicable("Första skälet.")]));

        var receipt = await SubmitAsync(App, Submission([NotApplicable("Ett annat skäl.")]));

        Assert.Equal(new RowReceipt(receipt.Rows[0].Key, RowResult.Corrected, 2), receipt.Rows[0]);
        Assert.Equal("Ett annat skäl.", Assert.Single(await CellsAsync()).Reason);
    }

    [Fact]
    public async Task A_re_send_of_what_was_stored_whole_answers_the_same_even_when_the_rules_have_changed_since()
    {
        await ImportAsync(1);
        await SetMeetingAsync();
        var first = await SubmitAsync(App, Submission([Row(0)], key: "k"));

        // The round is sealed by now: a new submission would be refused.
        Time.GoTo(new(2021, 5, 14));
        var again = await SubmitAsync(App, Submission([Row(0)], key: "k"));

        Assert.Equal(first.Rows, again.Rows);
        Assert.Equal("round.sealed", Assert.Single((await FailToSubmitAsync(App, Submission([Row(0)], key: "k2"))).Faults).Code);
    }

    private static SubmittedRow NotApplicable(string reason) => Row(0) with { Answer = new() { NotApplicable = true, Reason = reason } };
}
