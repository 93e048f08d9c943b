using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>FNS: filters, pages and search options.</summary>
internal static partial class QueryRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("FNS.01", Binding.Skall, "options are named in one way, camelCase or snake_case",
            Options, o => Name().IsMatch(o.Name), o => o.Place, d => Add(d, "Färg")),
        ProfileRule.Each("FNS.03", Binding.Skall, "options begin with a letter", Options, o => char.IsAsciiLetter(o.Name[0]), o => o.Place, d => Add(d, "1farg")),
        ProfileRule.Each("FNS.05", Binding.Bor, "options may be left out",
            Options, o => o.Says["required"]?.GetValue<bool>() != true, o => o.Place, d => d.ParametersOfGet()[2]!["required"] = true),
        ProfileRule.Each("FNS.06", Binding.Bor, "options are written with characters safe in an address", Options, o => Safe().IsMatch(o.Name), o => o.Place, d => Add(d, "farg[0]")),
        ProfileRule.Each("FNS.07", Binding.Skall, "pages have limit beside page or offset",
            v => v.Operations.Where(IsPaged), o => o.QueryOptions.Any(q => q.Text("name") == "limit"), o => o.Name, d => d.ParametersOfGet().RemoveAt(2)),
        ProfileRule.Each("FNS.08", Binding.Skall, "page begins at 1",
            v => Options(v).Where(o => o.Name == "page"), o => o.Says["schema"]?["default"]?.GetValue<int>() == 1, o => o.Place, d => d.ParametersOfGet()[3]!["schema"]!["default"] = 0),
        ProfileRule.Each("FNS.09", Binding.Bor, "limit is 20 when it isn't said",
            v => Options(v).Where(o => o.Name == "limit"), o => o.Says["schema"]?["default"]?.GetValue<int>() == 20, o => o.Place, d => d.ParametersOfGet()[2]!["schema"]!["default"] = 100),
    ];

    private static IEnumerable<(string Place, string Name, JsonObject Says)> Options(ContractView view) =>
        view.Operations.SelectMany(o => o.QueryOptions.Select(q => ($"{o.Name} {q.Text("name")}", q.Text("name"), q)));

    private static bool IsPaged(ContractViewOperation operation) => operation.QueryOptions.Any(q => q.Text("name") is "page" or "offset");

    private static void Add(JsonObject document, string name) =>
        document.ParametersOfGet().Add(new JsonObject { ["name"] = name, ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string" } });

    [GeneratedRegex("^([a-z0-9]+(_[a-z0-9]+)*|[a-z]+([A-Z][a-z]*)*)$")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9._~-]+$")]
    private static partial Regex Safe();
}
