using System.Threading.RateLimiting;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Http;

/// <summary>
/// How often each caller may ask, so that a client that runs wild doesn't take the app from the others: by object id, and by address for those who
/// aren't signed in. Each instance counts for itself.
/// </summary>
internal sealed class CallerLimits : IDisposable
{
    /// <summary>How often one who is signed in may ask, when nothing else is set.</summary>
    public const int DefaultPerMinute = 6000;

    /// <summary>How often an address may ask without sign-in, when nothing else is set.</summary>
    public const int DefaultAnonymousPerMinute = 600;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _signedIn;
    private readonly PartitionedRateLimiter<string> _anonymous;
    private readonly int _perMinute;
    private readonly int _anonymousPerMinute;

    /// <summary>Begins to count.</summary>
    /// <param name="configuration">The settings <c>RateLimit:RequestsPerMinute</c> and <c>RateLimit:AnonymousRequestsPerMinute</c>.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidOperationException">A setting is no number above zero.</exception>
    public CallerLimits(IConfiguration configuration, TimeProvider time)
    {
        _perMinute = Read(configuration, "RateLimit:RequestsPerMinute", DefaultPerMinute);
        _anonymousPerMinute = Read(configuration, "RateLimit:AnonymousRequestsPerMinute", DefaultAnonymousPerMinute);
        _signedIn = Create(_perMinute, time);
        _anonymous = Create(_anonymousPerMinute, time);
    }

    /// <summary>Counts a request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="caller">Who asks; null for one who isn't signed in.</param>
    /// <returns>Why it isn't answered; null when it is.</returns>
    public Failure? Refuse(HttpContext http, Caller? caller)
    {
        using var lease = caller is null ? _anonymous.AttemptAcquire(AddressOf(http)) : _signedIn.AttemptAcquire(caller.ObjectId);
        if (lease.IsAcquired)
        {
            return null;
        }

        var limit = caller is null ? _anonymousPerMinute : _perMinute;
        return new(FailureKind.TooManyRequests, "requests.perMinute",
            $"Du frågar för ofta: högst {limit} gånger i minuten.", $"You ask too often: at most {limit} times a minute.")
        {
            RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Minute,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _signedIn.Dispose();
        _anonymous.Dispose();
    }

    // A front adds the address that it was called from last; what stands before, a client may have written itself.
    private static string AddressOf(HttpContext http) => http.Request.Headers["X-Forwarded-For"] is [.., { Length: > 0 } forwarded]
        ? forwarded[(forwarded.LastIndexOf(',') + 1)..].Trim()
        : http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static PartitionedRateLimiter<string> Create(int perMinute, TimeProvider time) => PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.Get<string>(who, _ => new RequestWindow(time, perMinute, Minute)), StringComparer.Ordinal);

    private static int Read(IConfiguration configuration, string setting, int otherwise) => configuration[setting] is not { Length: > 0 } text
        ? otherwise
        : int.TryParse(text, out var number) && number > 0 ? number : throw new InvalidOperationException($"The setting {setting} must be a whole number above zero: '{text}'.");
}
