using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.Plans;
using Hsvo.TestKit;

namespace Hsvo.EndToEnd;

/// <summary>
/// The plan of 2021 followed up for its whole year: rounds open, units answer, one is late, one sends a correction, two disagree, and the papers for
/// May, October and January are sealed. The clock is set forward; HTTP, tokens, timer and storage are real.
/// </summary>
public sealed class YearTests
{
    private static readonly Plan Plan = PlanLibrary.Hsvo2021;

    // Rows of one ja or nej that all seven units answer, each under a goal of its own.
    private static readonly string[] Rows =
    [
        .. Plan.Indicators
            .Where(i => i.Indicator is { Kind: IndicatorKind.Deliverable, Parts.Count: 0 } && Plan.Owing(i).Count() == 7)
            .DistinctBy(i => Plan.GoalOf(i).Id).Take(5).Select(i => i.Id),
    ];

    private static readonly string Better = Rows[0];
    private static readonly string Worse = Rows[1];
    private static readonly string New = Rows[2];
    private static readonly string Disputed = Rows[3];
    private static readonly string NeverAnswered = Rows[4];

    // Uppsala kommun's and the region's.
    private static readonly string[] Prompt = ["amn", "osn", "scn", "ubn", "shs", "vs"];
    private const string Tardy = "aln";

    [Fact]
    public async Task Each_round_is_answered_and_each_sealed_paper_says_what_changed_and_stays_byte_for_byte()
    {
        await using var year = await Year.BeginAsync();
        var sealedPapers = new Dictionary<string, Dictionary<string, byte[]>>();

        await year.OnAsync(new(2021, 4, 10), DateTheMeetingsAsync);
        await year.OnAsync(new(2021, 4, 25), AnswerMayAsync);
        await year.OnAsync(new(2021, 5, 8), AnswerMayTooLateAsync);
        await year.OnAsync(new(2021, 5, 13), async app =>
        {
            sealedPapers["2021-05"] = await SealAsync(app, "2021-05");
            AssertFirst(await SummaryAsync(app, "2021-05"));
            await CorrectMayAsync(app);
        });
        await year.OnAsync(new(2021, 10, 1), AnswerOctoberAsync);
        await year.OnAsync(new(2021, 10, 14), async app =>
        {
            sealedPapers["2021-10"] = await SealAsync(app, "2021-10");
            AssertChanges(Assert.Single((await SummaryAsync(app, "2021-10")).Plans));
        });
        await year.OnAsync(new(2022, 1, 4), AnswerJanuaryAsync);
        await year.OnAsync(new(2022, 1, 13), async app =>
        {
            sealedPapers["2022-01"] = await SealAsync(app, "2022-01");
            AssertLastChanges(Assert.Single((await SummaryAsync(app, "2022-01")).Plans));
        });

        // A year after the last one was sealed, and after one more change of what the papers told of.
        await year.OnAsync(new(2023, 1, 14), async app =>
        {
            await PermitAsync(app, "amn", "2021-05", "2023-01-20");
            await AnswerAsync(app, "amn", "2021-05", "Rättat i efterhand.", (Better, "ja", null));
            foreach (var (meeting, files) in sealedPapers)
            {
                Assert.Equal(["sammanstallning.docx", "sammanstallning.html", "sammanstallning.json"], files.Keys.Order(StringComparer.Ordinal));
                Assert.Equal(files, await FilesAsync(app, meeting));
            }
        });
    }

