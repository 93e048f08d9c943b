using System.Diagnostics;

namespace Hsvo.Functions.Tests.OpenApi;

/// <summary>A call can be followed: W3C Trace Context.</summary>
[Collection(RunningApp.Collection)]
public sealed class TraceTests(RunningApp app)
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Span = "00f067aa0ba902b7";

    [Theory]
    [InlineData("/hsvo/v1/plans", "01")]
    [InlineData("/hsvo/v1/plans", "00")]
    [InlineData("/hsvo/v1/nothing", "01")]
    [InlineData("/hsvo/v1/plans?unknown=1", "01")]
    [InlineData("/v1.0/myorg/groups", "01")]
    [InlineData("/", "01")]
    public async Task An_answer_is_in_the_callers_trace_in_a_step_of_its_own(string path, string flags)
    {
        var answered = await AskAsync(path, $"00-{Trace}-{Span}-{flags}");

        Assert.Equal(Trace, $"{answered.TraceId}");
        Assert.NotEqual(Span, $"{answered.SpanId}");
        Assert.Equal(flags, ((int)answered.TraceFlags).ToString("x2", null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hej")]
    [InlineData($"00-{Trace}-{Span}")]
    [InlineData($"00-{Trace}-0000000000000000-01")]
    [InlineData($"00-00000000000000000000000000000000-{Span}-01")]
    [InlineData($"00-4BF92F3577B34DA6A3CE929D0E0E4736-{Span}-01")]
    [InlineData($"ff-{Trace}-{Span}-01")]
    public async Task A_call_that_names_no_trace_begins_one(string? traceParent)
    {
        var answered = await AskAsync("/hsvo/v1/plans", traceParent);

        Assert.NotEqual(Trace, $"{answered.TraceId}");
    }

    [Fact]
    public async Task Each_call_is_a_step_of_its_own()
    {
        var first = await AskAsync("/hsvo/v1/plans", $"00-{Trace}-{Span}-01");
        var second = await AskAsync("/hsvo/v1/plans", $"00-{Trace}-{Span}-01");

        Assert.NotEqual(first.SpanId, second.SpanId);
    }

    private async Task<ActivityContext> AskAsync(string path, string? traceParent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (traceParent is not null)
        {
            request.Headers.TryAddWithoutValidation("traceparent", traceParent);
        }

        using var answer = await app.Reader.SendAsync(request);
        return ActivityContext.Parse(answer.Headers.GetValues("traceparent").Single(), null);
    }
}
