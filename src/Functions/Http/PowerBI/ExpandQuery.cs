using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Reads <c>$expand</c>, and <c>expand</c> without the sign as Power BI documents it for a single goal.</summary>
internal static class ExpandQuery
{
    /// <summary>The option.</summary>
    public const string Name = "$expand";

    /// <summary>The same without the sign.</summary>
    public const string Unsigned = "expand";

    public static Outcome<Expansion> Read(HttpRequest request, QueryableType type)
    {
        var query = request.Query.Where(o => o.Key is Name or Unsigned).ToList();
        if (query.Count == 0)
        {
            return Expansion.None;
        }

        if (query.Count > 1)
        {
            return Malformed("Ange $expand en gång.", "Give $expand once.");
        }

        return ExpandOption.TryParse(type, query[0].Value.ToString(), out var expansion, out var error)
            ? expansion
            : Malformed("Det går inte att expandera så.", error);
    }

    private static Failure Malformed(string swedish, string english) => QueryFailures.Of("query.expand", Name, swedish, english);
}
