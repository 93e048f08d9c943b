using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Reads <c>$expand</c>, and <c>expand</c> without the sign as Power BI documents it for a single goal.</summary>
internal static class ExpandQuery
{
    public static Outcome<Expansion> Read(HttpRequest request, QueryableType type)
    {
        if (!QueryOptions.Read(request, "$expand", "expand").Succeeded(out var query, out var failure))
        {
            return failure;
        }

        if (query.Count == 0)
        {
            return Expansion.None;
        }

        if (query.Count > 1)
        {
            return Malformed("Ange $expand en gång.", "Give $expand once.");
        }

        return ExpandOption.TryParse(type, query.Values.Single(), out var expansion, out var error)
            ? expansion
            : Malformed("Det går inte att expandera så.", error);
    }

    private static Failure Malformed(string swedish, string english) =>
        new(FailureKind.Malformed, "query.expand", "Frågan kan inte besvaras som den är ställd.", "The query can't be answered as asked.")
        {
            Faults = [new("query.expand", "$expand", swedish, english)],
        };
}
