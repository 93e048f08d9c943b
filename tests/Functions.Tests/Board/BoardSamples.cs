using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Pages;
using Hsvo.Functions.Pages.Board;
using Hsvo.Functions.Tests.Frame;
using Hsvo.Functions.Tests.Papers;
using Hsvo.Plans;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hsvo.Functions.Tests.Board;

/// <summary>The real plans, each answered by all that a year may bring, and the board's pages of them.</summary>
internal static class BoardSamples
{
    /// <summary>Every plan with made-up answers to all of its rounds.</summary>
    public static IReadOnlyDictionary<string, StatusFeed> Feeds { get; } = PlanLibrary.All.ToDictionary(p => p.Id, p => FeedOf(p, answered: 85));

    /// <summary>A plan in its last round, the answers as published, with a meeting for each round but those of months.</summary>
    public static StatusFeed FeedOf(Plan plan, int answered)
    {
        Report[] cells = [.. plan.Rounds.SelectMany((r, i) => Samples.AnswersIn(plan, r.Id, seed: i + 1, answered))];
        Meeting[] meetings = plan.Cadence == PlanCadence.Monthly
            ? []
            : [.. plan.Rounds.Select(r => new Meeting { Id = $"{r.Id}", Area = plan.Area, Date = r.Ends, Agenda = [new(plan.Id, r.Id)] })];
        var snapshot = new PlanSnapshot(plan, new AreaRecord { Meetings = meetings }, cells, "stamp").Published;
        var (round, today) = (plan.Rounds[^1], plan.Rounds[^1].Ends.AddDays(-10));
        return new(snapshot.StatusIn(round, today), snapshot, snapshot.VersionOn(today));
    }

    public static PageContext Page(PageLanguage language = PageLanguage.Swedish) => new(language, "/", [], new HashSet<Role> { Role.Reader }, IsSignedIn: true);

    public static Task<byte[]> BoardAsync(PageContext page, params IReadOnlyList<StatusFeed> feeds) => RenderAsync<BoardPage>(page, new()
    {
        [nameof(BoardPage.Feeds)] = feeds,
        [nameof(BoardPage.Meetings)] = feeds.SelectMany(f => f.Snapshot.Meetings).ToList(),
        [nameof(BoardPage.Warnings)] = new[] { new MeetingWarning(new(2022, 1, 1), 20) },
        [nameof(BoardPage.Today)] = new DateOnly(2021, 5, 8),
    });

    public static Task<byte[]> PlanAsync(PageContext page, StatusFeed feed, (PaperManifest, PaperPlan)? last = null) => RenderAsync<PlanPage>(page, new()
    {
        [nameof(PlanPage.FollowUp)] = SummarizeMeeting.Of(feed.Snapshot, feed.Status.Round, feed.Status.Today, last).FollowUp,
        [nameof(PlanPage.Meetings)] = feed.Snapshot.Meetings,
    });

    /// <summary>A goal's or an indicator's page.</summary>
    public static Task<byte[]> NodeAsync(PageContext page, StatusFeed feed, PlanNode node)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(NodePage.Feed)] = feed,
            [nameof(NodePage.Node)] = node,
            [nameof(NodePage.Elsewhere)] = Threads.PlacesIn(PlanLibrary.All).Where(p => p.Plan.Id != feed.Status.Plan.Id).ToLookup(p => p.Thread.Id),
        };
        return node.Kind == NodeKind.Goal ? RenderAsync<GoalPage>(page, parameters) : RenderAsync<IndicatorPage>(page, parameters);
    }

    public static IHtmlDocument Read(byte[] page) => Html.Read(Encoding.UTF8.GetString(page));

    public static async Task<byte[]> RenderAsync<TPage>(PageContext page, Dictionary<string, object?> parameters)
        where TPage : PageComponent
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return await new PageRenderer(services, NullLoggerFactory.Instance).RenderAsync<TPage>(page, parameters);
    }
}
