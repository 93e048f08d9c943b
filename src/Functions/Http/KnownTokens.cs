using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>
/// Who a request's token is of, and for a minute at most who the good ones were of. A dashboard sends the same one with all it asks, and to check its
/// signature takes longer than the rest of an answer that is unchanged. A key or a mapping that is taken away counts for that minute, and a token never
/// longer than it says itself.
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
        var key = !anew && http.Request.Headers.Authorization is [{ } header] ? KeyOf(header) : null;
        if (key is not null && Current.Find(key, time.GetUtcNow()) is { } known)
        {
            return (known, AuthenticateResult.NoResult());
        }

        var check = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        var by = check.Succeeded ? callers.From(check.Principal) : null;
        if (key is not null && by is not null && check.Properties!.ExpiresUtc is { } end)
        {
            Current.Keep(key, by, end);
        }

        return (by, check);
    }

    // Two requests may each begin one: then a few tokens are checked once more.
    private Minute Current => time.GetElapsedTime(_minute.Began) < Minute.Length ? _minute : _minute = new(time.GetTimestamp());

    // What opens doors is not to lie about in memory.
    private static string KeyOf(string header) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(header)));

    /// <summary>The tokens of one minute.</summary>
    private sealed class Minute(long began)
    {
        public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

        // When there are more, those that come are checked each time.
        private const int Max = 10_000;

        private readonly ConcurrentDictionary<string, (SignedIn By, DateTimeOffset End)> _known = new(StringComparer.Ordinal);
        private int _count;

        public long Began => began;

        public SignedIn? Find(string key, DateTimeOffset now) => _known.TryGetValue(key, out var known) && now < known.End ? known.By : null;

        public void Keep(string key, SignedIn by, DateTimeOffset end)
        {
            // Counted here: the dictionary's own count stops all who write to it.
            if (_count < Max && _known.TryAdd(key, (by, end)))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
