using System.Text.Json;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// Reads a status sent along in any of the ways that Power BI's clients write it: the id, in digits too, the REST names, the words of Power Automate
/// ("At risk", "Leave unchanged") and ours, in English and Swedish.
/// </summary>
internal static class GoalStatusReader
{
    private const string Unchanged = "leaveunchanged";

    private static readonly string Names = string.Join(", ", Enum.GetValues<Status>().Select(s => $"{(int)s} ({s})"));

    private static readonly Dictionary<string, Status> ByWord = Enum.GetValues<Status>()
        .SelectMany(s => new[] { s.Name(), s.Swedish(), $"{(int)s}" }, (status, word) => (Word: WordOf(word), status))
        .ToDictionary(p => p.Word, p => p.status, StringComparer.Ordinal);

    /// <summary>The status in a field; null when absent, left unchanged, or wrong and then with a fault.</summary>
    public static Status? Read(JsonFields fields, string name) => fields.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var id) && Enum.IsDefined((Status)id) => (Status)id,
        { ValueKind: JsonValueKind.String } text when ByWord.TryGetValue(WordOf(text.GetString()!), out var status) => status,
        { ValueKind: JsonValueKind.String } text when WordOf(text.GetString()!) == Unchanged => null,
        _ => fields.WrongType<Status?>(name, $"ett av: {Names}", $"one of: {Names}"),
    };

    // "At risk", "atRisk" and "AtRisk" are one word.
    private static string WordOf(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
