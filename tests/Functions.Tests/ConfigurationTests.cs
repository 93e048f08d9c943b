using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Hsvo.Functions.Tests;

/// <summary>The office reads what is settled, sends it back changed with the version it saw, and hears when somebody was there before.</summary>
[Collection(RunningApp.Collection)]
public sealed class ConfigurationTests(RunningApp app)
{
    private const string Path = "/hsvo/v1/configuration";

    [Fact]
    public async Task What_was_read_is_sent_back_changed_and_the_version_that_was_seen_is_then_outdated()
    {
        var (read, tag) = await ReadAsync();
        var settings = read["settings"]!.DeepClone();
        settings["warningDays"] = 300 + Random.Shared.Next(60);

        using var first = await PutAsync(settings, tag);
        var set = await first.JsonAsync(HttpStatusCode.OK);
        settings["warningDays"] = 10;
        using var second = await PutAsync(settings, tag);

        Assert.Equal(read["version"]!.GetValue<int>() + 1, set["version"]!.GetValue<int>());
        Assert.Equal($"\"{set["version"]}\"", first.Headers.ETag!.Tag);
        var overtaken = await second.JsonAsync(HttpStatusCode.PreconditionFailed);
        Assert.Equal(("configuration.overtaken", "If-Match"), (overtaken.Text("code"), overtaken["errors"]![0]!.Text("pointer")));
        var versions = (await app.Reader.JsonAsync($"{Path}/versions"))["versions"]!.AsArray();
        Assert.Equal(set.ToJsonString(), versions[0]!.ToJsonString());
        Assert.Equal(0, versions[^1]!["version"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired, "ifMatch.required")]
    [InlineData("*", HttpStatusCode.PreconditionFailed, "configuration.overtaken")]
    [InlineData("\"x\"", HttpStatusCode.PreconditionFailed, "configuration.overtaken")]
    public async Task Who_settles_it_says_which_version_they_read(string? tag, HttpStatusCode expected, string code)
    {
        var (read, _) = await ReadAsync();

        using var answer = await PutAsync(read["settings"]!, tag);

        Assert.Equal(code, (await answer.JsonAsync(expected)).Text("code"));
    }

    [Fact]
    public async Task Every_wrong_field_is_told_with_its_place()
    {
        using var answer = await PutAsync(JsonNode.Parse(
            """
            {
              "days": { "opens": "30", "seals": 7, "closes": 1 }, "ordinaryMonths": [1, "maj"], "smallNumberThreshold": 5.5, "monthly": 15, "small": true,
              "responsibilities": [{ "plan": "hsvo-2021", "body": 4, "departments": ["ubn", 7] }, 9]
            }
            """)!, "\"0\"");

        var errors = (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.AsArray();
        Assert.Equal(
            [
                "field.type /days/opens", "field.unknown /days/closes", "field.required /days/due", "field.type /ordinaryMonths/1", "field.type /smallNumberThreshold",
                "field.type /monthly", "field.type /responsibilities/0/body", "field.type /responsibilities/0/departments/1",
                "field.required /responsibilities/0/isConfirmed", "field.type /responsibilities/1", "field.unknown /small", "field.required /warningDays",
            ],
            errors.Select(e => $"{e!.Text("code")} {e!.Text("pointer")}"));
    }

    [Fact]
    public async Task An_ordinary_month_without_a_meeting_is_warned_of_in_the_list_and_on_the_first_page()
    {
        var (read, tag) = await ReadAsync();
        var settings = read["settings"]!.DeepClone();
        settings["ordinaryMonths"] = new JsonArray([.. Enumerable.Range(1, 12).Select(m => (JsonNode)m)]);
        settings["warningDays"] = 365;
        using var set = await PutAsync(settings, tag);
        await set.JsonAsync(HttpStatusCode.OK);

        var warnings = (await app.Reader.JsonAsync("/hsvo/v1/meetings"))["warnings"]!.AsArray();
        var page = WebUtility.HtmlDecode(await app.Nobody.GetStringAsync("/"));

        Assert.NotEmpty(warnings);
        Assert.All(warnings, w => Assert.Equal("month.undated", w!.Text("code")));
        Assert.All(warnings, w => Assert.Contains(w!["message"]!.Text("sv"), page, StringComparison.Ordinal));
        Pages.AssertAccessible(page);
    }

    private async Task<(JsonNode Configuration, string Tag)> ReadAsync()
    {
        using var answer = await app.Coordinator.GetAsync(Path);
        return (await answer.JsonAsync(HttpStatusCode.OK), answer.Headers.ETag!.Tag);
    }

    private async Task<HttpResponseMessage> PutAsync(JsonNode settings, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = Requests.JsonContent(settings.ToJsonString()) };
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag == "*" ? EntityTagHeaderValue.Any : new(tag));
        }

        return await app.Coordinator.SendAsync(request);
    }
}
