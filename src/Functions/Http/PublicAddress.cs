using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hsvo.Functions.Http;

/// <summary>
/// The address that clients reach the app by. In Azure a front may end TLS and rename the host, and what it was called by doesn't reach the worker:
/// so the setting <c>PublicBaseAddress</c> says it. Without it, links begin as the request did.
/// </summary>
internal sealed class PublicAddress
{
    private const string Setting = "PublicBaseAddress";

    private readonly string? _base;

    private PublicAddress(string? address) => _base = address;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It is no absolute https address.</exception>
    public static PublicAddress Read(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return new(null);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address is { Query: "", Fragment: "" }
            ? new(address.AbsoluteUri.TrimEnd('/'))
            : throw new InvalidOperationException($"The setting {Setting} must be an absolute https address without query: '{text}'.");
    }

    /// <summary>What links begin with where nobody has asked, without a slash at its end; null without the setting.</summary>
    public string? Base => _base;

    /// <summary>What every link begins with, without a slash at its end.</summary>
    public string BaseOf(HttpRequest request) => _base ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}
