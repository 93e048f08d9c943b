using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Contracts.PowerBI;
using Hsvo.OData;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Cuts documents to what <c>$select</c> names, on every level of <c>$expand</c>. What is expanded stays, and so do annotations.</summary>
internal static class SelectedProperties
{
    /// <summary>A list, cut.</summary>
    public static object Of<T>(Envelope<T> list, Query query)
    {
        if (!Selects(query))
        {
            return list;
        }

        var json = JsonSerializer.SerializeToNode(list, Json.PowerBI)!;
        CutRows(json["value"]!, query);
        return json;
    }

    /// <summary>One row, cut.</summary>
    public static object Of<T>(T row, Query query)
        where T : class
    {
        if (!Selects(query))
        {
            return row;
        }

        var json = JsonSerializer.SerializeToNode(row, Json.PowerBI)!.AsObject();
        Cut(json, query);
        return json;
    }

    private static bool Selects(Query query) => query.Selected is not null || query.Expanded.Any(e => Selects(e.Query));

    private static void CutRows(JsonNode rows, Query query)
    {
        foreach (var row in rows.AsArray())
        {
            Cut(row!.AsObject(), query);
        }
    }

    private static void Cut(JsonObject row, Query query)
    {
        if (query.Selected is { } selected)
        {
            var kept = selected.Concat(query.Expanded.Select(e => e.Name)).ToHashSet(StringComparer.Ordinal);
            foreach (var name in row.Select(p => p.Key).Where(n => !n.Contains('@', StringComparison.Ordinal) && !kept.Contains(n)).ToList())
            {
                row.Remove(name);
            }
        }

        foreach (var (name, below) in query.Expanded)
        {
            if (row[name] is { } rows)
            {
                CutRows(rows, below);
            }
        }
    }
}
