using System.Collections.Frozen;
using Hsvo.Functions.Http.Operations;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// Says of a request that no function answers whether Power BI knows it: what it knows and isn't offered is said to be so, with what to use instead;
/// of anything else there is nothing to say but 404.
/// </summary>
internal static class NotOffered
{
    private const string Root = "/v1.0/myorg/";
    private const string Optional = "[groups/{groupId}/]";

    // A key is any text, and stands in parentheses or as a segment of its own.
    private const string Key = "*";

    private static readonly FrozenDictionary<(string Method, int Length), IReadOnlyList<Operation>> Operations = NotOfferedList.All
        .SelectMany(area => area.Operations.Split('\n').SelectMany(line => OperationsOf(line, area)))
        .GroupBy(o => (o.Method, o.Segments.Length))
        .ToFrozenDictionary(g => g.Key, IReadOnlyList<Operation> (g) => [.. g]);

    /// <summary>Every operation, as method and path after <c>/v1.0/myorg/</c>.</summary>
    public static IEnumerable<(string Method, string Path)> All => Operations.Values.SelectMany(o => o).Select(o => (o.Method, string.Join('/', o.Segments)));

    /// <summary>The failure of a request for an operation that Power BI knows and that isn't offered; null for any other.</summary>
    public static Failure? Find(HttpRequest request) => Find(request.Method, request.Path.Value ?? "");

    /// <summary>The failure of an operation that Power BI knows and that isn't offered; null for any other.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path from the root, in either key style.</param>
    public static Failure? Find(string method, string path)
    {
        if (!path.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var segments = SegmentsOf(path[Root.Length..]);
        return Operations.GetValueOrDefault((OperationTable.MethodOf(method).ToUpperInvariant(), segments.Length))?.FirstOrDefault(o => o.Fits(segments)) is { } found
            ? new Failure(FailureKind.NotSupported, "operation.notOffered",
                $"Power BI har detta, men det erbjuds inte här. {found.Area.Swedish}", $"Power BI has this, but it is not offered here. {found.Area.English}")
            : null;
    }

    private static IEnumerable<Operation> OperationsOf(string line, NotOfferedArea area)
    {
        var (method, path) = line.Split(' ') is [var m, var p] ? (m, p) : throw new FormatException(line);
        if (!path.StartsWith(Optional, StringComparison.Ordinal))
        {
            return [new(method, Templated(path), area)];
        }

        var rest = path[Optional.Length..];
        return [new(method, Templated(rest), area), new(method, Templated($"groups/{{groupId}}/{rest}"), area)];
    }

    private static string[] Templated(string path) => [.. SegmentsOf(path).Select(s => s.Contains('{', StringComparison.Ordinal) ? Key : s)];

    // "goals(1)/RefreshGoalCurrentValue()" and "goals/1/RefreshGoalCurrentValue" are the same operation.
    private static string[] SegmentsOf(string path) => path.Split(['/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private sealed record Operation(string Method, string[] Segments, NotOfferedArea Area)
    {
        public bool Fits(string[] segments) => Segments.Zip(segments).All(s => s.First == Key || s.First.Equals(s.Second, StringComparison.OrdinalIgnoreCase));
    }
}
