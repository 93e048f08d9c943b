using System.Diagnostics.CodeAnalysis;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>What a path under the service root names: rows of a set, one of them, how many there are, or a property of one.</summary>
/// <param name="Set">The set that the rows stand in.</param>
/// <param name="Target">What is asked of it.</param>
/// <param name="Key">
/// The values of a row's key, in its order; empty for the row at the other end of a navigation that leads to one. Null where no row is named.
/// </param>
public sealed record FeedPath(EntitySet Set, QueryTarget Target, IReadOnlyList<object?>? Key)
{
    private const int MaxLength = 1_000;

    // Resources that OData has beside sets (OData URL Conventions 4.01, 4.2, 4.11, 4.15, 4.16).
    private static readonly string[] NotOffered = ["$all", "$batch", "$crossjoin", "$entity"];

    /// <summary>The row that a navigation goes out from; null where the path begins with the set.</summary>
    public FeedPath? Source { get; init; }

    /// <summary>The navigation from <see cref="Source"/>.</summary>
    public string? Navigation { get; init; }

    /// <summary>The property that is asked for; null where the row is.</summary>
    public string? Property { get; init; }

    /// <summary>The address below the service root, escaped: <c>Plans('hsvo-2021')/rounds</c>.</summary>
    public string Address
    {
        get
        {
            var rows = Source is null ? Set.Name : $"{Source.Address}/{Navigation}";
            var row = Key is { Count: > 0 } key ? rows + KeyText.Of(Set, key) : rows;
            var property = Property is null ? row : $"{row}/{Property}";
            return Target switch
            {
                QueryTarget.Count => $"{property}/$count",
                QueryTarget.Value => $"{property}/$value",
                _ => property,
            };
        }
    }

    /// <summary>Reads a path with Microsoft.OData.Core's parser (OData URL Conventions 4.01, 4).</summary>
    /// <param name="model">The feed.</param>
    /// <param name="path">The path below the service root, decoded: "Goals", "Goals('x')", "Goals('x')/plan", "Goals/$count".</param>
    /// <param name="result">What it names.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParse(FeedModel model, string path, [NotNullWhen(true)] out FeedPath? result, [NotNullWhen(false)] out QueryError? error)
    {
        (result, error) = (null, null);
        if (path.Length > MaxLength)
        {
            error = new(QueryErrorKind.Malformed, null, MaxLength, $"Adressen är längre än {MaxLength} tecken.", $"The address is longer than {MaxLength} characters.");
            return false;
        }

        var segments = path.Trim('/').Split('/');
        if (NotOffered.Contains(segments[0].Split('(')[0]) || segments is [_, .., "$query"] || path.Contains("(@", StringComparison.Ordinal) || path.Contains("=@", StringComparison.Ordinal))
        {
            error = NotSupported(path);
            return false;
        }

        try
        {
            result = Of(model, Parse(model, segments, ODataUrlKeyDelimiter.Parentheses));
            error = result is null ? NotSupported(path) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What the parser says is made for those who write services; and it has slips of many kinds.
            error = FaultOf(model, path, segments);
        }

        return result is not null;
    }

    private static ODataPath Parse(FeedModel model, IEnumerable<string> segments, ODataUrlKeyDelimiter keys) =>
        new ODataUriParser(model.Edm, new Uri(string.Join('/', segments.Select(Uri.EscapeDataString)), UriKind.Relative)) { UrlKeyDelimiter = keys }.ParsePath();

    private static bool TryParse(FeedModel model, IEnumerable<string> segments, ODataUrlKeyDelimiter keys, [NotNullWhen(true)] out FeedPath? path)
    {
        path = null;
        try
        {
            path = Of(model, Parse(model, segments, keys));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What is wrong with it is told of the whole path.
        }

        return path is not null;
    }

    private static FeedPath? Of(FeedModel model, IEnumerable<ODataPathSegment> segments)
    {
        FeedPath? path = null;
        foreach (var segment in segments)
        {
            path = Next(model, path, segment);
            if (path is null)
            {
                return null;
            }
        }

        return path;
    }

