using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;

namespace Hsvo.Functions.Http;

/// <summary>
/// Who the good tokens of the last minute are of. A dashboard sends the same one with all it asks, and to check its signature takes as long as the rest of an
/// answer that is unchanged. A key or a mapping that is taken away counts for that minute at most, and a token never longer than it says itself.
/// </summary>
/// <param name="callers">Who the callers are.</param>
/// <param name="time">The clock.</param>
internal sealed class KnownTokens(Callers callers, TimeProvider time) : IDisposable
{
    // When there are more, those that come are checked each time.
    private const int Max = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Max });

    /// <summary>Who sends the request, when its token is known; null when it has to be checked.</summary>
    public SignedIn? Find(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && _known.TryGetValue(HashOf(header), out Known? known) && time.GetUtcNow() < known!.Until ? known.By : null;

    /// <summary>Who sends the request, its token checked just now and good; known from now on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">What the check found.</param>
    /// <returns>Who it is; null when nobody may sign in with the token, good as it is.</returns>
    public SignedIn? Keep(HttpRequest request, AuthenticationTicket token)
    {
        var by = callers.From(token.Principal);
        if (by is not null && request.Headers.Authorization is [{ } header] && token.Properties.ExpiresUtc - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            var kept = left < Minute ? left : Minute;
            _known.Set(HashOf(header), new Known(by, time.GetUtcNow() + kept), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = kept });
        }

        return by;
    }

    /// <inheritdoc/>
    public void Dispose() => _known.Dispose();

    // What opens doors is not to lie about in memory.
    private static string HashOf(string header) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(header)));

    private sealed record Known(SignedIn By, DateTimeOffset Until);
}
