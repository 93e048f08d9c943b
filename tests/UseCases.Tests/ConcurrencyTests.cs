using System.Collections.Concurrent;
using Hsvo.TestKit;

namespace Hsvo.UseCases.Tests;

public sealed class ConcurrencyTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const int Writers = 8;
    private const int SubmissionsOfEach = 25;
    private const int Cells = 20;

    [Fact]
    public async Task Of_many_writers_at_the_same_cells_every_answer_is_kept_exactly_once()
    {
        await ImportAsync(Cells);
        Instance[] instances = [App, Start()];
        var acknowledged = new ConcurrentBag<(string Cell, int Revision, string Comment)>();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(instances[writer % 2], writer, acknowledged)));

        var log = await LogAsync();
        Assert.Equal(acknowledged.Order(), log.Select(r => (r.Key.Indicator, r.Revision, r.Comment!)).Order());
        Assert.All(log.GroupBy(r => r.Key), cell => Assert.Equal(Enumerable.Range(1, cell.Count()), cell.Select(r => r.Revision)));
        Assert.Equal(
            log.GroupBy(r => r.Key).Select(cell => (cell.Key.Indicator, cell.Last().Revision, cell.Last().Comment)).Order(),
            (await CellsAsync()).Select(r => (r.Key.Indicator, r.Revision, r.Comment)).Order());
    }

    private static async Task WriteAsync(Instance app, int writer, ConcurrentBag<(string Cell, int Revision, string Comment)> acknowledged)
    {
        var random = new Random(writer);
        for (var i = 0; i < SubmissionsOfEach; i++)
        {
            // Each comment is another, so that no row is unchanged.
            var comment = $"Författare {writer}, svar {i}";
            SubmittedRow[] rows = [.. Enumerable.Range(0, Cells).Where(_ => random.Next(4) == 0).Append(Cells - 1).Distinct().Select(c => Row(c, comment: comment))];
            foreach (var row in (await SubmitUntilTakenAsync(app, Submission(rows, caller: Reporter($"{writer}")))).Rows)
            {
                acknowledged.Add((row.Key.Indicator, row.Revision, comment));
            }
        }
    }

    // Told that storage is busy, a client sends the same again, as the answer asks for.
    private static async Task<SubmissionReceipt> SubmitUntilTakenAsync(Instance app, Submission submission)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var outcome = await app.SubmitReports.HandleAsync(submission, default);
            if (outcome.Succeeded(out var receipt, out var failure))
            {
                return receipt;
            }

            Assert.Equal((FailureKind.Unavailable, 0), (failure.Kind, failure.StoredRows.Count));
        }

        throw new InvalidOperationException("Never taken.");
    }
}
