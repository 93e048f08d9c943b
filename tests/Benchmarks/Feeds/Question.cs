using System.Globalization;

namespace Hsvo.Benchmarks.Feeds;

/// <summary>A question to all three feeds.</summary>
/// <param name="What">What is asked.</param>
/// <param name="OData">The address below an OData feed's root, for a number that makes the question another one.</param>
/// <param name="Handwritten">The same of the hand-written endpoint.</param>
internal sealed record Question(string What, Func<int, string> OData, Func<int, string> Handwritten)
{
    private const string Set = "CurrentReports";

    private static readonly string[] Nodes = [.. Enumerable.Range(1, 97).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The three of the aim. Number 0 is the plain question; any other skips some rows first, so that nobody has it ready.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        new("$top=100", n => $"{Set}?$top=100{Skip(n)}", n => $"first?skip={n}"),
        new("two equalities, $top=100",
            n => $"{Set}?$filter=departmentId%20eq%20%27{Department(n)}%27%20and%20roundId%20eq%20%27{Round(n)}%27&$top=100{Skip(n)}",
            n => $"equal?department={Department(n)}&round={Round(n)}&skip={n}"),
        new("startswith, $orderby, $count, $top=50",
            n => $"{Set}?$filter=startswith(nodeId,%271.1.i{Node(n)}%27)&$orderby=statusId%20desc,reportKey&$count=true&$top=50{Skip(Few(n))}",
            n => $"sorted?prefix=1.1.i{Node(n)}&skip={Few(n)}"),
    ];

    private static string Skip(int n) => n == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"&$skip={n}");

    private static string Department(int n) => FeedRows.Departments[n % FeedRows.Departments.Count];

    private static string Round(int n) => FeedRows.Rounds[n / 4 % FeedRows.Rounds.Count];

    private static int Few(int n) => n / Nodes.Length % 41;

    private static string Node(int n) => Nodes[n % Nodes.Length];
}
