using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Plans;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd.Faults;

/// <summary>
/// Business systems of the units that post at the same time, as README asks of them: each submission has its Idempotency-Key and is sent again, the
/// same, until it is answered.
/// </summary>
internal sealed class PostingSystems
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    private const int RowsPerShortPost = 5;
    private const int RowsPerLongPost = 55;

    /// <summary>The plan they report on.</summary>
    public static readonly Plan Plan = PlanLibrary.Hsvo2021;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly Department[] Units = [.. Plan.Departments.Where(d => d.Id != "nvs")];

    // Rows of one ja or nej that every unit owes: what the naive reading of the log knows how to judge.
    private static readonly PlanNode[] Rows =
        [.. Plan.Indicators.Where(i => i.Indicator is { IsYesNo: true, Parts.Count: 0 } && Units.All(u => Plan.Owing(i).Contains(u)))];

    // The cells of a post, which goes on where the one before it ended. The other rounds are there to make long posts.
    private static readonly (string Round, PlanNode Row)[] Cells = [.. Plan.Rounds.SelectMany(round => Rows.Select(row => (round.Id, row)))];

    private readonly ConcurrentBag<Acknowledged> _acknowledged = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<ReportKey>> _sent = new();
    private volatile IReadOnlyList<LocalApp> _apps = [];
    private int _requests;
    private int _unanswered;
    private int _unavailable;

    /// <summary>The rows that were answered 200.</summary>
    public IReadOnlyCollection<Acknowledged> Acknowledged => _acknowledged;

    /// <summary>The cells of each submission, in its order, by the comment that its rows carry.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ReportKey>> Sent => _sent;

    /// <summary>How many requests were cut off after they were sent.</summary>
    public int Unanswered => _unanswered;

    /// <summary>How many requests were answered 503.</summary>
    public int Unavailable => _unavailable;

    /// <summary>The instances that they post to, in turn.</summary>
    public void PostTo(params IReadOnlyList<LocalApp> apps) => _apps = apps;

    /// <summary>Posts until so many rows are acknowledged, and every submission that was begun is.</summary>
    public Task PostAsync(int reports) => Task.WhenAll(Enumerable.Range(0, Count).Select(s => Task.Run(() => PostAsync(s, reports))));

    private async Task PostAsync(int system, int reports)
    {
        var unit = Units[system % Units.Length].Id;
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        for (int post = 0, at = 0; _acknowledged.Count < reports; post++)
        {
            var cells = Enumerable.Range(at, (post + system) % 3 > 0 ? RowsPerLongPost : RowsPerShortPost).Select(i => Cells[i % Cells.Length]).ToList();
            at += cells.Count;
            var name = $"{system} {post}";
            _sent[name] = [.. cells.Select(c => new ReportKey(c.Round, c.Row.Id, unit))];
            await PostAsync(client, unit, name, cells.ConvertAll(c => RowOf(c.Round, c.Row, unit, name, system + post)));
        }
    }

    private async Task PostAsync(HttpClient client, string unit, string name, List<Dictionary<string, object?>> rows)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            var apps = _apps;
            var app = apps[(Interlocked.Increment(ref _requests) & int.MaxValue) % apps.Count];
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, "hsvo/v1/reports"))
            {
                Headers = { { "Idempotency-Key", name }, { "Authorization", $"Bearer {app.Token("reporter", unit)}" } },
                Content = JsonContent.Create(new { plan = Plan.Id, reports = rows }),
            };
            try
            {
                using var answer = await client.SendAsync(request);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    foreach (var row in (await answer.Content.ReadFromJsonAsync<SubmissionDocument>())!.Rows)
                    {
                        _acknowledged.Add(new(new(row.Round, row.Indicator, row.Department), row.Revision, name));
                    }

                    return;
                }

                Assert.True(
                    answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter?.Delta > TimeSpan.Zero,
                    $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\n{app.OutputOf(answer.Headers.GetValues("RequestId").First())}");
                Interlocked.Increment(ref _unavailable);
            }
            catch (HttpRequestException failure)
            {
                // Refused means that it was never sent; anything else, that it was and nobody answered.
                if (failure.HttpRequestError != HttpRequestError.ConnectionError)
                {
                    Interlocked.Increment(ref _unanswered);
                }
            }

            await Task.Delay(Pause);
        }

        Assert.Fail($"The submission {name} had no answer within {Patience}.");
    }

    // Each submission says something new, so that every row is a new revision.
    private static Dictionary<string, object?> RowOf(string round, PlanNode row, string unit, string name, int turn)
    {
        var yes = turn % 3 == 0;
        var isAssessed = !yes && turn % 2 == 1 && !Plan.FindRound(round)!.IsFinal;
        return new()
        {
            ["indicator"] = row.Id,
            ["department"] = unit,
            ["round"] = round,
            ["value"] = yes ? "ja" : "nej",
            ["assessment"] = !isAssessed ? null : row.Indicator!.Kind == IndicatorKind.Continuing ? "atRisk" : "notStarted",
            ["comment"] = name,
        };
    }
}

/// <summary>A row that was answered 200.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Revision">The revision that it became.</param>
/// <param name="Comment">Its comment, which tells the submission.</param>
internal sealed record Acknowledged(ReportKey Key, int Revision, string Comment);
