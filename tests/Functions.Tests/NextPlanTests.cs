using System.Net;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests;

/// <summary>A new year's plan begins with what goes on.</summary>
public sealed class NextPlanTests(OfficeApp app) : IClassFixture<OfficeApp>
{
    [Fact]
    public async Task The_draft_can_be_edited_and_posted()
    {
        var draft = await app.Reader.JsonAsync("/hsvo/v1/plans/hsvo-2021/next?year=2030");
        Assert.Equal(("hsvo-2030", 0), (draft["plan"]!.Text("id"), draft["plan"]!["version"]!.GetValue<int>()));
        Assert.Null(draft["adopted"]);
        draft["adoptedBy"] = "Samrådet";
        foreach (var row in Rows())
        {
            draft["nodes"]!.AsArray().Add(row);
        }

        using var content = Requests.JsonContent(draft.ToJsonString());
        using var answer = await app.Coordinator.PostAsync("/hsvo/v1/plans", content);

        Assert.Equal("created", (await answer.JsonAsync(HttpStatusCode.Created)).Text("result"));
    }

    [Theory]
    [InlineData("?year=2021")]
    [InlineData("?year=2100")]
    public async Task A_year_that_is_not_later_is_refused(string query)
    {
        using var answer = await app.Reader.GetAsync($"/hsvo/v1/plans/hsvo-2021/next{query}");

        Assert.Equal("query.invalid", (await answer.JsonAsync(HttpStatusCode.BadRequest)).Text("code"));
    }

    [Fact]
    public async Task The_next_year_is_meant_where_none_is_said() =>
        Assert.Equal("nsu-2020", (await app.Reader.JsonAsync("/hsvo/v1/plans/nsu-2019/next"))["plan"]!.Text("id"));

    private static JsonNode[] Rows() =>
    [
        new JsonObject { ["id"] = "9", ["nodeKind"] = "focusArea", ["text"] = "Nytt", ["quote"] = "Nytt" },
        new JsonObject { ["id"] = "9.1", ["nodeKind"] = "goal", ["parentId"] = "9", ["text"] = "Nytt", ["quote"] = "Nytt" },
    ];
}
