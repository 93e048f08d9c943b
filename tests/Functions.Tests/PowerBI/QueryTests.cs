using System.Net;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests.PowerBI;

/// <summary>What the server answers to a query is what the same query over all rows gives.</summary>
[Collection(RunningApp.Collection)]
public sealed class QueryTests(RunningApp app)
{
    private const string Groups = "/v1.0/myorg/groups";

    private static readonly string Goals = Known.Goals(Known.Samrad, Known.SamradScorecard);

    private static readonly (string Filter, Func<JsonNode, bool> Holds)[] OfGoals =
    [
        ("level eq 4", g => Level(g) == 4),
        ("level ge 1 and level lt 4", g => Level(g) is >= 1 and < 4),
        ("not (level eq 4)", g => Level(g) != 4),
        ("level in (0,2)", g => Level(g) is 0 or 2),
        ("nodeKind eq 'indicator'", g => g.Text("nodeKind") == "indicator"),
        ("nodeKind ne 'indicator' and startswith(nodeId,'2.1')", g => g.Text("nodeKind") != "indicator" && g.Text("nodeId").StartsWith("2.1", StringComparison.Ordinal)),
        ("contains(tolower(name),'samverkan')", g => g.Text("name").Contains("samverkan", StringComparison.InvariantCultureIgnoreCase)),
        ("status eq null", g => g["status"] is null),
        ("status ne null", g => g["status"] is not null),
        ("status eq 1 or status eq 2", g => g["status"]?.GetValue<int>() is 1 or 2),
        ("statusName eq 'onTrack'", g => g["statusName"]?.GetValue<string>() == "onTrack"),
        ("parentId eq null", g => g["parentId"] is null),
        ("hasStatusRules", g => g["hasStatusRules"]!.GetValue<bool>()),
        ("contains(owner,'Omsorg')", g => g["owner"]?.GetValue<string>().Contains("Omsorg", StringComparison.Ordinal) == true),
        ("startDate ge 2021-01-01T00:00:00Z and year(completionDate) eq 2021", g => Time(g, "startDate") >= Day(2021, 1, 1) && Time(g, "completionDate").Year == 2021),
        ("lastModifiedTime gt 2021-01-01T00:00:00Z", g => Time(g, "lastModifiedTime") > Day(2021, 1, 1)),
        ("rank gt 1 and length(nodeId) gt 5", g => g["rank"]!.GetValue<long>() > 1 && g.Text("nodeId").Length > 5),
        ("goalValues/any(v: v/status eq 1)", g => g["goalValues"]!.AsArray().Any(v => v!["status"]?.GetValue<int>() == 1)),
        ("aggregations/any(a: a/type eq 'Status' and a/value gt 1)", g => g["aggregations"]!.AsArray().Any(a => a!.Text("type") == "Status" && a!["value"]!.GetValue<double>() > 1)),
    ];

    public static TheoryData<string> Filters => [.. OfGoals.Select(f => f.Filter)];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_the_goals_for_which_it_holds_in_the_plans_order(string filter)
    {
        await ReportSomethingAsync();
        var all = (await app.Reader.JsonAsync($"{Goals}?$expand=goalValues,aggregations"))["value"]!.AsArray();
        var holds = OfGoals.Single(f => f.Filter == filter).Holds;

        var found = await app.Reader.JsonAsync($"{Goals}?$count=true&$filter={Uri.EscapeDataString(filter)}");

        var expected = all.Where(g => holds(g!)).Select(g => g!.Text("nodeId")).ToList();
        Assert.NotEmpty(expected);
        Assert.NotEqual(all.Count, filter.StartsWith("startDate", StringComparison.Ordinal) || filter.StartsWith("last", StringComparison.Ordinal) ? 0 : expected.Count);
        Assert.Equal(expected, found["value"]!.AsArray().Select(g => g!.Text("nodeId")));
        Assert.Equal(expected.Count, found["@odata.count"]!.GetValue<int>());
        Assert.All(found["value"]!.AsArray(), g => Assert.False(g!.AsObject().ContainsKey("goalValues")));
    }

