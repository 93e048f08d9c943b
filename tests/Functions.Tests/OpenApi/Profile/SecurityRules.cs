using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>SAK: how callers are known and what is sent is kept secret.</summary>
internal static class SecurityRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("SAK.01", Binding.Skall, "servers are https", v => v.Servers, s => s.StartsWith("https://", StringComparison.Ordinal), s => s,
            d => d["servers"]![0]!["url"] = "http://saker.example.org/saker/v1"),
        ProfileRule.Each("SAK.09", Binding.Skall, "neither basic nor digest is used",
            v => v.SecuritySchemes, s => s.Text("scheme").ToLowerInvariant() is not ("basic" or "digest"), s => s.Text("scheme"), d => d.Schemes()["token"]!["scheme"] = "basic"),
        ProfileRule.Each("SAK.10", Binding.Skall, "tokens are bearer tokens",
            v => v.SecuritySchemes.Where(s => s.Text("type") == "http"), s => s.Text("scheme") == "bearer", s => s.Text("scheme"), d => d.Schemes()["token"]!["scheme"] = "hoba"),
        ProfileRule.Each("SAK.11", Binding.Skall, "who signs in by OAuth can renew the token",
            v => v.SecuritySchemes.Where(s => s.Text("type") == "oauth2"),
            s => s["flows"] is JsonObject { Count: > 0 } flows && flows.All(f => f.Key is not ("authorizationCode" or "password") || f.Value.HasText("refreshUrl")), s => "oauth2",
            d => d.Schemes()["inloggning"]!["flows"]!["authorizationCode"]!.AsObject().Remove("refreshUrl")),
        ProfileRule.Each("SAK.15", Binding.Skall, "no key stands in an address",
            Keys, k => k.Text("in") != "query", k => k.Text("name"), d => d.Schemes()["nyckel"]!["in"] = "query"),
        ProfileRule.Each("SAK.16", Binding.Skall, "keys stand in a header", Keys, k => k.Text("in") == "header", k => k.Text("name"), d => d.Schemes()["nyckel"]!["in"] = "cookie"),
        ProfileRule.Each("SAK.18", Binding.Bor, "OAuth's addresses are https",
            v => v.SecuritySchemes.SelectMany(s => s["flows"] as JsonObject ?? []).SelectMany(f => f.Value!.AsObject()).Where(m => m.Key.EndsWith("Url", StringComparison.Ordinal)),
            u => u.Value!.GetValue<string>().StartsWith("https:", StringComparison.Ordinal), u => u.Key,
            d => d.Schemes()["inloggning"]!["flows"]!["authorizationCode"]!["tokenUrl"] = "http://login.example.org/t"),
    ];

    private static IEnumerable<JsonObject> Keys(ContractView view) => view.SecuritySchemes.Where(s => s.Text("type") == "apiKey");
}
