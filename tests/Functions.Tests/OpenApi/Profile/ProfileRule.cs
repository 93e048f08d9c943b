using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.OpenApi.Profile;

/// <summary>How binding a rule is: SKALL breaks the build, BÖR holds but for what is listed with its reason.</summary>
internal enum Binding
{
    Skall,
    Bor,
}

/// <summary>One rule of DIGG's national REST API profile, as far as an OpenAPI document can show it.</summary>
/// <param name="Id">Its id in the profile, "DOK.08".</param>
/// <param name="Binding">How binding it is.</param>
/// <param name="Says">What it asks.</param>
/// <param name="Faults">Where a document doesn't do that.</param>
/// <param name="Break">Makes a good document one that doesn't.</param>
internal sealed record ProfileRule(string Id, Binding Binding, string Says, Func<ContractView, IEnumerable<string>> Faults, Action<JsonObject> Break)
{
    public static IReadOnlyList<ProfileRule> All { get; } =
    [
        .. DocumentationRules.All, .. TimeRules.All, .. AddressRules.All, .. MessageRules.All, .. RequestRules.All, .. FailureRules.All, .. VersionRules.All, .. QueryRules.All,
        .. SecurityRules.All, .. ResourceRules.All, .. TraceRules.All,
    ];

    /// <summary>The rule and how binding it is, since one id may have both kinds.</summary>
    public override string ToString() => $"{Id} {Binding}";

    /// <summary>A rule on each of some things.</summary>
    public static ProfileRule Each<T>(
        string id, Binding binding, string says, Func<ContractView, IEnumerable<T>> things, Func<T, bool> holds, Func<T, string> name, Action<JsonObject> breakIt) =>
        new(id, binding, says, view => things(view).Where(t => !holds(t)).Select(name), breakIt);

    /// <summary>A rule on the document as a whole.</summary>
    public static ProfileRule Whole(string id, Binding binding, string says, Func<ContractView, bool> holds, Action<JsonObject> breakIt) =>
        new(id, binding, says, view => holds(view) ? [] : ["the document"], breakIt);
}

/// <summary>Reading JSON that may lack anything.</summary>
internal static class JsonReading
{
    public static string Text(this JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static bool HasText(this JsonNode? node, params string[] names) => names.All(n => !string.IsNullOrWhiteSpace(node.Text(n)));
}
