using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>
/// Who a request's token is of, and for a minute at most who those were of that came more than once. A dashboard sends the same one with all it asks, and to
/// check its signature takes longer than the rest of an answer that is unchanged. A key or a mapping that is taken away counts for that minute, and a token
/// never longer than it says itself.
/// </summary>
/// <param name="callers">Who the callers are.</param>
/// <param name="time">The clock.</param>
internal sealed class KnownTokens(Callers callers, TimeProvider time)
{
    // All are forgotten at once, so that to know one more costs next to nothing where each comes once.
    private Minute _minute = new(time.GetTimestamp());

    /// <summary>Says who sends the request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="anew">Whether the token is to be checked though it may be known, for its own claims.</param>
    /// <returns>Who it is, null when nobody may sign in with what was sent; and the check, which says nothing of a token that is known.</returns>
    public async Task<(SignedIn? By, AuthenticateResult Check)> SignInAsync(HttpContext http, bool anew)
    {
        var header = !anew && http.Request.Headers.Authorization is [{ } one] ? one : null;
        if (header is not null && Current.Find(header, time.GetUtcNow()) is { } known)
        {
            return (known, AuthenticateResult.NoResult());
        }

        var check = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        var by = check.Succeeded ? callers.From(check.Principal) : null;
        if (header is not null && by is not null && check.Properties!.ExpiresUtc is { } end)
        {
            Current.Keep(header, by, end);
        }

        return (by, check);
    }

    // Two requests may each begin one: then a few tokens are checked once more.
    private Minute Current => time.GetElapsedTime(_minute.Began) < Minute.Length ? _minute : _minute = new(time.GetTimestamp());

    /// <summary>The tokens of one minute, by a short hash that is another in each process.</summary>
    private sealed class Minute(long began)
    {
        public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

        // When there are more, those that come are checked each time.
        private const int Max = 10_000;

        private const int HashedEnd = 32;

        // Null of one that has come once: where it never comes again, its long hash is made for nothing.
        private readonly ConcurrentDictionary<int, Known?> _tokens = new();
        private int _count;

        public long Began => began;

        public SignedIn? Find(string header, DateTimeOffset now) =>
            _tokens.GetValueOrDefault(ShortHash(header)) is { } known && now < known.End && known.Is(header) ? known.By : null;

        public void Keep(string header, SignedIn by, DateTimeOffset end)
        {
            var hash = ShortHash(header);
            if (_tokens.ContainsKey(hash))
            {
                _tokens[hash] = new(Known.LongHash(header), by, end);
            }
            else if (_count < Max && _tokens.TryAdd(hash, null))
            {
                // Counted here: the dictionary's own count stops all who write to it.
                Interlocked.Increment(ref _count);
            }
        }

        // A token ends with its signature, which is its own.
        private static int ShortHash(string header) => string.GetHashCode(header.AsSpan(Math.Max(0, header.Length - HashedEnd)));
    }

    /// <summary>A good token, which itself isn't to lie about in memory, since it opens doors.</summary>
    private sealed record Known(byte[] Hash, SignedIn By, DateTimeOffset End)
    {
        public bool Is(string header) => CryptographicOperations.FixedTimeEquals(Hash, LongHash(header));

        public static byte[] LongHash(string header) => SHA256.HashData(Encoding.UTF8.GetBytes(header));
    }
}
