using System.Diagnostics.CodeAnalysis;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>Reads <c>$expand</c> with Microsoft.OData.Core's own parser (OData 4.01 URL Conventions, 5.1.3).</summary>
public static class ExpandOption
{
    // Deeper or longer than any model here, and far from what would cost anything.
    private const int MaxDepth = 4;
    private const int MaxCount = 20;

    /// <summary>Reads the option.</summary>
    /// <param name="type">What is expanded.</param>
    /// <param name="text">The option's value, "goals($expand=goalValues,aggregations)".</param>
    /// <param name="expansion">What it asks for.</param>
    /// <param name="error">What is wrong, in the parser's words; null when nothing is.</param>
    public static bool TryParse(QueryableType type, string text, [NotNullWhen(true)] out Expansion? expansion, [NotNullWhen(false)] out string? error)
    {
        (expansion, error) = (null, null);
        if (string.IsNullOrWhiteSpace(text) || text.Contains('*'))
        {
            error = "Name the navigation properties to expand, without '*'.";
            return false;
        }

        try
        {
            var parser = new ODataQueryOptionParser(type.Model, type.Set.EntityType(), type.Set, new Dictionary<string, string> { ["$expand"] = text })
            {
                Settings = { MaximumExpansionDepth = MaxDepth, MaximumExpansionCount = MaxCount },
            };
            return TryRead(parser.ParseSelectAndExpand(), out expansion, out error);
        }
        catch (ODataException e)
        {
            error = e.Message;
            return false;
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentException or InvalidCastException or InvalidOperationException)
        {
            // The parser's own slips, "$ref$count" for one: the text is at fault all the same.
            error = $"The option '{text}' can't be read.";
            return false;
        }
    }

    private static bool TryRead(SelectExpandClause clause, [NotNullWhen(true)] out Expansion? expansion, [NotNullWhen(false)] out string? error)
    {
        (expansion, error) = (null, null);
        var properties = new Dictionary<string, Expansion>(StringComparer.Ordinal);
        foreach (var item in clause.SelectedItems)
        {
            if (item is not ExpandedNavigationSelectItem expanded || HasOtherOptions(expanded))
            {
                error = "Only $expand may stand inside $expand.";
                return false;
            }

            if (!TryRead(expanded.SelectAndExpand, out var below, out error))
            {
                return false;
            }

            properties[expanded.PathToNavigationProperty.LastSegment.Identifier] = below;
        }

        expansion = new(properties);
        return true;
    }

    private static bool HasOtherOptions(ExpandedNavigationSelectItem item) =>
        item.FilterOption is not null || item.OrderByOption is not null || item.TopOption is not null || item.SkipOption is not null
        || item.CountOption is not null || item.SearchOption is not null || item.LevelsOption is not null || item.ApplyOption is not null
        || item.ComputeOption is not null;
}