    [Fact]
    public async Task Goals_are_sorted_by_several_keys_and_cut_by_skip_and_top()
    {
        var all = (await app.Reader.JsonAsync(Goals))["value"]!.AsArray();

        var found = (await app.Reader.JsonAsync($"{Goals}?$orderby=level desc,name&$skip=3&$top=10"))["value"]!.AsArray();

        var expected = all.OrderByDescending(g => Level(g!)).ThenBy(g => g!.Text("name"), StringComparer.Ordinal).Skip(3).Take(10);
        Assert.Equal(expected.Select(g => g!.Text("name")), found.Select(g => g!.Text("name")));
        Assert.Equal(all.Skip(100).Take(50).Select(g => g!.Text("id")), (await app.Reader.JsonAsync($"{Goals}?$skip=100&$top=50"))["value"]!.AsArray().Select(g => g!.Text("id")));
    }

    [Fact]
    public async Task Only_what_is_selected_is_there_and_the_count_only_when_asked()
    {
        var goals = await app.Reader.JsonAsync($"{Goals}?$select=name,%20level&$top=2");
        var goal = await app.Reader.JsonAsync($"{Known.Goals(Known.Amn, Known.AmnScorecard)}({Known.AmnTrained})?$select=nodeId");

        Assert.Equal(["@odata.context", "value"], goals.AsObject().Select(p => p.Key));
        Assert.All(goals["value"]!.AsArray(), g => Assert.Equal(["name", "level"], g!.AsObject().Select(p => p.Key)));
        Assert.Equal(["@odata.context", "nodeId"], goal.AsObject().Select(p => p.Key));
    }

