using System.Diagnostics.CodeAnalysis;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Hsvo.OData;

/// <summary>What a path under the service root names: a set, one row by its key, or a set's number of rows.</summary>
/// <param name="Set">The set.</param>
/// <param name="Target">What is asked of it.</param>
/// <param name="Key">The values of the key, in its order; null but for one row.</param>
public sealed record FeedPath(EntitySet Set, QueryTarget Target, IReadOnlyList<object?>? Key)
{
    private const int MaxLength = 1_000;

    /// <summary>Reads a path with Microsoft.OData.Core's parser (OData URL Conventions 4.01, 4).</summary>
    /// <param name="model">The feed.</param>
    /// <param name="path">The path below the service root, decoded: "Goals", "Goals('x')", "Goals/$count".</param>
    /// <param name="result">What it names.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParse(FeedModel model, string path, [NotNullWhen(true)] out FeedPath? result, [NotNullWhen(false)] out QueryError? error)
    {
        (result, error) = (null, null);
        if (path.Length > MaxLength)
        {
            error = Malformed(MaxLength, "för lång", "too long");
            return false;
        }

        try
        {
            var escaped = string.Join('/', path.Trim('/').Split('/').Select(Uri.EscapeDataString));
            var parser = new ODataUriParser(model.Edm, new Uri(escaped, UriKind.Relative)) { UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses };
            if (Of(model, [.. parser.ParsePath()]) is { } found)
            {
                result = found;
                return true;
            }

            error = new(
                QueryErrorKind.NotSupported, null, null, $"Tjänsten har inte adresser som '{path}'.", $"The service doesn't support addresses such as '{path}'.");
        }
        catch (ODataUnrecognizedPathException)
        {
            error = new(QueryErrorKind.NotFound, null, null, $"Det finns inget som heter '{path}'.", $"There is nothing called '{path}'.");
        }
        catch (ODataException e)
        {
            error = Malformed(FaultPosition.In(path, e.Message), "inte möjlig att läsa", $"not readable: {e.Message}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            error = Malformed(null, "inte möjlig att läsa", "not readable");
        }

        return false;
    }

    private static FeedPath? Of(FeedModel model, IReadOnlyList<ODataPathSegment> segments)
    {
        if (segments is not [EntitySetSegment first, ..] || !model.TryFindSet(first.EntitySet.Name, out var set))
        {
            return null;
        }

        return segments switch
        {
            [_] => new(set, QueryTarget.Collection, null),
            [_, CountSegment] => new(set, QueryTarget.Count, null),
            [_, KeySegment key] => new(set, QueryTarget.Entity, [.. set.KeyNames.Select(name => Value(set, key, name))]),
            _ => null,
        };
    }

    private static object Value(EntitySet set, KeySegment key, string name) =>
        Constants.Of(key.Keys.Single(k => k.Key == name).Value, EdmTypes.TypeOf(set.PropertyNamed(name).Edm.Type)!);

    private static QueryError Malformed(int? position, string swedish, string english) =>
        new(QueryErrorKind.Malformed, null, position, $"Adressen är {swedish}.", $"The address is {english}.");
}
