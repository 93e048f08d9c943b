namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>SPA: a call can be followed from system to system.</summary>
internal static class TraceRules
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        ProfileRule.Each("SPA.02", Binding.Skall, "every operation takes traceparent",
            v => v.Operations, o => o.Headers.Any(h => h.Text("name").Equals("traceparent", StringComparison.OrdinalIgnoreCase)), o => o.Name, d => d.ParametersOfGet().RemoveAt(0)),
        ProfileRule.Each("SPA.04", Binding.Bor, "every answer has traceparent",
            v => v.Operations.SelectMany(o => o.Responses.Select(r => (Place: $"{o.Name} {r.Status}", r.Response))), r => r.Response["headers"]?["traceparent"]?["schema"] is not null, r => r.Place,
            d => d.Answer()["headers"]!.AsObject().Remove("traceparent")),
    ];
}
