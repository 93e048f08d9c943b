using System.Text;
using System.Text.Json;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.Functions.Mapping.OData;
using Hsvo.Functions.Papers.Text;
using Hsvo.OData;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;
using Hsvo.UseCases.Papers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hsvo.Functions.Tests.Disclosure;

/// <summary>What someone who may only read can fetch, again and again while the reports come.</summary>
internal static class Documents
{
    private static readonly FakeTime Time = FakeTime.At(2021, 5, 15);
    private static readonly Caller Reader = new("reader", new HashSet<Role> { Role.Reader }, Department: null, IsExample: false);
    private static readonly HttpRequest Request = new DefaultHttpContext
    {
        RequestServices = new ServiceCollection().AddSingleton(PublicAddress.Read(new ConfigurationBuilder().Build())).BuildServiceProvider(),
    }.Request;

    private static readonly Expansion Everything = new(new Dictionary<string, Expansion> { ["goalValues"] = Expansion.None, ["aggregations"] = Expansion.None });

    /// <summary>What the published cells say after each report: enough to tell two worlds apart, and quick.</summary>
    public static IReadOnlyList<string> Cells(World world) => [.. world.Steps().Select(step => TextOf(SnapshotOf(world, step).Published))];

    /// <summary>Every document after each report, as of every time before it, with each answer's history.</summary>
    public static IReadOnlyList<string> All(World world)
    {
        Step[] steps = [.. world.Steps()];
        PlanSnapshot[] snapshots = [.. steps.Select(step => SnapshotOf(world, step))];
        return
        [
            .. snapshots.Zip(steps).SelectMany(s => Now(s.First.Published, s.Second.At)), .. Earlier(world, steps, snapshots, from: 0), .. Papers(snapshots),
            .. Histories(world, LogOf(steps)), .. Facts(snapshots, LogOf(steps)),
        ];
    }

    /// <summary>Every document that can still be fetched when all have come.</summary>
    public static IReadOnlyList<string> Late(World world)
    {
        Step[] steps = [.. world.Steps()];
        PlanSnapshot[] snapshots = [.. steps.Select(step => SnapshotOf(world, step))];
        return [.. Now(snapshots[^1].Published, steps[^1].At), .. Earlier(world, steps, snapshots, from: steps.Length - 1), .. Histories(world, LogOf(steps)), .. Facts(snapshots, LogOf(steps))];
    }

    /// <summary>The answers as they can still be fetched when all have come, of any time: quicker.</summary>
    public static IReadOnlyList<string> LateCells(World world)
    {
        Step[] steps = [.. world.Steps()];
        var last = SnapshotOf(world, steps[^1]);
        return [.. steps.Select((_, at) => TextOf(Then(world, steps, at, last).PublishedBy(last))), TextOf(last.Published), .. Histories(world, LogOf(steps))];
    }

    /// <summary>The cells that aren't shown when all have come.</summary>
    public static IReadOnlySet<ReportKey> HiddenInTheEnd(World world) =>
        SnapshotOf(world, world.Steps().Last()).Published.Cells.Where(c => c.Given.IsSuppressed).Select(c => c.Key).ToHashSet();

    /// <summary>The status of each round, the missing list, the burden, the answers one by one, and the scorecards in every workspace.</summary>
    private static IEnumerable<string> Now(PlanSnapshot snapshot, DateTimeOffset at)
    {
        var today = Time.Today();
        foreach (var text in StatusesOf(snapshot, today))
        {
            yield return text;
        }

        yield return Api(ReportMapping.ToDocument(ReadReports.In(snapshot, changedSince: null)));
        yield return Api(ReportMapping.ToDocument(ReadReports.In(snapshot, at)));
        foreach (var department in snapshot.Plan.Departments.Select(d => d.Id).Prepend(null))
        {
            var workspace = new Workspace(PowerBIIds.Group(snapshot.Plan.Area, department), department ?? "Samråd", department);
            var mapping = new GoalMapping(Request, new(workspace, snapshot), Reader, Time);
            yield return JsonSerializer.Serialize(mapping.ToGoals(Everything), Json.PowerBI);
        }

        // Whatever is asked of the feed is asked of these rows.
        var feed = PlanRows.Of(snapshot, today);
        yield return Api(feed.CurrentReports);
        yield return Api(feed.StatusFeed);
        yield return Api(feed.MissingReports);
    }

    // Everything that takes asOf=.
    private static IEnumerable<string> StatusesOf(PlanSnapshot snapshot, DateOnly today)
    {
        foreach (var round in snapshot.Plan.Rounds)
        {
            var status = snapshot.StatusIn(round, today);
            var missing = new MissingList(today, [ReadMissing.In(status)]);
            yield return Api(StatusMapping.ToDocument(status));
            yield return Api(MissingMapping.ToDocument(missing));
            yield return Encoding.UTF8.GetString(MissingCsv.Write(missing));
        }

        var burden = ReadBurden.In(snapshot, today);
        yield return Api(BurdenMapping.ToDocument(burden));
        yield return Encoding.UTF8.GetString(BurdenCsv.Write(burden));
    }

