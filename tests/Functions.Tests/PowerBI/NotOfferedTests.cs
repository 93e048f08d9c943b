using System.Net;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.UseCases;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>What Power BI knows and this app has no part in is said to be so.</summary>
[Collection(RunningApp.Collection)]
public sealed class NotOfferedTests(RunningApp app)
{
    private const string Id = "0c1d3a52-0000-5000-8000-000000000001";
    private const string Goal = $"groups/{Id}/scorecards({Id})/goals({Id})";

    public static TheoryData<string, string> Known => new()
    {
        { "GET", "dashboards" },
        { "GET", $"groups/{Id}/dashboards/{Id}/tiles" },
        { "POST", $"datasets/{Id}/executeQueries" },
        { "POST", $"groups/{Id}/datasets/{Id}/executeQueries" },
        { "GET", "reports" },
        { "POST", $"groups/{Id}/reports/{Id}/ExportTo" },
        { "GET", $"groups/{Id}/dataflows" },
        { "GET", "gateways" },
        { "GET", "apps" },
        { "POST", $"groups/{Id}/imports" },
        { "GET", "capacities" },
        { "GET", "admin/groups" },
        { "GET", "pipelines" },
        { "POST", "GenerateToken" },
        { "POST", $"groups/{Id}/reports/{Id}/GenerateToken" },
        { "POST", "groups" },
        { "POST", "datasets" },
        { "POST", $"{Goal}/RefreshGoalCurrentValue()" },
        { "POST", $"groups/{Id}/scorecards/{Id}/goals/{Id}/RefreshGoalCurrentValue" },
        { "POST", $"{Goal}/DeleteGoalTargetValueConnection()" },
        { "GET", $"{Goal}/GetRefreshHistory()" },
        { "GET", "availableFeatures(featureName='auditing')" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_known_operation_is_found_in_any_case_with_or_without_a_slash_at_its_end(string method, string path)
    {
        var found = NotOffered.Find(method, $"/v1.0/myorg/{path}");

        Assert.Equal(FailureKind.NotSupported, found?.Kind);
        Assert.Equal(found, NotOffered.Find(method, $"/V1.0/MyOrg/{path.ToUpperInvariant()}/"));
    }

    [Theory]
    [InlineData("GET", "nothing")]
    [InlineData("PUT", "dashboards")]
    [InlineData("GET", $"dashboards/{Id}/tiles/{Id}/more")]
    [InlineData("GET", "")]
    public void What_power_bi_does_not_know_is_not_found(string method, string path) => Assert.Null(NotOffered.Find(method, $"/v1.0/myorg/{path}"));

    [Fact]
    public void Nothing_outside_the_door_is_found() => Assert.All(["/v1.0/reports", "/hsvo/v1/reports", "/"], path => Assert.Null(NotOffered.Find("GET", path)));

    [Fact]
    public void Every_operation_stands_once_and_says_why_in_both_languages()
    {
        Assert.Equal(NotOffered.All.Count(), NotOffered.All.Distinct().Count());
        Assert.All(NotOfferedList.All, a => Assert.All([a.Swedish, a.English], text => Assert.EndsWith(".", text, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_that_is_offered_is_said_not_to_be()
    {
        var offered = FunctionMethods.Http.Select(f => FunctionMethods.TriggerOf(f)!)
            .SelectMany(t => t.Methods!.Select(m => (Method: m, Path: $"/{t.Route}")))
            .Where(o => !o.Path.Contains("{*", StringComparison.Ordinal));

        Assert.All(offered, o => Assert.True(NotOffered.Find(o.Method, o.Path) is null, $"{o.Method} {o.Path}"));
    }

    [Fact]
    public async Task It_is_answered_501_in_power_bis_shape_with_what_to_use_instead()
    {
        using var answer = await app.Reader.PostAsync($"/v1.0/myorg/datasets/{Id}/executeQueries", Requests.JsonContent("""{"queries":[{"query":"EVALUATE X"}]}"""));

        var error = (await answer.JsonAsync(HttpStatusCode.NotImplemented))["error"]!;
        Assert.Equal("NotImplemented", error.Text("code"));
        Assert.Contains("/odata", error.Text("message"), StringComparison.Ordinal);
    }
}
