using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Hsvo.Contracts.Api;

namespace Hsvo.LocalHost.Example;

/// <summary>
/// Fills an empty local run through the app's own HTTP API: one example meeting 20 days ahead, the example's reports, and the first paper. A run that
/// has a meeting already is left alone. Ends by printing how the plan stands.
/// </summary>
/// <param name="tokens">Signs the example identities in.</param>
/// <param name="time">The clock.</param>
/// <param name="postsExample">Whether an empty run is filled.</param>
internal sealed class ExampleStartTask(DevelopmentTokens tokens, TimeProvider time, bool postsExample) : ILocalStartTask
{
    private const int DaysAhead = 20;

    private static readonly TimeSpan PlanPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public async Task RunAsync(Uri baseAddress, IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = baseAddress };
        var example = ExampleRound.May2021();
        await WaitForPlanAsync(http, example.Plan, cancellationToken);
        if (postsExample && await IsEmptyAsync(http, cancellationToken))
        {
            await PostAsync(http, example, output, cancellationToken);
        }

        var status = await GetAsync<StatusDocument>(http, $"hsvo/v1/status?plan={example.Plan}", cancellationToken);
        await output.WriteLineAsync(StatusTable.Of(status));
        await output.WriteLineAsync(Links(baseAddress, status));
    }

    // The app imports the plan in the background while it already listens.
    private async Task WaitForPlanAsync(HttpClient http, string plan, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PlanPatience);
        while (!(await GetAsync<PlanList>(http, "hsvo/v1/plans", patience.Token)).Plans.Any(p => p.Id == plan))
        {
            await Task.Delay(Pause, time, patience.Token);
        }
    }

    private async Task<bool> IsEmptyAsync(HttpClient http, CancellationToken cancellationToken) =>
        (await GetAsync<MeetingList>(http, "hsvo/v1/meetings", cancellationToken)).Meetings.Count == 0;

    private async Task PostAsync(HttpClient http, ExampleRound example, TextWriter output, CancellationToken cancellationToken)
    {
        var date = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(DaysAhead);
        await output.WriteLineAsync("Lagringen är tom: fyller den med ett exempel (påhittade svar, märkta Exempel överallt där de syns).");
        await SendAsync(http, HttpMethod.Put, $"hsvo/v1/meetings/{example.Meeting}", new { plan = example.Plan, round = example.Round, date }, "coordinator", null, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  samråd {date:yyyy-MM-dd} (exempel) för omgång {example.Round}"));
        foreach (var department in example.Departments.Keys)
        {
            var isCoordinator = DevelopmentIdentities.TryFind("coordinator", department, out _, out _);
            using var answer = await SendAsync(
                http, HttpMethod.Post, "hsvo/v1/reports", example.SubmissionOf(department),
                isCoordinator ? "coordinator" : "reporter", department, cancellationToken);
            var receipt = await answer.Content.ReadFromJsonAsync<SubmissionDocument>(cancellationToken);
            await output.WriteLineAsync($"  {department}: {receipt!.Created} svar sparade");
        }

        using var timer = await SendAsync(http, HttpMethod.Post, "admin/functions/CompileMeetingPapers", new { }, "coordinator", null, cancellationToken);
        await output.WriteLineAsync();
    }

    private async Task<T> GetAsync<T>(HttpClient http, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Create("reader"));
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(cancellationToken))!;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpClient http, HttpMethod method, string path, object body, string role, string? department, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Create(role, department));
        var answer = await http.SendAsync(request, cancellationToken);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{method} /{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    private static string Links(Uri address, StatusDocument status)
    {
        var paper = status.Meeting is { } meeting ? $"""

              Sammanställning     {address}hsvo/v1/meetings/{meeting.Id}/paper/sammanstallning.html (token)
            """ : "";
        return $"""
              Sida                {address}
              Eget API            {address}hsvo/v1/status?plan={status.Plan.Id} (token)
              Power BI:s form     {address}v1.0/myorg/groups (token){paper}
              Token               dotnet run --project src/Functions -- token --role reader
            Ctrl-C avslutar.
            """;
    }
}
