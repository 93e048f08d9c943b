using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Hsvo.Benchmarks.Apps;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.Benchmarks.Dashboards;

/// <summary>Units that post while dashboards read: one report each, at a pace that is kept.</summary>
internal sealed class PostingUnits(LocalApp app)
{
    /// <summary>How often each posts.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient[] _clients = [.. MeasuredPlan.Departments.Select(d => app.Client("reporter", d))];
    private readonly ConcurrentBag<(ReportKey Key, int Revision)> _acknowledged = [];
    private readonly ConcurrentBag<double> _milliseconds = [];
    private int _posts;
    private int _refused;

    /// <summary>What was answered 200.</summary>
    public IReadOnlyCollection<(ReportKey Key, int Revision)> Acknowledged => _acknowledged;

    public IReadOnlyCollection<double> Milliseconds => _milliseconds;

    /// <summary>Answers other than 200.</summary>
    public int Refused => _refused;

    public Task PostAsync(LoadRound round) => Task.WhenAll(_clients.Select((client, unit) => Task.Run(async () =>
    {
        using var ticks = new PeriodicTimer(Pace);
        while (!round.IsOver)
        {
            await PostAsync(client, MeasuredPlan.Departments[unit]);
            await ticks.WaitForNextTickAsync();
        }
    })));

    private async Task PostAsync(HttpClient client, string department)
    {
        var number = Interlocked.Increment(ref _posts);
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsJsonAsync("hsvo/v1/reports", new
        {
            plan = LargePlan.Id,
            reports = new[] { new { indicator = LargePlan.Indicator(number % MeasuredPlan.Indicators), department, round = "2021-05", value = number % 3 == 0 ? "nej" : "ja", comment = $"Nummer {number}." } },
        });
        _milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        if (!answer.IsSuccessStatusCode)
        {
            Interlocked.Increment(ref _refused);
            return;
        }

        foreach (var row in (await answer.Content.ReadFromJsonAsync<SubmissionDocument>())!.Rows)
        {
            _acknowledged.Add((new(row.Round, row.Indicator, row.Department), row.Revision));
        }
    }
}
