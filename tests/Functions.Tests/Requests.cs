using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests;

/// <summary>What these tests ask the app again and again.</summary>
internal static class Requests
{
    public const string StatusPath = $"/hsvo/v1/status?plan={Known.Plan}";

    private const int Attempts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The answer's JSON; the request must succeed.</summary>
    public static async Task<JsonNode> JsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Posts rows of the plan through our own API.</summary>
    public static async Task<JsonNode> PostReportsAsync(this HttpClient client, params object[] rows)
    {
        using var answer = await client.PostAsJsonAsync("/hsvo/v1/reports", new { plan = Known.Plan, reports = rows });
        return await answer.JsonAsync(HttpStatusCode.OK);
    }

    /// <summary>The id of a node in a workspace.</summary>
    public static async Task<string> GoalIdAsync(this HttpClient client, string group, string scorecard, string node)
    {
        var goals = await client.JsonAsync(Known.Goals(group, scorecard));
        return goals["value"]!.AsArray().Single(g => g!.Text("nodeId") == node)!.Text("id");
    }

    public static async Task<HttpResponseMessage> GetAsync(this HttpClient client, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    /// <summary>
    /// Asks for something, and with its tag whether it is unchanged. What an earlier test stored is read back from storage within a second, which renews the tag
    /// once more: where that falls between the two, asks for both again.
    /// </summary>
    public static async Task<(HttpResponseMessage First, HttpResponseMessage Again)> AskAgainAsync(
        this HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        for (var attempt = 1; ; attempt++)
        {
            var first = await client.GetAsync(path, headers);
            var again = await client.GetAsync(path, [.. headers, ("If-None-Match", $"{first.Headers.ETag}")]);
            if (attempt == Attempts || first.Headers.ETag!.Equals(again.Headers.ETag))
            {
                return (first, again);
            }
        }
    }

    /// <summary>The plan's stored answers, each with its revision. No entity tag: an instance's own write renews that twice.</summary>
    public static async Task<string> StoredAnswersAsync(this HttpClient client) =>
        (await client.JsonAsync($"/hsvo/v1/reports?plan={Known.Plan}"))["reports"]!.ToJsonString();

    /// <summary>The app listens before its plans are stored.</summary>
    public static Task UntilPlanIsReadAsync(this HttpClient client) => client.UntilAnswerHoldsAsync(StatusPath, Known.Plan);

    /// <summary>Asks until the answer is there and holds a text, at most a minute.</summary>
    public static async Task<string> UntilAnswerHoldsAsync(this HttpClient client, string path, string text)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var answer = await client.GetAsync(path, deadline.Token);
            if (answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync(deadline.Token) is { } body && body.Contains(text, StringComparison.Ordinal))
            {
                return body;
            }

            await ticks.WaitForNextTickAsync(deadline.Token);
        }
    }

    public static HttpContent JsonContent(string json) => new StringContent(json, Encoding.UTF8, "application/json");

    public static string Text(this JsonNode node, string property) => node[property]!.GetValue<string>();

    /// <summary>A node of the status document's tree.</summary>
    public static JsonNode StatusOf(this JsonNode status, string node) => All(status["focusAreas"]!.AsArray()).Single(n => n.Text("id") == node);

    private static IEnumerable<JsonNode> All(JsonArray nodes) => nodes.SelectMany(n => All(n!["children"]!.AsArray()).Prepend(n));
}
