using System.Text.Json;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Http;

/// <summary>Reads a status sent along: by our name ("atRisk") or by Power BI's id (2).</summary>
internal static class AssessmentReader
{
    private static readonly string Names = string.Join(", ", Enum.GetValues<Status>().Select(s => $"{s.Name()} ({(int)s})"));

    /// <summary>The status in a field; null when absent, or wrong and then with a fault.</summary>
    public static Status? Read(JsonFields fields, string name) => fields.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text when StatusFacts.FromName(text.GetString()!) is { } status => status,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var id) && Enum.IsDefined((Status)id) => (Status)id,
        _ => fields.WrongType<Status?>(name, $"ett av: {Names}", $"one of: {Names}"),
    };
}
