using System.Net;

namespace Hsvo.Functions.Tests.Telemetry;

/// <summary>What somebody on duty can follow, and what nobody gets to see there.</summary>
public sealed class TelemetryTests(ExportingApp app) : IClassFixture<ExportingApp>
{
    [Fact]
    public void A_receiver_that_does_not_answer_holds_nobody_up()
    {
        Assert.Equal(HttpStatusCode.OK, app.Submitted);
    }

    [Fact]
    public void One_trace_goes_from_the_caller_through_the_request_to_storage()
    {
        var request = app.Spans.Single(s => s.Trace == app.Caller.Trace && s.Source == "Hsvo.Functions");
        var transaction = app.Spans.Single(s => s.Trace == app.Caller.Trace && s.Source == "Azure.Core.Http" && s.Tags.Values.Any(v => v.EndsWith("/$batch", StringComparison.Ordinal)));

        Assert.Equal(("SubmitReports", app.Caller.Step, "hsvo-prov"), (request.Name, request.Parent, request.Service));
        Assert.Equal(("POST", "/hsvo/v1/reports", "200"), (request.Tags["http.request.method"], request.Tags["http.route"], request.Tags["http.response.status_code"]));
        Assert.Equal(request.Id, transaction.Parent);
    }

    [Fact]
    public void A_timers_run_has_a_trace_of_its_own()
    {
        var run = app.Spans.Single(s => s.Name == "CompileMeetingPapers");

        Assert.Equal(("", "timer"), (run.Parent, run.Tags["faas.trigger"]));
        Assert.Contains(app.Spans, s => s.Trace == run.Trace && s.Source == "Azure.Core.Http" && s.Parent == run.Id);
        Assert.Single(app.Spans, s => s.Trace == run.Trace && s.Source == "Hsvo.Functions");
    }

    [Fact]
    public void Who_was_refused_is_told_by_operation_and_code()
    {
        var refused = app.Spans.Single(s => s.Name == "ListPlans" && s.Tags["http.response.status_code"] == "401");

        Assert.Equal("signIn.required", refused.Tags["hsvo.error.code"]);
        Assert.Contains("ListPlans was refused: 401 signIn.required", app.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http.server.request.duration", "s", "hsvo.operation=SubmitReports", "http.response.status_code=200")]
    [InlineData("http.server.request.duration", "s", "hsvo.operation=ListPlans", "hsvo.error.code=signIn.required")]
    [InlineData("http.client.request.duration", "s", "server.address=127.0.0.1", "http.request.method=POST")]
    [InlineData("hsvo.reports.accepted", "{report}", "hsvo.door=api", "hsvo.result=created")]
    [InlineData("hsvo.papers.compiled", "{paper}", "hsvo.edition=preliminary", null)]
    [InlineData("hsvo.plan.read.duration", "s", null, null)]
    [InlineData("hsvo.feed.build.duration", "s", null, null)]
    [InlineData("faas.invoke_duration", "s", "faas.trigger=timer", "faas.name=CompileMeetingPapers")]
    public void Metrics_arrive(string name, string unit, string? first, string? second)
    {
        var series = app.Metrics.Where(m => m.Name == name && m.Unit == unit).SelectMany(m => m.Series);

        Assert.Contains(series, tags => new[] { first, second }.OfType<string>().All(t => tags.Any(tag => $"{tag.Key}={tag.Value}" == t)));
    }

    [Fact]
    public void No_token_comment_person_or_query_leaves_the_app()
    {
        Assert.Contains("SubmitReports", app.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain(ExportingApp.Comment, app.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", app.Sent, StringComparison.Ordinal);

        Assert.All(app.Tokens.SelectMany(t => t.Split('.')), part => Assert.DoesNotContain(part, app.Sent, StringComparison.Ordinal));
        Assert.All(app.Callers, id => Assert.DoesNotContain(id, app.Sent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Tags_of_metrics_are_of_a_known_few()
    {
        var own = app.Metrics.Where(m => m.Source.StartsWith("Hsvo.", StringComparison.Ordinal) || m.Name == "http.server.request.duration").SelectMany(m => m.Series).SelectMany(s => s.Keys);

        Assert.Equal(
            ["faas.name", "faas.trigger", "hsvo.door", "hsvo.edition", "hsvo.error.code", "hsvo.operation", "hsvo.result", "hsvo.signed_in", "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme"],
            own.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_app_that_exports_has_loaded_what_it_needs()
    {
        Assert.Contains("OpenTelemetry.dll", app.Loaded);
    }
}

/// <summary>What isn't configured costs nothing.</summary>
[Collection(RunningApp.Collection)]
public sealed class NoTelemetryTests(RunningApp app)
{
    [Fact]
    public void Without_an_endpoint_nothing_of_OpenTelemetry_is_loaded()
    {
        Assert.Empty(ExportingApp.OpenTelemetryIn(app.ProcessId));
    }
}
