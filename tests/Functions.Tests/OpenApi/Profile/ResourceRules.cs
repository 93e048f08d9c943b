using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>MOG and RES: resources and what is done with them.</summary>
internal static partial class ResourceRules
{
    private static readonly string[] Verbs = ["get", "post", "put", "delete", "patch"];

    private static readonly string[] PersonalIds = ["pnr", "personalidentitynumber", "personnummer", "personnr", "ssn", "socialsecuritynumber"];

    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("MOG.01", Binding.Skall, "every path has a real verb",
            Items, i => i.Item.Any(m => Verbs.Contains(m.Key)), i => i.Path, d => d["paths"]!["/tom"] = new JsonObject { ["summary"] = "Tom", ["description"] = "Tom" }),
        ProfileRule.Each("MOG.02", Binding.Bor, "every path says two things at least of its resource",
            Items, i => i.Item.Count >= 2 && i.Item.Any(m => Verbs.Contains(m.Key)), i => i.Path, d => d["paths"]!["/api-info"]!.AsObject().Remove("summary")),
        ProfileRule.Each("RES.02", Binding.Bor, "no parameter is a personal identity number",
            v => v.Operations.SelectMany(o => o.Parameters).Where(p => p.Text("in") is "query" or "path"), p => !PersonalIds.Contains(p.Text("name").ToLowerInvariant()), p => p.Text("name"),
            d => d.ParametersOfGet()[1]!["name"] = "personnummer"),
        ProfileRule.Each("RES.06", Binding.Skall, "resources are lower case, and named by no verb",
            v => v.Paths, p => AddressRules.Literals(p).All(s => Resource().IsMatch(s) && !Verbs.Any(v => s.StartsWith(v + "-", StringComparison.Ordinal))), p => p,
            d => d.MovePath("/get-saker/{sak}")),
    ];

    private static IEnumerable<(string Path, JsonObject Item)> Items(ContractView view) => view.Paths.Select(p => (p, view.Root["paths"]![p]!.AsObject()));

    [GeneratedRegex("^[a-z0-9]+(-+[a-z0-9]+)*$")]
    private static partial Regex Resource();
}
