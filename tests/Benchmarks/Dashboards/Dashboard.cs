using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Hsvo.Benchmarks.Dashboards;

/// <summary>
/// One dashboard that refreshes: it asks for what it shows with the entity tags that it has, compressed, and follows the pages' next links. What it is answered
/// is read to the end.
/// </summary>
/// <param name="client">Shared by all dashboards of a server; each has a connection of its own, since it asks one thing at a time.</param>
/// <param name="addresses">What it shows.</param>
internal sealed class Dashboard(HttpClient client, IReadOnlyList<string> addresses)
{
    private const int MaxPages = 20;

    private static readonly byte[] NextLink = Encoding.ASCII.GetBytes("\"@odata.nextLink\":\"");

    private readonly Dictionary<string, (EntityTagHeaderValue Tag, string? Next)> _known = new(StringComparer.Ordinal);

    /// <summary>Refreshes until it is told to stop.</summary>
    public async Task RefreshAsync(LoadRound round)
    {
        while (!round.IsOver)
        {
            foreach (var address in addresses)
            {
                string? next = address;
                for (var page = 0; next is not null && page < MaxPages && !round.IsOver; page++)
                {
                    next = await AskAsync(next, round);
                }
            }
        }
    }

    private async Task<string?> AskAsync(string address, LoadRound round)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute));
        var isKnown = _known.TryGetValue(address, out var known);
        if (isKnown)
        {
            request.Headers.IfNoneMatch.Add(known.Tag);
        }

        var begun = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadAsByteArrayAsync();
            round.Count(answer.StatusCode, Stopwatch.GetElapsedTime(begun), body.Length);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return known.Next;
            }

            var next = NextOf(body);
            if (answer.Headers.ETag is { } tag)
            {
                _known[address] = (tag, next);
            }

            return next;
        }
        catch (HttpRequestException)
        {
            round.Count(HttpStatusCode.ServiceUnavailable, Stopwatch.GetElapsedTime(begun), 0);
            return null;
        }
    }

    private static string? NextOf(ReadOnlySpan<byte> body)
    {
        var at = body.LastIndexOf(NextLink);
        return at < 0 ? null : Encoding.UTF8.GetString(body[(at + NextLink.Length)..] is var rest ? rest[..rest.IndexOf((byte)'"')] : []).Replace("\\u0026", "&", StringComparison.Ordinal)
            .Replace("\\u0027", "'", StringComparison.Ordinal);
    }
}
