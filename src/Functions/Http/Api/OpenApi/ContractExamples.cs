using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>
/// The contract's examples: requests that were sent to the app, and what it answered. A test sends them and compares; lists are cut to their first rows,
/// and days and ids are made the same each time.
/// </summary>
internal static class ContractExamples
{
    private const string Prefix = "OpenApi.Examples.";

    private static readonly FrozenDictionary<string, string> All = typeof(ContractExamples).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>A function's request body; null when there is none.</summary>
    public static JsonNode? BodyOf(string function) => Find($"{function}.request.json");

    /// <summary>A function's JSON answer; null when there is none.</summary>
    public static JsonNode? AnswerOf(string function) => Find($"{function}.json");

    /// <summary>A refusal with a status; null when there is none.</summary>
    public static JsonNode? ProblemOf(int status) => Find($"problem-{status}.json");

    private static JsonNode? Find(string name) => All.GetValueOrDefault(name) is { } text ? JsonNode.Parse(text) : null;

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(ContractExamples).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
