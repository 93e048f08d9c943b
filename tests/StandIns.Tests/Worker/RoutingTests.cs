using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.StandIns.Tests.Worker;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("/v1.0/myorg/groups/g1/scorecards(s1)/goals(m1)/goalValues(2021-05-19T00:00:00Z)", "value g1 s1 m1 2021-05-19T00:00:00Z")]
    [InlineData("/v1.0/myorg/groups/g1/scorecards%28s1%29/goals%28m1%29/goalValues%282021-05-19T00%3A00%3A00Z%29", "value g1 s1 m1 2021-05-19T00:00:00Z")]
    [InlineData("/V1.0/MyOrg/Groups/g1/ScoreCards(s1)/Goals(m1)/GoalValues(t)/", "value g1 s1 m1 t")]
    [InlineData("/v1.0/myorg/groups/g1/scorecards(s1)/goals", "goals g1 s1")]
    [InlineData("/v1.0/myorg/groups/g1/scorecards/GetScorecardByReportId(reportId=r1)", "by report r1")]
    [InlineData("/odata/$metadata", "metadata")]
    [InlineData("/odata/%24metadata", "metadata")]
    [InlineData("/odata/Goals/$count", "count Goals")]
    [InlineData("/odata/Goals", "set Goals")]
    [InlineData("/odata/named", "set named")]
    [InlineData("/hsvo/v1/anything/at/all", "rest v1/anything/at/all")]
    [InlineData("/hsvo/v1/a%2Fb", "rest v1/a%2Fb")]
    [InlineData("/hsvo", "rest ")]
    [InlineData("/", "root")]
    [InlineData("/?x=1", "root")]
    public async Task A_path_reaches_its_function(string path, string expected)
    {
        await using var host = await TestHost.StartAsync([typeof(Routes)]);

        string answer = await host.Client.GetStringAsync(path);

        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData("GET", "/v1.0/myorg/groups/g1/scorecards(s1)/MoveGoals()")]
    [InlineData("HEAD", "/odata/Goals")]
    [InlineData("GET", "/numbers/seven")]
    [InlineData("GET", "/nowhere")]
    public async Task What_no_function_answers_is_an_empty_404(string method, string path)
    {
        await using var host = await TestHost.StartAsync([typeof(Routes)]);

        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_method_that_a_route_lacks_goes_to_the_catch_all()
    {
        await using var host = await TestHost.StartAsync([typeof(Routes)]);

        using var response = await host.Client.PostAsync("/hsvo/v1/status", null);

        Assert.Equal("rest v1/status", await response.Content.ReadAsStringAsync());
        Assert.Equal("status", await host.Client.GetStringAsync("/hsvo/v1/status"));
    }

    public static class Routes
    {
        [Function("GoalValue")]
        public static IResult GoalValue(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})/goalValues({timestamp})")]
            HttpRequest request, string groupId, string scorecardId, string goalId, string timestamp) =>
            Results.Text($"value {groupId} {scorecardId} {goalId} {timestamp}");

        [Function("Goals")]
        public static Task<IResult> Goals(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals")] HttpRequest request,
            string groupId, string scorecardId) =>
            Task.FromResult(Results.Text($"goals {groupId} {scorecardId}"));

        [Function("MoveGoals")]
        public static IResult MoveGoals(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/MoveGoals()")] HttpRequest request) =>
            Results.Text("moved");

        [Function("ByReport")]
        public static IResult ByReport(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1.0/myorg/groups/{groupId}/scorecards/GetScorecardByReportId(reportId={reportId})")]
            HttpRequest request, string reportId) => Results.Text($"by report {reportId}");

        [Function("Metadata")]
        public static IResult Metadata([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/$metadata")] HttpRequest request) =>
            Results.Text("metadata");

        [Function("Set")]
        public static IResult Set([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/{set}")] HttpRequest request, string set) =>
            Results.Text($"set {set}");

        [Function("Shadowed")]
        public static IResult Shadowed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/named")] HttpRequest request) =>
            Results.Text("shadowed");

        [Function("Count")]
        public static IResult Count([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "odata/{set}/$count")] HttpRequest request, string set) =>
            Results.Text($"count {set}");

        [Function("Numbers")]
        public static IResult Numbers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{n:int}")] HttpRequest request, int n) =>
            Results.Text($"number {n}");

        [Function("Status")]
        public static IResult Status([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hsvo/v1/status")] HttpRequest request) => Results.Text("status");

        [Function("ZRest")]
        public static IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, Route = "hsvo/{*path}")] HttpRequest request, string? path) => Results.Text($"rest {path}");

        [Function("Root")]
        public static IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) => Results.Text("root");
    }
}