    // Asked after each report of every time before it; when all have come, in every document.
    private static IEnumerable<string> Earlier(World world, Step[] steps, PlanSnapshot[] snapshots, int from)
    {
        for (var at = 0; at < snapshots.Length; at++)
        {
            foreach (var now in snapshots[Math.Max(at, from)..])
            {
                yield return TextOf(Then(world, steps, at, now).PublishedBy(now));
            }

            foreach (var text in StatusesOf(Then(world, steps, at, snapshots[^1]).PublishedBy(snapshots[^1]), StockholmTime.DateOf(steps[at].At)))
            {
                yield return text;
            }
        }
    }

    // As PastPlans builds it.
    private static PlanSnapshot Then(World world, Step[] steps, int at, PlanSnapshot now)
    {
        var (plan, time) = (steps[at].Plan, steps[at].At);
        var marked = ReferenceEquals(plan, now.AsImported) ? plan : SmallNumbers.MarkedBy(plan, now.AsImported);
        return SnapshotOf(world, new(marked, LoggedRevision.CellsAt(LogOf(steps), time), time), time);
    }

    private static LoggedRevision[] LogOf(Step[] steps) =>
        [.. steps.SelectMany(s => s.Cells).DistinctBy(r => (r.Key, r.Revision)).OrderBy(r => r.ReportedAt).Select(r => new LoggedRevision(r, [], null))];

    // The paper for the last meeting, which tells what changed since the one before it was sealed, when half of the reports had come.
    private static IEnumerable<string> Papers(PlanSnapshot[] snapshots)
    {
        (PaperManifest Manifest, PaperPlan Plan)? last = null;
        foreach (var (at, snapshot) in snapshots.Index())
        {
            var isSealing = at == (snapshots.Length - 1) / 2;
            var round = isSealing ? 1 : 2;
            var (followUp, made) = SummarizeMeeting.Of(snapshot.Published, snapshot.Plan.Rounds[round], Time.Today(), last);
            var summary = new MeetingSummary { Meeting = snapshot.Meetings[round], Edition = PaperEdition.Preliminary, Today = Time.Today(), Plans = [followUp] };
            yield return Api(SummaryMapping.ToDocument(summary));
            yield return string.Join('\n', PaperText.Of(summary).Select(block => JsonSerializer.Serialize<object>(block)));
            last = isSealing ? (ManifestOf(summary.Meeting, made), made) : last;
        }
    }

    private static PaperManifest ManifestOf(Meeting meeting, PaperPlan made) => new()
    {
        Area = meeting.Area,
        Meeting = meeting.Id,
        MeetingDate = meeting.Date,
        Edition = PaperEdition.Sealed,
        ContentVersion = "",
        CompiledAt = Time.GetUtcNow(),
        Files = [],
        Plans = [made],
    };

    // When all have come: each history only grew until then.
    private static IEnumerable<string> Histories(World world, LoggedRevision[] log) => log.GroupBy(r => r.Original.Key)
        .Select(cell => Api(ReportMapping.ToDocument(ReadHistory.In(world.LastPlan, Reader, cell.Key, [.. cell]))));

    // The feed's facts hold each history, and what its revisions say of the status.
    private static IEnumerable<string> Facts(PlanSnapshot[] snapshots, LoggedRevision[] log)
    {
        if (snapshots is not [.., { Published: var now }])
        {
            return [];
        }

        var feed = PlanRows.Of(now, Time.Today());
        return log.Select(r => Api(feed.ToRow(ReadRevisions.Publish(now, r).Report)));
    }

    private static string TextOf(PlanSnapshot snapshot) => string.Join('\n', snapshot.Cells.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal).Select(c =>
        $"{c.Key} {c.Revision} {c.IsWithdrawn} {c.Given.IsSuppressed} {c.Given.Assessment} {string.Join('+', c.Given.Values)} {c.Given.Value?.Ratio} {c.Comment} {c.Reason}"));

    private static string Api<T>(T document) => JsonSerializer.Serialize(document, Json.Api);

    private static PlanSnapshot SnapshotOf(World world, Step step, DateTimeOffset? asOf = null)
    {
        var days = new DateOnly[] { new(2021, 5, 20), new(2021, 10, 20), new(2022, 1, 20) };
        var meetings = step.Plan.Rounds.Zip(days, (round, day) => round.On(day));
        var area = AreaRecord.Empty with { Meetings = [.. meetings], Configuration = new() { Settings = new() { SmallNumberThreshold = world.Threshold } } };
        return new(step.Plan, area, step.Cells, "stamp") { ReadAt = Time.GetUtcNow(), AsOf = asOf };
    }
}
