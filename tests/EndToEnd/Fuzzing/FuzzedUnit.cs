using System.Globalization;
using System.Text.Json.Nodes;
using Hsvo.Domain.Plans;
using Hsvo.Plans;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>A unit with the ids that Power BI's door has for it: each of those who ask at the same time writes for one of their own.</summary>
/// <param name="Department">The unit.</param>
/// <param name="Group">Its workspace.</param>
/// <param name="Scorecard">The plan there.</param>
/// <param name="Report">The report that shows it.</param>
/// <param name="Dataset">What takes its rows.</param>
/// <param name="Goals">The goals by their rows.</param>
internal sealed record FuzzedUnit(string Department, string Group, string Scorecard, string Report, string Dataset, IReadOnlyDictionary<string, string> Goals)
{
    /// <summary>Those who write.</summary>
    public static readonly IReadOnlyList<string> Departments = ["amn", "shs", "ubn", "osn"];

    public static readonly Plan Plan = PlanLibrary.Hsvo2021;

    /// <summary>Rows of one ja or nej that each of them owes.</summary>
    public static readonly IReadOnlyList<PlanNode> YesNoRows =
        [.. Plan.Indicators.Where(i => i.Indicator is { IsYesNo: true, Parts.Count: 0 } && Departments.All(d => Plan.Owing(i).Any(o => o.Id == d)))];

    /// <summary>Those that answers are taken back of, and that others are written for than the plan's rules: the naive reading knows neither.</summary>
    public static readonly IReadOnlyList<PlanNode> Changing = [.. YesNoRows.Where((_, i) => i % 3 == 2)];

    /// <summary>The rest, each answered in the first round before anything else is asked.</summary>
    public static readonly IReadOnlyList<PlanNode> Steady = [.. YesNoRows.Where((_, i) => i % 3 != 2)];

    /// <summary>Rows of other kinds that each of them owes: numbers, words, parts.</summary>
    public static readonly IReadOnlyList<PlanNode> OtherRows =
        [.. Plan.Indicators.Where(i => i.Indicator is { Kind: not IndicatorKind.Reference } && !YesNoRows.Contains(i) && Departments.All(d => Plan.Owing(i).Any(o => o.Id == d)))];

    /// <summary>The unit's own scorecards, each with a goal above another.</summary>
    public Queue<(string Id, string Upper, string Lower)> Own { get; } = new();

    public static string DayOf(Round round) => round.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Asks for the ids.</summary>
    public static async Task<FuzzedUnit> ReadAsync(HttpClient reporter, string department)
    {
        var group = (await ListAsync(reporter, "groups")).Single(g => !g["isReadOnly"]!.GetValue<bool>())["id"]!.GetValue<string>();
        var scorecard = (await ListAsync(reporter, $"groups/{group}/scorecards")).Single(s => (string?)s["planId"] == Plan.Id);
        var id = scorecard["id"]!.GetValue<string>();
        var goals = await ListAsync(reporter, $"groups/{group}/scorecards({id})/goals");
        return new(department, group, id, scorecard["reportId"]!.GetValue<string>(), scorecard["datasetId"]!.GetValue<string>(),
            goals.ToDictionary(g => g["nodeId"]!.GetValue<string>(), g => g["id"]!.GetValue<string>()));
    }

    private static async Task<IEnumerable<JsonNode>> ListAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri($"v1.0/myorg/{path}", UriKind.Relative)))!["value"]!.AsArray().Select(n => n!);
}