    // Null where a path doesn't go on so here.
    private static FeedPath? Next(FeedModel model, FeedPath? path, ODataPathSegment segment) => (path, segment) switch
    {
        (null, EntitySetSegment first) when model.TryFindSet(first.EntitySet.Name, out var set) => new(set, QueryTarget.Collection, null),
        ({ Target: QueryTarget.Collection }, KeySegment key) =>
            path with { Target = QueryTarget.Entity, Key = [.. path.Set.KeyNames.Select(name => Value(path.Set, key, name))] },
        ({ Target: QueryTarget.Collection }, CountSegment) => path with { Target = QueryTarget.Count },
        ({ Target: QueryTarget.Entity }, NavigationPropertySegment to) when model.TryFindSet(to.NavigationSource.Name, out var set) =>
            to.NavigationProperty.TargetMultiplicity() == EdmMultiplicity.Many
                ? new(set, QueryTarget.Collection, null) { Source = path, Navigation = to.NavigationProperty.Name }
                : new(set, QueryTarget.Entity, []) { Source = path, Navigation = to.NavigationProperty.Name },
        ({ Target: QueryTarget.Entity }, PropertySegment property) => path with { Target = QueryTarget.Property, Property = property.Property.Name },
        ({ Target: QueryTarget.Property }, ValueSegment) => path with { Target = QueryTarget.Value },

        // A cast to what the rows are anyway.
        ({ Target: QueryTarget.Collection or QueryTarget.Entity }, TypeSegment cast) when cast.EdmType.AsElementType() == path.Set.EdmType => path,
        _ => null,
    };

    private static object Value(EntitySet set, KeySegment key, string name) =>
        Constants.Of(key.Keys.Single(k => k.Key == name).Value, EdmTypes.TypeOf(set.PropertyNamed(name).Edm.Type)!);

    // The first segment that can't be read is at fault: its key, if it is right without it. Keys as segments are OData too, if not here.
    private static QueryError FaultOf(FeedModel model, string path, string[] segments)
    {
        var (place, start) = (0, 0);
        FeedPath? before = null;
        while (place < segments.Length - 1 && TryParse(model, segments.Take(place + 1), ODataUrlKeyDelimiter.Parentheses, out var next))
        {
            (before, start) = (next, start + segments[place++].Length + 1);
        }

        var open = segments[place].IndexOf('(', StringComparison.Ordinal);
        if (open >= 0 && TryParse(model, [.. segments.Take(place), segments[place][..open]], ODataUrlKeyDelimiter.Parentheses, out var rows) && rows.Target == QueryTarget.Collection)
        {
            var keys = string.Join(", ", rows.Set.Properties.Where(p => p.IsKey).Select(p => $"{p.Name} ({p.Edm.Type.FullName()})"));
            return new(
                QueryErrorKind.Malformed,
                null,
                start + open,
                $"Nyckeln går inte att läsa. En rad i {rows.Set.Name} anges med sin nyckel inom parentes: {keys}.",
                $"The key can't be read. A row of {rows.Set.Name} is named by its key in parentheses: {keys}.");
        }

        if (before is null)
        {
            var sets = string.Join(", ", model.Sets.Select(s => s.Name));
            return new(QueryErrorKind.NotFound, null, null, $"Det finns inget som heter '{path}'. Tabellerna är: {sets}.", $"There is nothing called '{path}'. The sets are: {sets}.");
        }

        var name = segments[place];
        return before.Set.EdmType.FindProperty(name) is null && TryParse(model, segments, ODataUrlKeyDelimiter.Slash, out _)
            ? NotSupported(path)
            : new(QueryErrorKind.NotFound, null, start, $"{before.Address} har inget som heter '{name}'.", $"{before.Address} has nothing called '{name}'.");
    }

    private static QueryError NotSupported(string path) => new(
        QueryErrorKind.NotSupported, null, null, $"Tjänsten har inte adresser som '{path}'.", $"The service doesn't support addresses such as '{path}'.");
}
