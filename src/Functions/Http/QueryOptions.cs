using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http;

/// <summary>Reads query options. One that a route doesn't know fails: it is never ignored, or else a client would trust an answer to another question.</summary>
internal static class QueryOptions
{
    /// <summary>Reads the options a route knows, each at most once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The names, matched exactly.</param>
    public static Outcome<IReadOnlyDictionary<string, string>> Read(HttpRequest request, params string[] known)
    {
        var faults = new List<Fault>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in request.Query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var choices = known.Length == 0 ? "–" : string.Join(", ", known);
                faults.Add(new("query.unknown", name, $"Frågeparametern finns inte här; de som finns: {choices}.",
                    $"There is no such query option here; there are: {choices}."));
            }
            else if (values.Count != 1)
            {
                faults.Add(new("query.repeated", name, "Frågeparametern får stå en gång.", "The query option may stand once."));
            }
            else
            {
                options[name] = values[0] ?? "";
            }
        }

        return faults.Count == 0
            ? options
            : new Failure(FailureKind.Malformed, "query.invalid", "Frågan kan inte besvaras som den är ställd.", "The query can't be answered as asked.")
            {
                Faults = faults,
            };
    }
}
