using System.Text.Json.Nodes;
using Hsvo.Functions.Http;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Tests;

/// <summary>How an expected failure is said in each door.</summary>
public sealed class FailureResultTests
{
    [Fact]
    public async Task Too_many_requests_are_told_how_long_to_wait_in_whole_seconds_rounded_up()
    {
        var failure = AFailure(FailureKind.TooManyRequests) with { RetryAfter = TimeSpan.FromMilliseconds(1200) };

        var (api, _) = await AnswerAsync("/hsvo/v1/plans", failure);
        var (powerBI, error) = await AnswerAsync("/v1.0/myorg/groups", failure);

        Assert.All([api, powerBI], answer => Assert.Equal((429, "2"), (answer.StatusCode, answer.Headers.RetryAfter.ToString())));
        Assert.Equal("TooManyRequests", error["error"]!.Text("code"));
    }

    [Fact]
    public async Task What_is_not_offered_is_501_in_each_doors_shape()
    {
        var failure = AFailure(FailureKind.NotSupported);

        var (api, problem) = await AnswerAsync("/hsvo/v1/plans", failure);
        var (powerBI, error) = await AnswerAsync("/V1.0/myorg/groups", failure);

        Assert.All([api, powerBI], answer => Assert.Equal(501, answer.StatusCode));
        Assert.Equal(("test.code", 501), (problem.Text("code"), problem["status"]!.GetValue<int>()));
        Assert.Equal(("NotImplemented", "Svenska / English"), (error["error"]!.Text("code"), error["error"]!.Text("message")));
    }

    [Fact]
    public void Every_kind_of_failure_has_a_status()
    {
        Assert.All(Enum.GetValues<FailureKind>(), kind => Assert.NotNull(FailureResult.Of(AFailure(kind))));
    }

    private static Failure AFailure(FailureKind kind) => new(kind, "test.code", "Svenska", "English");

    private static async Task<(HttpResponse Answer, JsonNode Body)> AnswerAsync(string path, Failure failure)
    {
        var http = new DefaultHttpContext { Request = { Path = path }, Response = { Body = new MemoryStream() } };

        await FailureResult.Of(failure).ExecuteAsync(http);

        http.Response.Body.Position = 0;
        return (http.Response, JsonNode.Parse(http.Response.Body)!);
    }
}