    private static async Task DateTheMeetingsAsync(LocalApp app)
    {
        using var coordinator = app.Client("coordinator");
        foreach (var (id, date) in new[] { ("2021-05", "2021-05-20"), ("2021-10", "2021-10-21"), ("2022-01", "2022-01-20") })
        {
            using var answer = await coordinator.PutAsJsonAsync($"hsvo/v1/meetings/{id}", new { date, agenda = new[] { new { plan = Plan.Id, round = id } } });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        Assert.All((await StatusAsync(app, "2021-05")).FocusAreas, f => Assert.Equal(0, f.Reporting.Due + f.Reporting.Missing));
    }

    // Opened on 20 April.
    private static async Task AnswerMayAsync(LocalApp app)
    {
        Assert.All((await StatusAsync(app, "2021-05")).FocusAreas, f => Assert.Equal(f.Coverage.Owed, f.Reporting.Due));
        foreach (var unit in Prompt)
        {
            await AnswerAsync(app, unit, "2021-05", null, (Better, "nej", "behind"), (Worse, "nej", "onTrack"), (Disputed, unit == "shs" ? "nej" : "ja", null));
        }
    }

    // Due on 6 May.
    private static async Task AnswerMayTooLateAsync(LocalApp app)
    {
        await AnswerAsync(app, Tardy, "2021-05", null, (Better, "nej", "behind"), (Worse, "nej", "onTrack"), (Disputed, "ja", null));
        var status = await StatusAsync(app, "2021-05");
        var row = Find(status.FocusAreas, Better);
        Assert.Equal("late", row.Answers.Single(a => a.Department == Tardy).Reporting);
        Assert.Equal((6, 1), (row.Reporting.Reported, row.Reporting.Late));
        Assert.Equal(7, Find(status.FocusAreas, NeverAnswered).Reporting.Missing);
    }

    private static void AssertFirst(SummaryDocument may)
    {
        Assert.Equal("sealed", may.Edition);
        var plan = Assert.Single(may.Plans);
        Assert.Null(plan.ComparedWith);
        Assert.Empty(plan.Changes);
        Assert.Contains(Disputed, plan.Disagreements);
    }

    // Sealed on 13 May: a change now needs the coordinator's permit, and a reason.
    private static async Task CorrectMayAsync(LocalApp app)
    {
        using var refused = await PostAsync(app, "amn", "2021-05", "Överenskommelsen var inte undertecknad.", (Disputed, "nej", "atRisk"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var fault = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Equal("round.sealed", fault["code"]!.GetValue<string>());
        await PermitAsync(app, "amn", "2021-05", "2021-05-19");
        await AnswerAsync(app, "amn", "2021-05", "Överenskommelsen var inte undertecknad.", (Disputed, "nej", "atRisk"));
    }

    // Between 21 September and 7 October.
    private static async Task AnswerOctoberAsync(LocalApp app)
    {
        foreach (var unit in (string[])[.. Prompt, Tardy])
        {
            await AnswerAsync(app, unit, "2021-10", null, (Better, "ja", null), (Worse, "nej", "behind"), (New, "nej", "atRisk"));
        }
    }

    // The final round, opened on 21 December: a nej now means that it never was finished.
    private static async Task AnswerJanuaryAsync(LocalApp app)
    {
        foreach (var unit in (string[])[.. Prompt, Tardy])
        {
            await AnswerAsync(app, unit, "2022-01", null, (Worse, "nej", null), (New, "ja", null));
        }
    }

    private static void AssertChanges(PlanFollowUpDocument plan)
    {
        Assert.Equal("2021-05", plan.ComparedWith!.Meeting);
        Assert.Equal(
            new()
            {
                [Better] = ("better", "behind", "completed"),
                [Worse] = ("worse", "onTrack", "behind"),
                [New] = ("new", null, "atRisk"),
                [Disputed] = ("worse", "onTrack", "atRisk"),
            },
            ChangesOf(plan));
        Assert.Contains(plan.StillMissing, m => m.Node == NeverAnswered && m.Departments.Count == 7);
        var correction = Assert.Single(plan.Corrections);
        Assert.Equal((Disputed, "amn", "2021-05"), (correction.Indicator, correction.Department, correction.Round));
        Assert.Equal((1, 2), (correction.RevisionBefore, correction.Revision));
        Assert.Equal("Överenskommelsen var inte undertecknad.", correction.Reason);
    }

    private static void AssertLastChanges(PlanFollowUpDocument plan)
    {
        Assert.Equal("2021-10", plan.ComparedWith!.Meeting);
        Assert.Equal(
            new()
            {
                [Worse] = ("worse", "behind", "overdue"),
                [New] = ("better", "atRisk", "completed"),
            },
            ChangesOf(plan));
        Assert.Contains(plan.StillMissing, m => m.Node == NeverAnswered && m.Departments.Count == 7);
        Assert.Empty(plan.Corrections);
    }

    private static Dictionary<string, (string Kind, string? Before, string? After)> ChangesOf(PlanFollowUpDocument plan) =>
        plan.Changes.Where(c => Rows.Contains(c.Node)).ToDictionary(c => c.Node, c => (c.Kind, c.Before, c.After));

    private static async Task<Dictionary<string, byte[]>> SealAsync(LocalApp app, string meeting)
    {
        using var coordinator = app.Client("coordinator");
        using var timer = await coordinator.PostAsJsonAsync("admin/functions/CompileMeetingPapers", new { });
        await app.WaitForOutputAsync($"Compiled the paper for the meeting {meeting}");
        return await FilesAsync(app, meeting);
    }

    private static async Task<Dictionary<string, byte[]>> FilesAsync(LocalApp app, string meeting)
    {
        using var reader = app.Client("reader");
        var versions = await reader.GetFromJsonAsync<SummaryVersionList>($"hsvo/v1/meetings/{meeting}/summary/versions");
        var files = new Dictionary<string, byte[]>();
        foreach (var file in Assert.Single(versions!.Versions, v => v.Edition == "sealed").Files)
        {
            files[file.Name] = await reader.GetByteArrayAsync(new Uri(file.Address, UriKind.Relative));
        }

        return files;
    }

    private static async Task<SummaryDocument> SummaryAsync(LocalApp app, string meeting)
    {
        using var reader = app.Client("reader");
        reader.DefaultRequestHeaders.Accept.Add(new("application/json"));
        return (await reader.GetFromJsonAsync<SummaryDocument>($"hsvo/v1/meetings/{meeting}/summary"))!;
    }

    private static async Task<StatusDocument> StatusAsync(LocalApp app, string round)
    {
        using var reader = app.Client("reader");
        return (await reader.GetFromJsonAsync<StatusDocument>($"hsvo/v1/status?plan={Plan.Id}&round={round}"))!;
    }

    private static StatusNode Find(IEnumerable<StatusNode> nodes, string id) => nodes.SelectMany(Below).Single(n => n.Id == id);

    private static IEnumerable<StatusNode> Below(StatusNode node) => [node, .. node.Children.SelectMany(Below)];

    private static async Task PermitAsync(LocalApp app, string department, string round, string until)
    {
        using var coordinator = app.Client("coordinator");
        using var answer = await coordinator.PostAsJsonAsync(
            $"hsvo/v1/plans/{Plan.Id}/rounds/{round}/late-change-permits", new { department, until, reason = "Fel rad besvarad." });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task AnswerAsync(LocalApp app, string department, string round, string? reason, params (string Row, string Value, string? Assessment)[] answers)
    {
        using var answer = await PostAsync(app, department, round, reason, answers);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(
        LocalApp app, string department, string round, string? reason, params (string Row, string Value, string? Assessment)[] answers)
    {
        using var client = app.Client("reporter", department);
        return await client.PostAsJsonAsync("hsvo/v1/reports", new
        {
            plan = Plan.Id,
            reports = answers.Select(a => new { indicator = a.Row, department, round, value = a.Value, assessment = a.Assessment, reason }),
        });
    }
}
