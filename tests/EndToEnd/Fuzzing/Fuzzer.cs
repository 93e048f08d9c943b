using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Hsvo.Domain.Reports;
using Hsvo.LocalHost.Azurite;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>
/// Sends requests to every route in turn, two of five right and the rest with something changed, as several units at the same time. What one sends is decided by
/// the seed and by what its own unit was answered.
/// </summary>
internal sealed class Fuzzer(LocalApp app, FuzzWorld world, int seed) : IDisposable
{
    /// <summary>How long it may take until an answer begins.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // An archive is as long as its plan's log, which here grows to years' worth.
    private static readonly TimeSpan WholePatience = TimeSpan.FromMinutes(3);

    private const int LargeBody = 1_000_000;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    })
    {
        Timeout = Patience,
    };

    private readonly Random[] _randoms = [.. Enumerable.Range(0, world.Units.Count).Select(u => new Random(unchecked((seed * 31) + u)))];

    private readonly ConcurrentQueue<string> _faults = new();

    private readonly ConcurrentQueue<(ReportKey Key, int Revision, string? Comment)> _acknowledged = new();

    private readonly string _file = NewFile(seed);

    private int _answered;

    public FuzzTally Tally { get; } = new();

    /// <summary>How many were answered, what goes before others included.</summary>
    public int Answered => _answered;

    /// <summary>What was wrong with an answer, with what was sent.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>The revisions that <c>POST /hsvo/v1/reports</c> said were stored, with the comment where it was sent as it should be.</summary>
    public IReadOnlyCollection<(ReportKey Key, int Revision, string? Comment)> Acknowledged => _acknowledged;

    /// <summary>The slowest answer.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>Sends so many.</summary>
    public Task SendAsync(int requests) => Task.WhenAll(world.Units.Select((unit, u) => Task.Run(() => SendAsync(unit, _randoms[u], requests / world.Units.Count))));

    public void Dispose() => _client.Dispose();

    private static string NewFile(int seed)
    {
        var file = Path.Combine(RepositoryFolder.Root, "artifacts", "tests", $"fuzzing-{seed}.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        return file;
    }

    private async Task SendAsync(FuzzedUnit unit, Random random, int requests)
    {
        var sent = 0;
        var turns = FuzzedRoute.All.ToDictionary(r => r.Function, _ => world.Units.ToList().IndexOf(unit));
        var (valid, mutations) = (new ValidRequests(world, unit, random, SendOneAsync), new Mutations(world, random));
        while (sent < requests)
        {
            FuzzedRoute[] deck = [.. FuzzedRoute.All.SelectMany(r => Enumerable.Repeat(r, r.Weight))];
            random.Shuffle(deck);
            foreach (var route in deck.TakeWhile(_ => sent < requests))
            {
                var request = await valid.OfAsync(route);
                mutations.Apply(request, turns[route.Function]++);
                Tally.Count(request, (await SendOneAsync(request)).Status);
            }
        }

        async Task<FuzzAnswer> SendOneAsync(FuzzedRequest request)
        {
            sent++;
            return await this.SendOneAsync(request);
        }
    }

    private async Task<FuzzAnswer> SendOneAsync(FuzzedRequest request)
    {
        var begun = TimeProvider.System.GetTimestamp();
        HttpRequestMessage? message = null;
        try
        {
            message = request.ToMessage(app.Address);
            using var whole = new CancellationTokenSource(WholePatience);
            using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, whole.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(whole.Token);
            var read = new FuzzAnswer((int)answer.StatusCode, answer.Headers, answer.Content.Headers.ContentType?.MediaType, body);
            Interlocked.Increment(ref _answered);
            if (read.FaultOf(request) is { } fault)
            {
                Fail($"{fault}: {request}\n    {read.Status} {read.Text[..Math.Min(read.Text.Length, 600)]}");
            }

            Remember(request, read);
            return read;
        }
        catch (TaskCanceledException)
        {
            Fail($"no answer within {Patience}, or no end of it within {WholePatience}: {request}");
        }
        catch (HttpRequestException) when (request.Bytes?.Length > LargeBody)
        {
            // The server answers before all of it was sent, and closes.
        }
        catch (HttpRequestException e)
        {
            Fail($"{e.HttpRequestError} {e.Message}: {request}");
        }
        finally
        {
            message?.Dispose();
            var took = TimeProvider.System.GetElapsedTime(begun);
            Slowest = took > Slowest ? took : Slowest;
        }

        return new(0, new HttpResponseMessage().Headers, null, []);
    }

    // Kept in a file as they come: the long form takes a quarter of an hour.
    private void Fail(string fault)
    {
        lock (_file)
        {
            File.AppendAllText(_file, fault + Environment.NewLine);
        }

        _faults.Enqueue(fault);
    }

    private void Remember(FuzzedRequest request, FuzzAnswer answer)
    {
        if (request.IsStray || request.Route.Function != "SubmitReports" || answer.Json is not { } told || told["dryRun"]!.GetValue<bool>() || told["draft"]!.GetValue<bool>())
        {
            return;
        }

        foreach (var row in told["rows"]!.AsArray().Where(r => r!["result"]!.GetValue<string>() != "unchanged"))
        {
            var comment = request.Changes.Count == 0 ? request.Body!["reports"]![row!["row"]!.GetValue<int>()]!["comment"]!.GetValue<string>() : null;
            _acknowledged.Enqueue((new(TextOf("round"), TextOf("indicator"), TextOf("department")), row!["revision"]!.GetValue<int>(), comment));

            string TextOf(string name) => row![name]!.GetValue<string>();
        }
    }
}
