using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>
/// Who the good tokens of the last minute are of. A dashboard sends the same one with all it asks, and to check its signature takes as long as the rest of an
/// answer that is unchanged. A key or a mapping that is taken away counts for that minute at most, and a token never longer than it says itself.
/// </summary>
/// <param name="callers">Who the callers are.</param>
/// <param name="time">The clock.</param>
internal sealed class KnownTokens(Callers callers, TimeProvider time)
{
    private const int Max = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Who sends the request, when its token is known; null when it has to be checked.</summary>
    public SignedIn? Find(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && _known.TryGetValue(HashOf(header), out var known) && time.GetUtcNow() < known.Until ? known.By : null;

    /// <summary>Who sends the request, its token checked just now and good; known from now on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">What the check found.</param>
    /// <returns>Who it is; null when nobody may sign in with the token, good as it is.</returns>
    public SignedIn? Keep(HttpRequest request, AuthenticationTicket token)
    {
        var by = callers.From(token.Principal);
        if (by is not null && request.Headers.Authorization is [{ } header] && token.Properties.ExpiresUtc is { } end)
        {
            var now = time.GetUtcNow();
            MakeRoom(now);
            _known[HashOf(header)] = new(by, end < now + Minute ? end : now + Minute);
        }

        return by;
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_known.Count < Max)
        {
            return;
        }

        foreach (var known in _known.Where(k => k.Value.Until <= now))
        {
            _known.TryRemove(known);
        }

        if (_known.Count >= Max)
        {
            _known.Clear();
        }
    }

    // What opens doors is not to lie about in memory.
    private static string HashOf(string header) => Convert.ToBase64String(SHA256.HashData(MemoryMarshal.AsBytes(header.AsSpan())));

    private sealed record Known(SignedIn By, DateTimeOffset Until);
}
