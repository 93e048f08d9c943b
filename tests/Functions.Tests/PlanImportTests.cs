using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hsvo.Plans;

namespace Hsvo.Functions.Tests;

/// <summary>The coordinator imports plans over HTTP.</summary>
public sealed class PlanImportTests(OfficeApp app) : IClassFixture<OfficeApp>
{
    public static TheoryData<string> Plans => [.. PlanLibrary.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task What_is_got_and_posted_is_unchanged(string id)
    {
        using var got = await app.Coordinator.GetAsync($"/hsvo/v1/plans/{id}");

        using var answer = await PostAsync(await got.Content.ReadAsStringAsync(), got.Headers.ETag!.Tag);

        var imported = await answer.JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("unchanged", 1), (imported.Text("result"), imported["plan"]!["version"]!.GetValue<int>()));
        Assert.Equal(got.Headers.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task A_plan_is_created_changed_and_read_again_in_each_version()
    {
        var document = await DocumentAsync("nsu-2019", "prov-2023");

        using var dry = await PostAsync(document.ToJsonString(), query: "?dryRun=true");
        Assert.Equal("created", (await dry.JsonAsync(HttpStatusCode.OK)).Text("result"));
        using var unknown = await app.Reader.GetAsync("/hsvo/v1/plans/prov-2023");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);

        using var created = await PostAsync(document.ToJsonString());
        Assert.Equal("created", (await created.JsonAsync(HttpStatusCode.Created)).Text("result"));
        Assert.Equal("/hsvo/v1/plans/prov-2023", created.Headers.Location!.ToString());

        document["nodes"]!.AsArray()[3]!["text"] = "Omskriven";
        using var overtaken = await PostAsync(document.ToJsonString(), "\"2\"");
        Assert.Equal("plan.overtaken", (await overtaken.JsonAsync(HttpStatusCode.PreconditionFailed)).Text("code"));
        using var changed = await PostAsync(document.ToJsonString(), "\"1\"");
        var change = (await changed.JsonAsync(HttpStatusCode.OK))["nodes"]!.AsArray().Single()!;
        Assert.Equal(("changed", "text"), (change.Text("change"), change["fields"]!.AsArray().Single()!.GetValue<string>()));
        Assert.Equal("\"2\"", changed.Headers.ETag!.Tag);

        Assert.Equal("Omskriven", (await app.Reader.JsonAsync("/hsvo/v1/plans/prov-2023"))["nodes"]!.AsArray()[3]!.Text("text"));
        Assert.NotEqual("Omskriven", (await app.Reader.JsonAsync("/hsvo/v1/plans/prov-2023?version=1"))["nodes"]!.AsArray()[3]!.Text("text"));
        var versions = (await app.Reader.JsonAsync("/hsvo/v1/plans/prov-2023/versions"))["versions"]!.AsArray();
        Assert.Equal([1, 2], versions.Select(v => v!["version"]!.GetValue<int>()));
        Assert.All(versions, v => Assert.NotEmpty(v!.Text("importedBy")));
    }

    [Theory]
    [InlineData("?version=2", HttpStatusCode.NotFound, "plan.version")]
    [InlineData("?version=x", HttpStatusCode.BadRequest, "query.invalid")]
    [InlineData("?version=", HttpStatusCode.BadRequest, "query.invalid")]
    public async Task A_version_that_is_none_is_refused(string query, HttpStatusCode status, string code)
    {
        using var answer = await app.Reader.GetAsync($"/hsvo/v1/plans/hsvo-2021{query}");

        Assert.Equal(code, (await answer.JsonAsync(status)).Text("code"));
    }

    [Fact]
    public async Task The_apps_own_plans_say_that_the_app_brought_them()
    {
        var version = (await app.Reader.JsonAsync("/hsvo/v1/plans/hsvo-2021/versions"))["versions"]!.AsArray().Single()!;

        Assert.Null(version["importedBy"]);
        Assert.NotNull(version["importedAt"]);
    }

    private async Task<JsonNode> DocumentAsync(string plan, string id)
    {
        var document = await app.Reader.JsonAsync($"/hsvo/v1/plans/{plan}");
        document["plan"]!["id"] = id;
        return document;
    }

    private async Task<HttpResponseMessage> PostAsync(string json, string? ifMatch = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hsvo/v1/plans{query}") { Content = Requests.JsonContent(json) };
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        }

        return await app.Coordinator.SendAsync(request);
    }
}
