using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Statuses;

namespace Hsvo.Functions.Papers.Text;

/// <summary>Small pieces of Swedish that several sections say.</summary>
internal static class Words
{
    /// <summary>"1 mål", "1 indikator", "3 indikatorer".</summary>
    public static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    /// <summary>"3 klar, 5 enligt plan, 2 inget läge", the best first.</summary>
    public static string Distribution(IEnumerable<Status?> statuses)
    {
        var counted = statuses.CountBy(s => s?.Badness() ?? int.MaxValue).OrderBy(c => c.Key);
        var byBadness = Enum.GetValues<Status>().ToDictionary(s => s.Badness());
        return Listed(counted.Select(c => $"{c.Value} {(byBadness.TryGetValue(c.Key, out var status) ? status.Swedish().ToLowerInvariant() : "utan läge")}"));
    }

    /// <summary>"a, b och c".</summary>
    public static string Listed(IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} och {all[^1]}";
    }

    /// <summary>"2.1.1 Det finns …": a goal or focus area by its number and text.</summary>
    public static string Name(PlanNode node) => node.Number is { } number ? $"{number} {node.Text}" : node.Text;

    /// <summary>A goal by its number and text, an indicator by its text and goal: several have the same words.</summary>
    public static string WithGoal(Plan plan, PlanNode node) => node.Kind == NodeKind.Indicator && plan.GoalOf(node).Number is { } number
        ? $"{node.Text} (mål {number})"
        : Name(node);

    /// <summary>"1 av 7"; a dash where nobody owes anything.</summary>
    public static string Of(Coverage coverage) => coverage.Owed == 0 ? "–" : coverage.ToString();

    /// <summary>What a principal is called.</summary>
    public static string Name(Principal principal) => principal switch
    {
        Principal.Kommun => "Uppsala kommun",
        Principal.Region => "Region Uppsala",
        _ => "Övriga",
    };

    /// <summary>Which numbers meet a target.</summary>
    public static string Of(TargetDirection direction) => direction switch
    {
        TargetDirection.AtLeast => "minst",
        TargetDirection.AtMost => "högst",
        TargetDirection.MoreThan => "mer än",
        TargetDirection.LessThan => "mindre än",
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
