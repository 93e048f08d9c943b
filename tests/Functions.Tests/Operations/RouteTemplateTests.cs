using Hsvo.Functions.Http.Operations;

namespace Hsvo.Functions.Tests.Operations;

/// <summary>Which paths a route stands for.</summary>
public sealed class RouteTemplateTests
{
    private const string Value = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})/goalValues({timestamp})";

    [Theory]
    [InlineData("/v1.0/myorg/groups/g/scorecards(s)/goals(o)/goalValues(2021-05-31)")]
    [InlineData("/v1.0/myorg/groups/g/scorecards/s/goals/o/goalValues/2021-05-31")]
    [InlineData("/v1.0/myorg/groups/g/scorecards(s)/goals/o/goalValues(2021-05-31)")]
    [InlineData("/v1.0/myOrg/Groups/g/Scorecards/s/GOALS(o)/goalvalues/2021-05-31/")]
    public void A_key_stands_in_parentheses_or_as_a_segment_each_for_itself(string path)
    {
        var values = new RouteTemplate(Value, KeyStyle.ParenthesesOrSegment).Match(path);

        Assert.NotNull(values);
        Assert.Equal(("g", "s", "o", "2021-05-31"), (values["groupId"], values["scorecardId"], values["goalId"], values["TIMESTAMP"]));
    }

    [Theory]
    [InlineData("/v1.0/myorg/groups/g/scorecards/goals/o/goalValues/2021-05-31")]
    [InlineData("/v1.0/myorg/groups/g/scorecards(s)/goals(o)/goalValues()")]
    [InlineData("/v1.0/myorg/groups/g/scorecards(s)/goals(o)/goalValues/")]
    [InlineData("/v1.0/myorg/groups/g/scorecards(s)/goals(o)/goalValues(2021-05-31)/notes")]
    [InlineData("/v1.0/myorg/groups/g/scorecards(s)/goals(o)//goalValues(2021-05-31)")]
    [InlineData("/v1x0/myorg/groups/g/scorecards(s)/goals(o)/goalValues(2021-05-31)")]
    [InlineData("/v1.0/myorg/groups/g/scorecards(s)/goals(o)/goalValues(2021-05-31)\n")]
    [InlineData("")]
    public void Anything_else_is_another_path(string path) => Assert.Null(new RouteTemplate(Value, KeyStyle.ParenthesesOrSegment).Match(path));

    [Fact]
    public void A_function_is_no_key()
    {
        const string Path = "/groups/g/scorecards/GetScorecardByReportId(reportId=r)";

        Assert.Null(new RouteTemplate("groups/{groupId}/scorecards({scorecardId})", KeyStyle.ParenthesesOrSegment).Match(Path));
        Assert.Equal("r", new RouteTemplate("groups/{groupId}/scorecards/GetScorecardByReportId(reportId={reportId})", KeyStyle.ParenthesesOrSegment).Match(Path)!["reportId"]);
    }

    [Theory]
    [InlineData("/scorecards(s)/MoveGoals()")]
    [InlineData("/scorecards/s/MoveGoals")]
    public void An_actions_empty_parentheses_may_be_left_out(string path) =>
        Assert.NotNull(new RouteTemplate("scorecards({scorecardId})/MoveGoals()", KeyStyle.ParenthesesOrSegment).Match(path));

    [Theory]
    [InlineData("/odata/Goals('2.1')/plan", "plan")]
    [InlineData("/odata/Goals('2.1')/plan/rounds/", "plan/rounds")]
    [InlineData("/odata/Goals('2.1')", null)]
    public void A_route_may_take_any_number_of_segments_more(string path, string? rest) =>
        Assert.Equal(rest, new RouteTemplate("odata/{resource}/{*path}", KeyStyle.Parentheses).Match(path)?["path"].TrimEnd('/'));

    [Fact]
    public void A_door_that_has_one_style_has_no_other()
    {
        var template = new RouteTemplate("odata/Goals({key})", KeyStyle.Parentheses);

        Assert.NotNull(template.Match("/odata/Goals('2.1')"));
        Assert.Null(template.Match("/odata/Goals/2.1"));
    }
}
