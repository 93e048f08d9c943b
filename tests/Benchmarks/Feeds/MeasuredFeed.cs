using System.Diagnostics;
using System.Text.Json;

namespace Hsvo.Benchmarks.Feeds;

/// <summary>One of the feeds that are compared.</summary>
/// <param name="name">Its name.</param>
/// <param name="address">Where it is.</param>
/// <param name="root">What its paths begin with.</param>
/// <param name="token">A token, where it wants one.</param>
/// <param name="process">Its process.</param>
internal sealed class MeasuredFeed(string name, Uri address, string root, string? token, int process)
{
    private const int Connections = 8;

    public string Name => name;

    /// <summary>The answer's JSON.</summary>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var connection = await Connection.OpenAsync(address, token);
        using var document = JsonDocument.Parse(await connection.GetAsync(root + path));
        return document.RootElement.Clone();
    }

    /// <summary>Follows the next links to the end.</summary>
    /// <returns>Every row.</returns>
    public async Task<List<JsonElement>> ReadAllAsync(string path)
    {
        var rows = new List<JsonElement>();
        using var connection = await Connection.OpenAsync(address, token);
        for (var next = path; next is not null;)
        {
            using var page = JsonDocument.Parse(await connection.GetAsync(root + next));
            rows.AddRange(page.RootElement.GetProperty("value").EnumerateArray().Select(r => r.Clone()));
            next = NextOf(page.RootElement);
        }

        return rows;
    }

    /// <summary>Pages through everything once; the client looks for the next link alone.</summary>
    public Task<Cost> PageAsync(string path) => MeasureAsync(async () =>
    {
        using var connection = await Connection.OpenAsync(address, token);
        for (var next = path; next is not null;)
        {
            next = NextOf((await connection.GetAsync(root + next)).Span);
        }
    });

    /// <summary>Asks so many questions over a few connections.</summary>
    public Task<Cost> AskAsync(int times, Func<int, string> path) => MeasureAsync(() => Task.WhenAll(Enumerable.Range(0, Connections).Select(c => Task.Run(async () =>
    {
        using var connection = await Connection.OpenAsync(address, token);
        for (var i = c; i < times; i += Connections)
        {
            await connection.GetAsync(root + path(i));
        }
    }))));

    private async Task<Cost> MeasureAsync(Func<Task> work)
    {
        using var server = Process.GetProcessById(process);
        var (began, cpu) = (Stopwatch.GetTimestamp(), server.TotalProcessorTime);
        await work();
        var elapsed = Stopwatch.GetElapsedTime(began);
        server.Refresh();
        return new(elapsed, server.TotalProcessorTime - cpu);
    }

    private string? NextOf(JsonElement page) => page.TryGetProperty("@odata.nextLink", out var link) && link.GetString() is { } next ? PathOf(next) : null;

    // A page is large: what is looked for stands after the rows, or before the first.
    private string? NextOf(ReadOnlySpan<byte> page)
    {
        var at = page.LastIndexOf("\"@odata.nextLink\":\""u8);
        if (at < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(page[(at + "\"@odata.nextLink\":"u8.Length)..]);
        return reader.Read() ? PathOf(reader.GetString()!) : null;
    }

    private string PathOf(string link) => link.Contains("://", StringComparison.Ordinal) ? new Uri(link).PathAndQuery[root.Length..] : link;
}

/// <summary>What a piece of work cost.</summary>
/// <param name="Elapsed">By the clock, the client's part included.</param>
/// <param name="Cpu">The server's processor time.</param>
internal readonly record struct Cost(TimeSpan Elapsed, TimeSpan Cpu);
