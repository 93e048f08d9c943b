using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>UFN: how addresses are written.</summary>
internal static partial class AddressRules
{
    private const int MaxAddress = 2048;

    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("UFN.01", Binding.Bor, "a server is {protocol}://{domain}/{api}/{version}",
            v => v.Servers, s => ApiRoot().IsMatch(s), s => s, d => d["servers"]![0]!["url"] = "https://saker.example.org/v1"),
        ProfileRule.Each("UFN.02", Binding.Skall, "a server is https on port 443",
            v => v.Servers, s => Uri.TryCreate(s.Replace("{host}", "host", StringComparison.Ordinal), UriKind.Absolute, out var u) && u is { Scheme: "https", Port: 443 }, s => s,
            d => d["servers"]![0]!["url"] = "https://saker.example.org:8443/saker/v1"),
        ProfileRule.Each("UFN.05", Binding.Bor, "an address has at most 2048 characters",
            v => v.Servers.SelectMany(s => v.Operations.Select(o => s + o.Path + "?" + string.Join('&', o.Parameters.Select(p => p.Text("name") + "=")))),
            a => a.Length <= MaxAddress, a => a[..100], d => d.MovePath("/" + new string('a', 2040) + "/{sak}")),
        ProfileRule.Each("UFN.07", Binding.Skall, "paths are written with a-z, 0-9, hyphen, stop and tilde",
            v => v.Servers.Select(s => s["https:".Length..]).Concat(v.Paths), p => Letters().IsMatch(Template().Replace(p, "")), p => p, d => d.MovePath("/saker-på-väg/{sak}")),
        ProfileRule.Each("UFN.08", Binding.Skall, "words are parted by hyphens only",
            v => v.Paths, p => Literals(p).All(s => Hyphenated().IsMatch(s)), p => p, d => d.MovePath("/stora.saker/{sak}")),
        ProfileRule.Each("UFN.09", Binding.Skall, "no blank or underscore stands in an address",
            v => v.Servers.Concat(v.Paths).Concat(v.Operations.SelectMany(o => o.Parameters.Where(p => p.Text("in") == "path").Select(p => p.Text("name")))),
            a => !a.Contains('_', StringComparison.Ordinal) && !a.Any(char.IsWhiteSpace), a => a, d => d.ParametersOfGet()[1]!["name"] = "sak_id"),
    ];

    public static IEnumerable<string> Literals(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => !s.StartsWith('{'));

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[^/]+/[^/]+/v[0-9]+/?$")]
    private static partial Regex ApiRoot();

    [GeneratedRegex(@"^[a-z0-9/.~-]+$")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Template();

    [GeneratedRegex("^[^-,._~]+(-[^-,._~]+)*$")]
    private static partial Regex Hyphenated();
}
