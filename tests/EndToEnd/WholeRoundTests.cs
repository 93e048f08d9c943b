using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hsvo.Contracts.Api;
using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Plans;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd;

/// <summary>A whole round: every unit answers every row it owes, the feeds are read, and the timer compiles the paper.</summary>
public sealed class WholeRoundTests
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    [Fact]
    public async Task Every_unit_answers_every_row_the_feeds_agree_and_the_paper_is_compiled()
    {
        // Arrange
        await using var app = await LocalApp.StartAsync();
        using var reader = app.Client("reader");
        using var coordinator = app.Client("coordinator");
        var date = TimeProvider.System.Today().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        // Act
        using var dated = await coordinator.PutAsJsonAsync("hsvo/v1/meetings/2021-10", new { date, agenda = new[] { new { plan = Plan.Id, round = "2021-10" } } });
        foreach (var department in Plan.Departments)
        {
            await PostAllAsync(app, department);
        }

        using var timer = await coordinator.PostAsJsonAsync("admin/functions/CompileMeetingPapers", new { });
        await app.WaitForOutputAsync("Compiled the paper for the meeting 2021-10");
        var status = (await reader.GetFromJsonAsync<StatusDocument>($"hsvo/v1/status?plan={Plan.Id}&round=2021-10"))!;
        var scorecard = await SamradAsync(reader);
        using var paper = await reader.GetAsync(new Uri("hsvo/v1/meetings/2021-10/summary", UriKind.Relative));
        var compiled = (await paper.Content.ReadFromJsonAsync<SummaryDocument>())!;

        // Assert
        Assert.Equal(HttpStatusCode.OK, dated.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, timer.StatusCode);
        Assert.All(status.FocusAreas, f => Assert.Equal(f.Coverage.Owed, f.Coverage.Answered));
        Assert.All(status.FocusAreas, f => Assert.Equal(f.Coverage.Owed, f.Reporting.Reported));
        Assert.Equal(Plan.Indicators.Sum(i => Plan.Owing(i).Count()), status.FocusAreas.Sum(f => f.Coverage.Owed));
        Assert.Equal(Plan.Nodes.Select(n => n.Id), scorecard.Goals!.Select(g => g.NodeId));
        Assert.Equal(status.FocusAreas.Select(f => f.Status), scorecard.Goals!.Where(g => g.Level == 0).Select(StatusOf));
        Assert.Equal(JsonSerializer.Serialize(status), JsonSerializer.Serialize(Assert.Single(compiled.Plans).Status));
    }

    private static string? StatusOf(Goal goal) =>
        goal.Aggregations!.FirstOrDefault(a => a.Type == "Status") is { } status
            ? JsonNamingPolicy.CamelCase.ConvertName(status.ValueDisplayString)
            : null;

    private static async Task PostAllAsync(LocalApp app, Department department)
    {
        using var client = department.Id == "nvs" ? app.Client("coordinator") : app.Client("reporter", department.Id);
        var rows = Plan.Indicators.Where(i => Plan.Owing(i).Contains(department)).Select(i => RowOf(i, department)).ToList();
        using var answer = await client.PostAsJsonAsync("hsvo/v1/reports", new { plan = Plan.Id, reports = rows });
        var receipt = await answer.Content.ReadFromJsonAsync<SubmissionDocument>();
        Assert.Equal(rows.Count, receipt!.Created);
    }

    private static Dictionary<string, object> RowOf(PlanNode indicator, Department department)
    {
        object value = indicator.Indicator!.Kind switch
        {
            IndicatorKind.Count => 7,
            IndicatorKind.Qualitative => "Det går som tänkt.",
            _ => "ja",
        };
        var row = new Dictionary<string, object> { ["indicator"] = indicator.Id, ["department"] = department.Id, ["round"] = "2021-10" };
        if (indicator.Indicator.Parts.Count > 0)
        {
            row["parts"] = indicator.Indicator.Parts.ToDictionary(p => p.Id, _ => value);
        }
        else
        {
            row["value"] = value;
        }

        return row;
    }

    private static async Task<Scorecard> SamradAsync(HttpClient reader)
    {
        var groups = await reader.GetFromJsonAsync<Envelope<Group>>("v1.0/myorg/groups");
        var group = groups!.Value[0].Id;
        var scorecards = await reader.GetFromJsonAsync<Envelope<Scorecard>>($"v1.0/myorg/groups/{group}/scorecards");
        return (await reader.GetFromJsonAsync<Scorecard>(
            $"v1.0/myorg/groups/{group}/scorecards({scorecards!.Value.Single(s => s.PlanId == Plan.Id).Id})?$expand=goals($expand=goalValues, aggregations)"))!;
    }
}
