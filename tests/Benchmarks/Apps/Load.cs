using System.Net;

namespace Hsvo.Benchmarks.Apps;

/// <summary>Many requests over a few connections.</summary>
internal static class Load
{
    /// <summary>How many each call sends.</summary>
    public const int Requests = 2000;

    private const int Connections = 8;

    /// <summary>Sends so many GETs and reads each answer to its end.</summary>
    /// <exception cref="InvalidOperationException">An answer had another status.</exception>
    public static Task GetAsync(HttpClient client, string path, HttpStatusCode expected, params (string Name, string Value)[] headers) =>
        GetAsync(client, path, expected, null, headers);

    /// <summary>The same with a token for each of them; null for the client's own.</summary>
    public static Task GetAsync(HttpClient client, string path, HttpStatusCode expected, string[]? tokens, params (string Name, string Value)[] headers)
    {
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(() => ManyAsync(connection))));

        async Task ManyAsync(int connection)
        {
            for (var i = connection; i < Requests; i += Connections)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (tokens is not null)
                {
                    request.Headers.Authorization = new("Bearer", tokens[i]);
                }

                foreach (var (name, value) in headers)
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }

                using var answer = await client.SendAsync(request);
                await answer.Content.ReadAsByteArrayAsync();
                if (answer.StatusCode != expected)
                {
                    throw new InvalidOperationException($"{path}: {answer.StatusCode}, not {expected}.");
                }
            }
        }
    }
}
