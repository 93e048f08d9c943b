using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.LocalHost;
using Hsvo.Storage;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Benchmarks.Feeds;

/// <summary>A plan that is answered 20,000 times: four units, two rounds, 2,500 indicators.</summary>
internal static class FeedRows
{
    public const int Count = 20_000;

    public static readonly IReadOnlyList<string> Rounds = ["2021-05", "2021-10"];

    public static readonly IReadOnlyList<string> Departments = [.. DevelopmentIdentities.Departments.Take(4)];

    private static int Indicators => Count / Rounds.Count / Departments.Count;

    public static async Task WriteAsync(string connectionString)
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
        foreach (var chunk in All().Chunk(IReportStore.MaxRowsPerPart))
        {
            await reports.AppendAsync(plan.Key, new([.. chunk.Select(r => new NewRevision(r, null))], null), default);
        }
    }

    private static IEnumerable<Report> All()
    {
        var number = 0;
        foreach (var round in Rounds)
        {
            for (var i = 0; i < Indicators; i++)
            {
                foreach (var department in Departments)
                {
                    yield return Report(new(round, LargePlan.Indicator(i), department), number++);
                }
            }
        }
    }

    // Whole milliseconds: CAP keeps no more of them.
    private static Report Report(ReportKey key, int number) => new()
    {
        Key = key,
        Revision = 1,
        Answer = new() { Value = AnswerValue.YesOrNo(number % 3 > 0) },
        Comment = number % 2 == 0 ? $"Samverkan kring utskrivning går åt rätt håll, {number}." : null,
        Reporter = "00000000-0000-4000-8000-000000000101",
        Submission = Guid.NewGuid().ToString("N"),
        ReportedAt = new DateTimeOffset(2021, 5, 3, 8, 0, 0, TimeSpan.Zero).AddMilliseconds(number),
        FirstReportedAt = new DateTimeOffset(2021, 5, 3, 8, 0, 0, TimeSpan.Zero).AddMilliseconds(number),
        Door = Door.Api,
    };
}
