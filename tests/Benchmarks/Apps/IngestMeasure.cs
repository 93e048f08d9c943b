using System.Net.Http.Json;
using Azure.Data.Tables;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.Benchmarks.Apps;

/// <summary>Reports posted to our app, against the same rows written by the same number of raw transactions on the same Azurite.</summary>
internal sealed class IngestMeasure(LocalApp app, string connectionString)
{
    private const int Singles = 25;
    private const int Batches = 2;
    private const int RowsPerBatch = 100;
    private const int RowsPerTransaction = 49;

    private readonly HttpClient[] _clients = [.. MeasuredPlan.Departments.Select(d => app.Client("reporter", d))];
    private readonly TableClient _table = new TableServiceClient(connectionString).GetTableClient("reports");
    private int _posts;

    public async Task RunAsync(string history)
    {
        var row = await MeasuredPlan.ReadStoredRowAsync(connectionString, "log_");
        var audit = await MeasuredPlan.ReadStoredRowAsync(connectionString, "audit_");
        await Interleaved.MeasureAsync(
            $"100 single reports, {history}", () => PostAllAsync(Singles, 1), () => WriteAllAsync(row, audit, Singles, 1), warmUp: 40);
        await Interleaved.MeasureAsync(
            $"8 batches of 100 reports, {history}", () => PostAllAsync(Batches, RowsPerBatch), () => WriteAllAsync(row, audit, Batches, RowsPerBatch), warmUp: 10);
    }

    // Each unit posts its own rows one after another, as their systems do; the units at the same time.
    private Task PostAllAsync(int posts, int rows) => Task.WhenAll(_clients.Select((client, unit) => Task.Run(async () =>
    {
        for (var post = 0; post < posts; post++)
        {
            var number = Interlocked.Increment(ref _posts);
            using var answer = await client.PostAsJsonAsync("hsvo/v1/reports", new
            {
                plan = LargePlan.Id,
                reports = Enumerable.Range(0, rows).Select(i => new
                {
                    indicator = LargePlan.Indicator((post + i) % MeasuredPlan.Indicators),
                    department = MeasuredPlan.Departments[unit],
                    round = "2021-05",
                    value = "ja",
                    comment = $"Samverkan kring utskrivning går åt rätt håll. {number}",
                }),
            });
            answer.EnsureSuccessStatusCode();
        }
    })));

    private Task WriteAllAsync(TableEntity row, TableEntity audit, int posts, int rows) => Task.WhenAll(MeasuredPlan.Departments.Select(department => Task.Run(async () =>
    {
        for (var post = 0; post < posts; post++)
        {
            var number = Interlocked.Increment(ref _posts);
            foreach (var chunk in Enumerable.Range(0, rows).Chunk(RowsPerTransaction))
            {
                await _table.SubmitTransactionAsync([
                    .. chunk.SelectMany(i => new TableTransactionAction[]
                    {
                        new(TableTransactionActionType.Add, Like(row, $"log_{department}_{i}_{number:d6}")),
                        new(TableTransactionActionType.UpsertReplace, Like(row, $"cell_{department}_{(post + i) % MeasuredPlan.Indicators}")),
                    }),
                    new(TableTransactionActionType.UpsertReplace, Like(audit, $"audit_{department}_{chunk[0]}_{number:d6}")),
                    new(TableTransactionActionType.UpsertReplace, new TableEntity("uppsala_raw", "stamp")),
                ]);
            }
        }
    })));

    private static TableEntity Like(TableEntity row, string key)
    {
        var copy = new TableEntity(row) { PartitionKey = "uppsala_raw", RowKey = key };
        copy.Remove("odata.etag");
        copy.Remove("Timestamp");
        return copy;
    }
}
