using Azure.Data.Tables;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.LocalHost;
using Hsvo.Storage;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Benchmarks.Apps;

/// <summary>A plan with enough rows for batches of a hundred, and a history as long as one asks for.</summary>
internal static class MeasuredPlan
{
    /// <summary>Rows of each unit.</summary>
    public const int Indicators = 120;

    /// <summary>Who reports: units that the local run has development identities for.</summary>
    public static readonly IReadOnlyList<string> Departments = [.. DevelopmentIdentities.Departments.Take(4)];

    /// <summary>Imports it, each cell answered as often as said.</summary>
    public static async Task WriteAsync(string connectionString, int revisions)
    {
        await using var services = new ServiceCollection()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage", connectionString)]).Build())
            .BuildServiceProvider();
        var reports = services.GetRequiredService<IReportStore>();
        var plan = LargePlan.Create("uppsala", Indicators) with
        {
            Departments = [.. Departments.Select(d => new Department(d, d, Principal.Kommun, null, true))],
            Bodies = [new("tl", "TL", "", "", Departments)],
        };
        await services.GetRequiredService<IPlanStore>().TryImportAsync(plan, default);
        ReportKey[] keys = [.. Departments.SelectMany(d => Enumerable.Range(0, Indicators).Select(i => new ReportKey("2021-05", LargePlan.Indicator(i), d)))];
        for (var revision = 1; revision <= revisions; revision++)
        {
            var versions = (await reports.ReadCellsAsync(plan.Key, default)).ToDictionary(c => c.Report.Key, c => c.Version);
            foreach (var chunk in keys.Chunk(IReportStore.MaxRowsPerPart))
            {
                await reports.AppendAsync(plan.Key, new([.. chunk.Select(k => new NewRevision(Report(k, revision), versions.GetValueOrDefault(k)))], null), default);
            }
        }
    }

    /// <summary>The row that our app stores for an answer, for the baseline to store as it is.</summary>
    /// <param name="connectionString">The storage.</param>
    /// <param name="kind">What its key begins with.</param>
    public static async Task<TableEntity> ReadStoredRowAsync(string connectionString, string kind)
    {
        var partition = $"uppsala_{LargePlan.Id}";
        return await new TableServiceClient(connectionString).GetTableClient("reports")
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {kind}")).FirstAsync();
    }

    private static Report Report(ReportKey key, int revision) => new()
    {
        Key = key,
        Revision = revision,
        Answer = new() { Value = AnswerValue.YesOrNo(revision % 2 == 0) },
        Comment = "Samverkan kring utskrivning går åt rätt håll.",
        Reporter = "00000000-0000-4000-8000-000000000101",
        Submission = Guid.NewGuid().ToString("N"),
        ReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
        FirstReportedAt = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero),
        Door = Door.Api,
    };
}
