using System.Net;
using System.Net.Sockets;

namespace Hsvo.Functions.Notices;

/// <summary>
/// Which addresses are out on the internet. A notice goes nowhere else: whoever writes a receiver's name, or owns its domain, is not to have the app call
/// what only the app reaches: its own host, its network, or the cloud's metadata service (SSRF).
/// </summary>
internal static class PublicNetwork
{
    // IANA's special-purpose registry (RFC 6890 and later), multicast and reserved; last, what Azure answers machines at.
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "168.63.129.16/32",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Teredo and 6to4 carry IPv4 addresses of any kind.
    private static readonly IPNetwork[] Special6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(n => IPNetwork.Parse(n))];

    /// <summary>Whether an address is out on the internet.</summary>
    public static bool Holds(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Special4.Any(n => n.Contains(plain)),
            AddressFamily.InterNetworkV6 => Global6.Contains(plain) && !Special6.Any(n => n.Contains(plain)),
            _ => false,
        };
    }
}
