using System.Text.RegularExpressions;
using Hsvo.Plans.Files;

namespace Hsvo.Plans.Tests;

/// <summary>A plan's source document: where its parts stand, and how its tables run in the text.</summary>
internal abstract class SourceDocument
{
    private static readonly Dictionary<string, SourceDocument> ByPlan = new(StringComparer.Ordinal)
    {
        ["hsvo-2021"] = new Hsvo2021Document(),
        ["nsu-2019"] = new Nsu2019Document(),
    };

    protected SourceDocument(string plan)
    {
        Path = PathOf(plan);
        Source = SourceText.Parse(File.ReadAllText(Path));
    }

    public string Path { get; }

    public SourceText Source { get; }

    /// <summary>Where the document says who adopted it and when.</summary>
    public abstract TextSpan Adoption { get; }

    /// <summary>Where it names the boards.</summary>
    public abstract TextSpan Boards { get; }

    /// <summary>Where it tells of the bodies.</summary>
    public abstract TextSpan Bodies { get; }

    public abstract TextSpan OverallGoal { get; }

    /// <summary>The list of focus areas and goals that opens section 2.</summary>
    public abstract TextSpan List { get; }

    /// <summary>The focus areas' sections, with their tables.</summary>
    public abstract TextSpan Sections { get; }

    /// <summary>Where what goes on in ordinary operation is named.</summary>
    public abstract TextSpan OrdinaryOperations { get; }

    /// <summary>The text that quotes must cover, in pieces that no quote crosses.</summary>
    public abstract IEnumerable<TextSpan> Pieces { get; }

    /// <summary>What isn't the plan's content and may remain: headings of other sections, tables' header rows, rules, "Mål:" and numbers in the opening list.</summary>
    public abstract IEnumerable<TextSpan> Furniture { get; }

    public static string PathOf(string document) => System.IO.Path.Combine(AppContext.BaseDirectory, "Sources", document + ".txt");

    public static SourceDocument Of(string plan) => ByPlan[plan];

    /// <summary>The boxes of a goal's tables: each a range of the text and the quotes that stand in it, in that order.</summary>
    public abstract IEnumerable<Box> Boxes(GoalEntry goal);

    /// <summary>Every place in a range where a pattern stands.</summary>
    protected IEnumerable<TextSpan> Matches(TextSpan within, Regex pattern) =>
        pattern.Matches(Source.Text[..within.End]).Where(m => m.Index >= within.Start).Select(m => new TextSpan(m.Index, m.Index + m.Length));

    protected static (string Owner, string Quote)? Responsible(GoalEntry goal, TableRow row) =>
        row.Responsible.Quote is { } who ? ($"responsible {goal.Number} row {goal.Rows.ToList().IndexOf(row) + 1}", who) : null;
}

/// <summary>A range of the text, null where the document has none, and the quotes that stand in it.</summary>
internal sealed record Box(TextSpan? Span, IReadOnlyList<(string Owner, string Quote)> Quotes);