    [Theory]
    [InlineData("$filter=name%20eq%20'Arbetsmarknadsf%C3%B6rvaltningen'", new[] { Known.Amn })]
    [InlineData("$filter=name%20eq%20'ARBETSMARKNADSF%C3%96RVALTNINGEN'", new string[0])]
    [InlineData("$filter=contains(name,'Samr%C3%A5d')", new[] { Known.Samrad })]
    [InlineData("$filter=contains(name,'Samr%C3%A5d')%20or%20name%20eq%20'Arbetsmarknadsf%C3%B6rvaltningen'", new[] { Known.Samrad, Known.Amn })]
    [InlineData("%24filter=id%20eq%20fbc7ddfd-aed1-5288-8d72-da9f8cebcee4", new[] { Known.Amn })]
    [InlineData("$filter=isReadOnly%20eq%20false", new string[0])]
    [InlineData("$top=2", new[] { Known.Samrad, Known.Amn })]
    [InlineData("$skip=1&$top=1", new[] { Known.Amn })]
    [InlineData("$top=0", new string[0])]
    public async Task Workspaces_are_looked_up_as_clients_do(string query, string[] expected)
    {
        var found = await app.Reader.JsonAsync($"{Groups}?{query}");

        Assert.Equal(expected, found["value"]!.AsArray().Select(g => g!.Text("id")));
        Assert.Equal(query.Contains("filter", StringComparison.Ordinal) ? expected.Length : 13, found["@odata.count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Scorecards_are_filtered_sorted_and_cut_too()
    {
        const string Scorecards = $"{Groups}/{Known.Samrad}/scorecards";
        var all = (await app.Reader.JsonAsync(Scorecards))["value"]!.AsArray().Select(s => s!.Text("planId")).ToList();

        var first = await app.Reader.JsonAsync($"{Scorecards}?$top=1");
        var found = await app.Reader.JsonAsync($"{Scorecards}?$filter=startswith(planId,'hsvo')&$expand=goals($filter=level eq 0)");
        var sorted = await app.Reader.JsonAsync($"{Scorecards}?$orderby=planId desc&$select=planId");

        Assert.Equal(all.Take(1), first["value"]!.AsArray().Select(s => s!.Text("planId")));
        Assert.Equal(all.Count, first["@odata.count"]!.GetValue<int>());
        Assert.Equal(3, Assert.Single(found["value"]!.AsArray())!["goals"]!.AsArray().Count);
        Assert.Equal(all.OrderDescending(StringComparer.Ordinal), sorted["value"]!.AsArray().Select(s => s!.Text("planId")));
    }

    [Theory]
    [InlineData("$filter=timestamp ge 2021-10-01T00:00:00Z", new[] { "2021-10-31T00:00:00Z", "2022-01-31T00:00:00Z" })]
    [InlineData("$filter=month(timestamp) eq 5", new[] { "2021-05-31T00:00:00Z" })]
    [InlineData("$filter=status eq 2 or value eq 1", new[] { "2021-05-31T00:00:00Z", "2022-01-31T00:00:00Z" })]
    [InlineData("$filter=notes/any(n: contains(n/body,'Snart'))", new[] { "2021-10-31T00:00:00Z" })]
    [InlineData("$orderby=timestamp desc&$top=2", new[] { "2022-01-31T00:00:00Z", "2021-10-31T00:00:00Z" })]
    [InlineData("$skip=1&$count=true&$expand=notes", new[] { "2021-10-31T00:00:00Z", "2022-01-31T00:00:00Z" })]
    public async Task Check_ins_are_filtered_sorted_and_cut(string query, string[] expected)
    {
        await app.ReporterOf("vs").PostReportsAsync(
            new { indicator = "2.1.3.i2", department = "vs", round = "2021-05", value = "nej", assessment = "atRisk" },
            new { indicator = "2.1.3.i2", department = "vs", round = "2021-10", value = "nej", assessment = "behind", comment = "Snart i gång." },
            new { indicator = "2.1.3.i2", department = "vs", round = "2022-01", value = "ja" });
        var group = (await app.Reader.JsonAsync($"{Groups}?$filter=contains(name,'vårdstyrelsen')"))["value"]![0]!.Text("id");
        var scorecard = (await app.Reader.JsonAsync($"{Groups}/{group}/scorecards?$filter=planId eq 'hsvo-2021'"))["value"]![0]!.Text("id");
        var goal = (await app.Reader.JsonAsync($"{Known.Goals(group, scorecard)}?$filter=nodeId eq '2.1.3.i2'"))["value"]![0]!.Text("id");

        var found = await app.Reader.JsonAsync($"{Known.Goals(group, scorecard)}({goal})/goalValues?{query}");
        var expanded = await app.Reader.JsonAsync($"{Known.Goals(group, scorecard)}({goal})?$expand=goalValues({query.Replace('&', ';').Replace("$count=true;", "", StringComparison.Ordinal)})");

        Assert.Equal(expected, found["value"]!.AsArray().Select(v => v!.Text("timestamp")));
        Assert.Equal(expected, expanded["goalValues"]!.AsArray().Select(v => v!.Text("timestamp")));
        Assert.Equal(query.Contains("$count", StringComparison.Ordinal) ? 3 : null, found["@odata.count"]?.GetValue<int>());
        Assert.All(found["value"]!.AsArray(), v => Assert.Equal(query.Contains("$expand", StringComparison.Ordinal), v!.AsObject().ContainsKey("notes")));
    }

    [Theory]
    [InlineData("$filter=level%20eq%20'x'")]
    [InlineData("$filter=nolevel%20eq%201")]
    [InlineData("$filter=")]
    [InlineData("$top=-1")]
    [InlineData("$top=x")]
    [InlineData("$skip=1.5")]
    [InlineData("$count=yes")]
    [InlineData("$orderby=nothing")]
    public async Task What_can_not_be_read_is_400_and_names_the_option(string query)
    {
        using var answer = await app.Reader.GetAsync($"{Goals}?{query}");

        var detail = Assert.Single((await answer.JsonAsync(HttpStatusCode.BadRequest))["error"]!["details"]!.AsArray())!;
        Assert.Equal(query.Split('=')[0], detail.Text("target"));
    }

    [Fact]
    public async Task Each_query_has_its_own_answer_under_the_same_entity_tag()
    {
        var all = (await app.Reader.JsonAsync(Goals))["value"]!.AsArray().Count;

        var one = (await app.Reader.JsonAsync($"{Goals}?$top=1"))["value"]!.AsArray().Count;

        Assert.Equal((110, 1), (all, one));
    }

    private static int Level(JsonNode goal) => goal["level"]!.GetValue<int>();

    private static DateTimeOffset Time(JsonNode goal, string name) => goal[name]!.GetValue<DateTimeOffset>();

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    // Something completed, and something worse.
    private Task<JsonNode> ReportSomethingAsync() => app.ReporterOf("amn").PostReportsAsync(
        new { indicator = "2.3.2.i1", department = "amn", round = "2021-05", value = "ja", comment = "Klart." },
        new { indicator = "2.1.3.i2", department = "amn", round = "2021-05", value = "nej", assessment = "atRisk", comment = "Väntar." });
}
