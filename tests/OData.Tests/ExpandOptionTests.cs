namespace Hsvo.OData.Tests;

public sealed class ExpandOptionTests
{
    [Theory]
    [InlineData("goals", "goals")]
    [InlineData(" goals ", "goals")]
    [InlineData("goals,goals", "goals")]
    [InlineData("goals($expand=goalValues)", "goals(goalValues)")]
    [InlineData("goals($expand=goalValues,aggregations)", "goals(aggregations,goalValues)")]
    [InlineData("goals($expand=aggregations, goalValues)", "goals(aggregations,goalValues)")]
    [InlineData("goals( $expand = goalValues , aggregations )", "goals(aggregations,goalValues)")]
    [InlineData("goals($expand=goalValues),goals($expand=aggregations)", "goals(aggregations,goalValues)")]
    [InlineData("goals($expand=goalValues),goals", "goals(goalValues)")]
    [InlineData("goals,", "goals")]
    [InlineData("goals($expand=)", "goals")]
    public void What_a_scorecard_can_expand_is_read(string text, string expected)
    {
        Assert.True(ExpandOption.TryParse(ScorecardModel.Scorecard, text, out var expansion, out var error), error);
        Assert.Null(error);
        Assert.Equal(expected, InWords(expansion));
    }

    [Theory]
    [InlineData("goalValues", "goalValues")]
    [InlineData("aggregations,goalValues", "aggregations,goalValues")]
    [InlineData("goalValues, aggregations", "aggregations,goalValues")]
    public void What_a_goal_can_expand_is_read(string text, string expected)
    {
        Assert.True(ExpandOption.TryParse(ScorecardModel.Goal, text, out var expansion, out var error), error);
        Assert.Equal(expected, InWords(expansion));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(",")]
    [InlineData("values")]
    [InlineData("Goals")]
    [InlineData("id")]
    [InlineData("goalValues")]
    [InlineData("goals/goalValues")]
    [InlineData("goals($expand=notes)")]
    [InlineData("goals($expand=goals)")]
    [InlineData("goals($expand=goalValues($expand=goals))")]
    [InlineData("goals(")]
    [InlineData("goals()")]
    [InlineData("goals)")]
    [InlineData("goals($expand=goalValues")]
    [InlineData("goals($expand=goalValues))")]
    [InlineData("goals($filter=id eq '1')")]
    [InlineData("goals($expand=goalValues($filter=timestamp eq '1'))")]
    [InlineData("goals($select=id)")]
    [InlineData("goals($expand=goalValues;$select=id)")]
    [InlineData("goals($orderby=id)")]
    [InlineData("goals($top=1)")]
    [InlineData("goals($top=99999999999999999999)")]
    [InlineData("goals($skip=1)")]
    [InlineData("goals($count=true)")]
    [InlineData("goals($search=a)")]
    [InlineData("goals($levels=2)")]
    [InlineData("goals($levels=max)")]
    [InlineData("goals($compute=id as x)")]
    [InlineData("goals($apply=aggregate(id with max as x))")]
    [InlineData("goals/$ref")]
    [InlineData("goals/$count")]
    [InlineData("*")]
    [InlineData("*/$ref")]
    [InlineData("goals($expand=*)")]
    [InlineData("goals,*")]
    [InlineData("goals;goals")]
    [InlineData("goals'")]
    [InlineData("goals\u0000")]
    [InlineData("mål")]
    public void Anything_else_is_refused_with_a_message(string text)
    {
        Assert.False(ExpandOption.TryParse(ScorecardModel.Scorecard, text, out var expansion, out var error));
        Assert.Null(expansion);
        Assert.False(string.IsNullOrWhiteSpace(error));
    }

    [Fact]
    public void What_is_nested_too_deep_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("goals($expand=", 50)) + "goals" + new string(')', 50);

        Assert.False(ExpandOption.TryParse(ScorecardModel.Scorecard, text, out _, out var error));
        Assert.False(string.IsNullOrWhiteSpace(error));
    }

    [Fact]
    public void As_much_nesting_as_fits_in_a_request_is_refused_and_does_no_harm()
    {
        // Kestrel takes a request line of 8 KB.
        var text = string.Concat(Enumerable.Repeat("goals($expand=", 550)) + "goals" + new string(')', 550);

        Assert.False(ExpandOption.TryParse(ScorecardModel.Scorecard, text, out _, out _));
    }

    [Fact]
    public void A_message_names_what_is_unknown()
    {
        ExpandOption.TryParse(ScorecardModel.Scorecard, "values", out _, out var error);

        Assert.Contains("'values'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_expanded_has_nothing_below_it()
    {
        ExpandOption.TryParse(ScorecardModel.Scorecard, "goals($expand=aggregations)", out var expansion, out _);

        Assert.Null(expansion!.Of("goalValues"));
        Assert.NotNull(expansion.Of("goals")!.Of("aggregations"));
        Assert.Null(expansion.Of("goals")!.Of("goalValues"));
        Assert.Null(Expansion.None.Of("goals"));
    }

    private static string InWords(Expansion expansion) => string.Join(',', expansion.Properties
        .OrderBy(p => p.Key, StringComparer.Ordinal)
        .Select(p => p.Value.Properties.Count == 0 ? p.Key : $"{p.Key}({InWords(p.Value)})"));
}
