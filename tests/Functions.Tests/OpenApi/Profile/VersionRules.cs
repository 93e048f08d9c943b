using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>VER: which version an API is.</summary>
internal static partial class VersionRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("VER.05", Binding.Bor, "the address has the first number of the version, v1",
            v => v.Servers, s => s.Split('/').Any(Version().IsMatch), s => s, d => d["servers"]![0]!["url"] = "https://saker.example.org/saker/v1.2"),
        ProfileRule.Whole("VER.06", Binding.Skall, "/api-info is at the API's root", v => v.Paths.Contains("/api-info"), d => d["paths"]!.AsObject().Remove("/api-info")),
    ];

    [GeneratedRegex("^v[0-9]+$")]
    private static partial Regex Version();
}
