using System.Text.RegularExpressions;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>DOT: days and times, as the fields' examples show them.</summary>
internal static partial class TimeRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("DOT.02", Binding.Skall, "days and times are RFC 3339",
            v => v.Properties.Where(p => p.Schema.Text("format") is "date" or "date-time"),
            p => (p.Schema.Text("format") == "date" ? Day() : Time()).IsMatch(p.Schema.Text("example")), p => $"{p.Place}/{p.Name}", d => d.Fields()["dag"]!["example"] = "31/5 2021"),
        ProfileRule.Each("DOT.04", Binding.Bor, "times are UTC",
            v => v.Properties.Where(p => p.Schema.Text("format") == "date-time"),
            p => p.Schema.Text("example").EndsWith('Z'), p => $"{p.Place}/{p.Name}", d => d.Fields()["tid"]!["example"] = "2021-05-31T08:00:00"),
    ];

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$")]
    private static partial Regex Time();
}
