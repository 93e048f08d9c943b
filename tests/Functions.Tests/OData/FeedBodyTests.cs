using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hsvo.Functions.Tests.Bodies;

namespace Hsvo.Functions.Tests.OData;

/// <summary>One body of each set, as approved: what reports in Power BI are built on. Times, days left and the host are replaced.</summary>
[Collection(SampleApp.Collection)]
public sealed partial class FeedBodyTests(SampleApp app)
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("service", "")]
    [InlineData("plans", "/Plans('hsvo-2021')")]
    [InlineData("focusAreas", "/FocusAreas?$filter=planId eq 'hsvo-2021'&$top=1&$expand=goals($select=number,text)")]
    [InlineData("goals", "/Goals?$filter=planId eq 'hsvo-2021'&$top=1&$count=true")]
    [InlineData("priorityAreas", "/PriorityAreas?$filter=planId eq 'hsvo-2021'&$top=1")]
    [InlineData("activities", "/Activities?$filter=planId eq 'nsu-2019'&$top=1")]
    [InlineData("indicators", "/Indicators?$filter=indicatorKey in ('hsvo-2021_2.1.1.i3','ekonomiskt-bistand-2023_ekonomiskt-bistand.1.i1')")]
    [InlineData("departments", "/Departments?$filter=departmentId eq 'amn'&$expand=board")]
    [InlineData("boards", "/Boards?$top=1")]
    [InlineData("meetings", "/Meetings?$expand=rounds")]
    [InlineData("rounds", "/Rounds?$filter=planId eq 'hsvo-2021'")]
    [InlineData("reports", "/Reports?$filter=roundKey eq 'hsvo-2021_2021-05'&$count=true")]
    [InlineData("currentReports", "/CurrentReports?$filter=roundKey eq 'hsvo-2021_2021-05' and departmentId eq 'shs'")]
    [InlineData("statusFeed", "/StatusFeed?$filter=statusKey in ('hsvo-2021_2021-05_2.1.1.i3','hsvo-2021_2021-05_2.1.1')")]
    [InlineData("missingReports", "/MissingReports?$filter=planId eq 'ekonomiskt-bistand-2023'&$top=1")]
    public async Task A_body_is_as_approved(string name, string question)
    {
        using var reader = app.Client("reader");

        var body = await reader.JsonAsync($"/odata{question}");

        Approved.Matches($"OData/{name}.approved.json", Normalised(body.ToJsonString(Readable)) + "\n");
    }

    [Fact]
    public async Task The_metadata_is_as_approved()
    {
        using var reader = app.Client("reader");

        Approved.Matches("OData/metadata.approved.xml", await reader.GetStringAsync("/odata/$metadata"));
    }

    [Theory]
    [InlineData("malformed", "/Goals?$filter=text eqq 'x'", HttpStatusCode.BadRequest)]
    [InlineData("notSupported", "/Reports?$orderby=reportedAt", HttpStatusCode.NotImplemented)]
    [InlineData("unknownOption", "/Goals?$topp=1", HttpStatusCode.BadRequest)]
    [InlineData("unknownSet", "/Indikatorer", HttpStatusCode.NotFound)]
    [InlineData("unknownKey", "/Goals('none')", HttpStatusCode.NotFound)]
    public async Task An_error_is_as_approved(string name, string question, HttpStatusCode expected)
    {
        using var reader = app.Client("reader");

        using var answer = await reader.GetAsync($"/odata{question}");

        Approved.Matches($"OData/{name}.approved.json", (await answer.JsonAsync(expected)).ToJsonString(Readable) + "\n");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    private static string Normalised(string body) => Host().Replace(Instant().Replace(Left().Replace(body, "$1\"<days>\""), "<instant>"), "<host>");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")]
    private static partial Regex Instant();

    [GeneratedRegex("""("daysLeft": )-?\d+""")]
    private static partial Regex Left();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Host();
}
