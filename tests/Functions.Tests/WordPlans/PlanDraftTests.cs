using System.Net;
using System.Text.Json.Nodes;
using Hsvo.TestKit.Builders;

namespace Hsvo.Functions.Tests.WordPlans;

/// <summary>The coordinator sends a Word document, settles what the report names, and imports the draft.</summary>
public sealed class PlanDraftTests(OfficeApp app) : IClassFixture<OfficeApp>
{
    [Fact]
    public async Task A_plan_in_Word_becomes_a_draft_that_the_import_takes_with_its_loading_report()
    {
        using var drafted = await PostAsync(Documents.Of2021(TableLayout.MergedCells, true), "?plan=prov-2021&previous=nsu-2019");
        var answer = await drafted.JsonAsync(HttpStatusCode.OK);
        Assert.Empty(answer["faults"]!.AsArray());
        Assert.Equal(answer["report"]!.AsArray().Count(p => p!["toSettle"]!.GetValue<bool>()), answer["toSettle"]!.GetValue<int>());
        Assert.Contains(answer["threads"]!.AsArray(), t => t!["thread"]?.GetValue<string>() == "lokal-arena" && t["likeness"]!.GetValue<double>() > 0.9);
        using var before = await app.Reader.GetAsync("/hsvo/v1/plans/prov-2021");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        // Settled by hand: who answers for TL.
        answer["draft"]!["bodies"]!.AsArray().Single(b => b!.Text("id") == "tl")!["owedBy"] = new JsonArray("amn", "ubn");
        using var imported = await app.Coordinator.PostAsync("/hsvo/v1/plans", Requests.JsonContent(answer["draft"]!.ToJsonString()));

        Assert.Equal("created", (await imported.JsonAsync(HttpStatusCode.Created)).Text("result"));
        var report = await app.Reader.JsonAsync("/hsvo/v1/plans/prov-2021/loading-report");
        Assert.Equal(
            answer["report"]!.AsArray().Select(p => p!["message"]!.Text("sv")),
            report["readings"]!.AsArray().Select(r => r!.Text("text")));
        Assert.Equal("2.1.3.i2", (await app.Reader.JsonAsync("/hsvo/v1/plans/prov-2021"))["nodes"]!.AsArray().Single(n => n!.Text("id") == "2.2.3.i1")!.Text("refersTo"));
    }

    [Fact]
    public async Task A_document_of_a_plan_that_is_there_becomes_its_next_version()
    {
        using var drafted = await PostAsync(Documents.Of2021(TableLayout.Rules, true), "?plan=hsvo-2021&previous=hsvo-2021");
        var draft = (await drafted.JsonAsync(HttpStatusCode.OK))["draft"]!;

        using var dry = await app.Coordinator.PostAsync("/hsvo/v1/plans?dryRun=true", Requests.JsonContent(draft.ToJsonString()));

        Assert.Equal("changed", (await dry.JsonAsync(HttpStatusCode.OK)).Text("result"));
    }

    [Theory]
    [InlineData("?previous=finns-inte", HttpStatusCode.NotFound, "plan.unknown")]
    [InlineData("?plan=Inget%20id", HttpStatusCode.UnprocessableEntity, "id.form")]
    [InlineData("?year=1999", HttpStatusCode.BadRequest, "query.invalid")]
    public async Task What_is_asked_for_wrongly_is_refused(string query, HttpStatusCode status, string code)
    {
        using var answer = await PostAsync(Documents.Of2019(TableLayout.Rules), query);

        Assert.Equal(code, (await answer.JsonAsync(status)).Text("code"));
    }

    [Theory]
    [InlineData(0, HttpStatusCode.UnprocessableEntity, "document.notWord")]
    [InlineData(11 * 1024 * 1024, HttpStatusCode.RequestEntityTooLarge, "body.size")]
    public async Task A_file_that_is_none_or_too_large_is_refused(int size, HttpStatusCode status, string code)
    {
        using var answer = await PostAsync(new byte[size], "");

        Assert.Equal(code, (await answer.JsonAsync(status)).Text("code"));
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] file, string query)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new(WordBuilder.MediaType);
        return await app.Coordinator.PostAsync($"/hsvo/v1/plan-drafts{query}", content);
    }
}
