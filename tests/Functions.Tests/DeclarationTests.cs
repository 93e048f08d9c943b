using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests;

/// <summary>A department says that nothing more comes, everyone sees it, and it takes that back.</summary>
[Collection(RunningApp.Collection)]
public sealed class DeclarationTests(RunningApp app)
{
    private const string Path = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/declarations";

    [Fact]
    public async Task What_is_declared_shows_in_the_list_the_status_and_the_missing_list_until_it_is_taken_back()
    {
        var osn = app.ReporterOf("osn");
        Assert.NotEmpty((await MissingAsync())["plans"]![0]!["rows"]!.AsArray());

        using var declared = await osn.PostAsJsonAsync(Path, new { department = "osn" });
        var document = await declared.JsonAsync(HttpStatusCode.OK);

        var listed = (await app.Reader.JsonAsync(Path))["declarations"]!.AsArray();
        Assert.Equal(document.ToJsonString(), Assert.Single(listed)!.ToJsonString());
        var status = await app.Reader.JsonAsync($"{Requests.StatusPath}&round=2021-05");
        Assert.Equal(document.ToJsonString(), Assert.Single(status["declarations"]!.AsArray())!.ToJsonString());
        var answer = status.StatusOf("2.1.4.i1")["answers"]!.AsArray().Single(a => a!.Text("department") == "osn")!;
        Assert.Equal((true, "notDue", "Inget mer kommer"), (answer["nothingMore"]!.GetValue<bool>(), answer.Text("reporting"), answer.Text("reportingText")));
        var missing = await MissingAsync();
        Assert.Empty(missing["plans"]![0]!["rows"]!.AsArray());
        Assert.Equal(document.ToJsonString(), missing["plans"]![0]!["nothingMore"]!.ToJsonString());
        Assert.Null(missing["mail"]);

        using var withdrawn = await osn.DeleteAsync($"{Path}/osn");
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.NotEmpty((await MissingAsync())["plans"]![0]!["rows"]!.AsArray());
        Assert.Empty((await app.Reader.JsonAsync(Path))["declarations"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_declares_for_another_department()
    {
        using var declared = await app.ReporterOf("amn").PostAsJsonAsync(Path, new { department = "osn" });
        using var withdrawn = await app.ReporterOf("amn").DeleteAsync($"{Path}/osn");

        Assert.Equal("/department", (await declared.JsonAsync(HttpStatusCode.Forbidden))["errors"]![0]!.Text("pointer"));
        Assert.Equal("department", (await withdrawn.JsonAsync(HttpStatusCode.Forbidden))["errors"]![0]!.Text("pointer"));
    }

    private async Task<JsonNode> MissingAsync() =>
        (await app.Reader.JsonAsync("/hsvo/v1/missing?plan=hsvo-2021&round=2021-05&department=osn"))["departments"]!.AsArray().Single()!;
}
