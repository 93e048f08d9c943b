using System.Net;

namespace Hsvo.Benchmarks.Apps;

/// <summary>Many requests over a few connections.</summary>
internal static class Load
{
    private const int Connections = 8;
    private const int Requests = 2000;

    /// <summary>Sends so many GETs and reads each answer to its end.</summary>
    /// <exception cref="InvalidOperationException">An answer had another status.</exception>
    public static Task GetAsync(HttpClient client, string path, HttpStatusCode expected, params (string Name, string Value)[] headers)
    {
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(ManyAsync)));

        async Task ManyAsync()
        {
            for (var i = 0; i < Requests / Connections; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
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
