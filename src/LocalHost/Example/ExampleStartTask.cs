using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Meetings;
using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost.Example;

/// <summary>
/// Fills an empty local run through the app's own HTTP API: the example's reports, one example meeting 20 days ahead, and the first paper. A run that
/// has a meeting already is left alone. Ends by printing how the plan stands.
/// </summary>
/// <param name="tokens">Signs the example identities in.</param>
/// <param name="time">The clock.</param>
/// <param name="dataFolder">The run's data folder where it isn't the default one.</param>
/// <param name="postsExample">Whether an empty run is filled.</param>
internal sealed class ExampleStartTask(DevelopmentTokens tokens, TimeProvider time, string? dataFolder, bool postsExample) : ILocalStartTask
{
    private const int DaysAhead = 20;

    private static readonly TimeSpan PlanPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PlanPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PaperPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PaperPause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public async Task RunAsync(Uri baseAddress, IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = baseAddress };
        var example = ExampleRound.May2021();
        await WaitForPlanAsync(http, example.Plan, cancellationToken);
        if (postsExample && await IsEmptyAsync(http, cancellationToken))
        {
            await PostAsync(http, example, output, cancellationToken);
            await UntilAsync(() => IsThereAsync(http, PaperOf(example.Meeting), cancellationToken), PaperPatience, PaperPause, cancellationToken);
        }

        var status = await GetAsync<StatusDocument>(http, $"hsvo/v1/status?plan={example.Plan}", cancellationToken);
        var paper = status.Meeting is { } meeting && await IsThereAsync(http, PaperOf(meeting.Id), cancellationToken) ? PaperOf(meeting.Id) : null;
        await output.WriteLineAsync(StatusTable.Of(status));
        await output.WriteLineAsync(Links(baseAddress, status, paper));
    }

    // The plan is there when the app answers for the first time, unless storage is away just then: the app goes on trying.
    private async Task WaitForPlanAsync(HttpClient http, string plan, CancellationToken cancellationToken)
    {
        if (!await UntilAsync(() => HasPlanAsync(http, plan, cancellationToken), PlanPatience, PlanPause, cancellationToken))
        {
            throw new LocalRunException($"The plan {plan} isn't there: storage hasn't answered for {PlanPatience.TotalSeconds:0} seconds. See the setting Storage.");
        }
    }

    private async Task<bool> HasPlanAsync(HttpClient http, string plan, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(http, "hsvo/v1/plans", cancellationToken);
        return answer.StatusCode != HttpStatusCode.ServiceUnavailable
            && (await ReadAsync<PlanList>(answer, cancellationToken)).Plans.Any(p => p.Id == plan);
    }

    private async Task<bool> IsThereAsync(HttpClient http, string path, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(http, path, cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    private async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan patience, TimeSpan pause, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (!await isSo())
        {
            if (time.GetElapsedTime(started) > patience)
            {
                return false;
            }

            await Task.Delay(pause, time, cancellationToken);
        }

        return true;
    }

    private async Task<bool> IsEmptyAsync(HttpClient http, CancellationToken cancellationToken) =>
        (await GetAsync<MeetingList>(http, "hsvo/v1/meetings", cancellationToken)).Meetings.Count == 0;

    private async Task PostAsync(HttpClient http, ExampleRound example, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("Lagringen är tom: fyller den med ett exempel (påhittade svar, märkta Exempel överallt där de syns).");
        foreach (var department in example.Departments.Keys)
        {
            var isCoordinator = DevelopmentIdentities.TryFind("coordinator", department, out _, out _);
            using var answer = await SendAsync(
                http, HttpMethod.Post, "hsvo/v1/reports", example.SubmissionOf(department),
                isCoordinator ? "coordinator" : "reporter", department, cancellationToken);
            var receipt = await answer.Content.ReadFromJsonAsync<SubmissionDocument>(cancellationToken);
            await output.WriteLineAsync($"  {department}: {receipt!.Created} svar sparade");
        }

        // Last, since it says that the run is filled: one that broke off before it goes on at the next start, and stores no answer twice.
        var date = time.Today().AddDays(DaysAhead);
        using var meeting = await SendAsync(
            http, HttpMethod.Put, $"hsvo/v1/meetings/{example.Meeting}",
            new { date, agenda = new[] { new { plan = example.Plan, round = example.Round } } }, "coordinator", null, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  samråd {date:yyyy-MM-dd} (exempel) för omgång {example.Round}"));
        using var timer = await SendAsync(http, HttpMethod.Post, "admin/functions/CompileMeetingPapers", new { }, "coordinator", null, cancellationToken);
        await output.WriteLineAsync();
    }

    private async Task<T> GetAsync<T>(HttpClient http, string path, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(http, path, cancellationToken);
        return await ReadAsync<T>(answer, cancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(HttpClient http, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Create("reader"));
        return await http.SendAsync(request, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(cancellationToken))!;

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

    private static string PaperOf(string meeting) => $"hsvo/v1/meetings/{meeting}/summary";

    private string Links(Uri address, StatusDocument status, string? paper)
    {
        var paperLine = paper is null ? "" : $"""

              Sammanställning     {address}{paper} (token)
            """;
        var data = dataFolder is null ? "" : $" --data \"{dataFolder}\"";
        return $"""
              Sida                {address}
              Eget API            {address}hsvo/v1/status?plan={status.Plan.Id} (token)
              Power BI:s form     {address}v1.0/myorg/groups (token){paperLine}
              Token               dotnet run --project src/Functions -- token --role reader{data}
            Ctrl-C avslutar.
            """;
    }
}
