using System.Net;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What the coordinator forgot to say is named, field by field.</summary>
[Collection(RunningApp.Collection)]
public sealed class MissingFieldTests(RunningApp app)
{
    private const string Permits = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/late-change-permits";

    private const string Reviews = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reviews";
    private const string Mask = "/hsvo/v1/plans/hsvo-2021/rounds/2021-05/reports/2.1.1.i3/amn/mask";

    [Theory]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", "{}", "field.required /date, field.required /agenda")]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", """{"agenda":[{"plan":"hsvo-2021","round":"2021-10"}]}""", "field.required /date")]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", """{"agenda":[{"round":null,"plan":5,"paln":1},7],"date":5,"x":1}""",
        "field.type /date, field.type /agenda/0/plan, field.unknown /agenda/0/paln, field.required /agenda/0/round, field.type /agenda/1, field.unknown /x")]
    [InlineData("PUT", "/hsvo/v1/meetings/2021-10", """{"date":"2090-01-01","kind":"unusual","agenda":{}}""", "field.type /kind, field.type /agenda")]
    [InlineData("POST", Permits, "{}", "field.required /department, field.required /until, field.required /reason")]
    [InlineData("POST", Permits, """{"department":"amn","until":"snart","reason":"x"}""", "field.type /until")]
    [InlineData("POST", Reviews, "{}", "field.required /reviews")]
    [InlineData("POST", Reviews, """{"reviews":{},"x":1}""", "field.type /reviews, field.unknown /x")]
    [InlineData("POST", Reviews, """{"reviews":[{}]}""",
        "field.required /reviews/0/indicator, field.required /reviews/0/department, field.required /reviews/0/revision, field.required /reviews/0/decision")]
    [InlineData("POST", Reviews, """{"reviews":[{"indicator":"2.1.1.i3","department":"amn","revision":"1","decision":"godkänn","question":5}]}""",
        "field.type /reviews/0/revision, field.type /reviews/0/decision, field.type /reviews/0/question")]
    [InlineData("POST", Reviews, """{"reviews":[]}""", "reviews.count /reviews")]
    [InlineData("POST", Mask, "{}", "field.required /revision, field.required /reason")]
    [InlineData("POST", Mask, """{"revision":-1,"reason":1}""", "field.type /revision, field.type /reason")]
    public async Task Each_missing_field_is_named_once(string method, string path, string body, string expected)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = Requests.JsonContent(body) };

        using var answer = await app.Coordinator.SendAsync(request);

        var errors = (await answer.JsonAsync(HttpStatusCode.UnprocessableEntity))["errors"]!.AsArray();
        Assert.Equal(expected, string.Join(", ", errors.Select(e => $"{e!.Text("code")} {e!.Text("pointer")}")));
    }
}
