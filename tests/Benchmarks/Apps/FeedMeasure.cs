using System.Net;
using System.Net.Http.Headers;
using Hsvo.LocalHost;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;

namespace Hsvo.Benchmarks.Apps;

/// <summary>The status feed of our app, against a bare endpoint that hands out the same bytes behind the same token validation.</summary>
internal sealed class FeedMeasure(LocalApp app, string folder)
{
    private const int WarmUp = 8;

    // What checks a token is called first here, and is much.
    private const int WarmUpWithTokens = 40;

    private const string Feed = $"/hsvo/v1/status?plan={LargePlan.Id}&round=2021-05";

    public async Task RunAsync(string history)
    {
        using var reader = app.Client("reader");
        var (body, _) = await ReadAsync(reader, "identity");
        var (compressed, tag) = await ReadAsync(reader, "br");
        await File.WriteAllBytesAsync(Path.Combine(folder, "feed.json"), body);
        await File.WriteAllBytesAsync(Path.Combine(folder, "feed.br"), compressed);
        await using var bare = await BareProcess.StartAsync(folder);
        using var baseline = new HttpClient { BaseAddress = bare.Address };
        baseline.DefaultRequestHeaders.Authorization = reader.DefaultRequestHeaders.Authorization;

        await Interleaved.MeasureAsync(
            $"feed of {body.Length / 1024} KiB, 2,000 times, {history}",
            () => Load.GetAsync(reader, Feed, HttpStatusCode.OK),
            () => Load.GetAsync(baseline, BareApp.Path, HttpStatusCode.OK), warmUp: 3);
        await Interleaved.MeasureAsync(
            $"the same with Brotli, {compressed.Length / 1024} KiB, 2,000 times, {history}",
            () => Load.GetAsync(reader, Feed, HttpStatusCode.OK, ("Accept-Encoding", "br")),
            () => Load.GetAsync(baseline, BareApp.Path, HttpStatusCode.OK, ("Accept-Encoding", "br")), WarmUp);
        await Interleaved.MeasureAsync(
            $"the same unchanged (304), 2,000 times, {history}",
            () => Load.GetAsync(reader, Feed, HttpStatusCode.NotModified, ("If-None-Match", $"{tag}"), ("Accept-Encoding", "br")),
            () => Load.GetAsync(baseline, BareApp.Path, HttpStatusCode.NotModified, ("If-None-Match", BareApp.Tag)), WarmUp);

        // Ours knows a good token for a minute. Here it checks one with each request, as the baseline does.
        var (tokens, ours, theirs) = (TokensFor(WarmUpWithTokens + Interleaved.Rounds), 0, 0);
        await Interleaved.MeasureAsync(
            $"the same with a token of its own each (304), 2,000 times, {history}",
            () => Load.GetAsync(reader, Feed, HttpStatusCode.NotModified, tokens[ours++], ("If-None-Match", $"{tag}"), ("Accept-Encoding", "br")),
            () => Load.GetAsync(baseline, BareApp.Path, HttpStatusCode.NotModified, tokens[theirs++], ("If-None-Match", BareApp.Tag)), WarmUpWithTokens);
    }

    // For so many rounds, made before they are asked for: to sign one takes longer than to check it. One reader's, each with another name in it.
    private string[][] TokensFor(int rounds)
    {
        var tokens = new DevelopmentTokens(DevelopmentKey.Open(folder), TimeProvider.System);
        var reader = DevelopmentIdentities.All.Single(i => i.Role == "reader");
        return [.. Enumerable.Range(0, rounds * Load.Requests).AsParallel().Select(i => tokens.Create(reader with { Name = $"{reader.Name} {i}" })).Chunk(Load.Requests)];
    }

    private static async Task<(byte[] Body, EntityTagHeaderValue? Tag)> ReadAsync(HttpClient reader, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Feed) { Headers = { { "Accept-Encoding", coding } } };
        using var answer = await reader.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Headers.ETag);
    }
}
