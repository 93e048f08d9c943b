using System.Net;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What the coordinator forgot to say is named, field by field.</summary>
[Collection(RunningApp.Collection)]
public sealed class MissingFieldTests(RunningApp app)
{
    private const string Permits = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/late-change-permits";

    [Theory]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", "{}", "field.required /plan, field.required /round, field.required /date")]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", """{"plan":"hsvo-2021","round":"2021-10"}""", "field.required /date")]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", """{"plan":"hsvo-2021","round":null,"date":5}""", "field.type /date, field.required /round")]
    [InlineData("POST", Permits, "{}", "field.required /department, field.required /until, field.required /reason")]
    [InlineData("POST", Permits, """{"department":"amn","until":"snart","reason":"x"}""", "field.type /until")]
    public async Task Each_missing_field_is_named_once(string method, string path, string body, string expected)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = Requests.JsonContent(body) };

        using var answer = await app.Coordinator.SendAsync(request);

        var errors = (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.AsArray();
        Assert.Equal(expected, string.Join(", ", errors.Select(e => $"{e!.Text("code")} {e!.Text("pointer")}")));
    }
}
