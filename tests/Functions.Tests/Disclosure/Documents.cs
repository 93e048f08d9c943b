using System.Text;
using System.Text.Json;
using Hsvo.Domain.Areas;
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
    public static IReadOnlyList<string> Cells(World world) => [.. world.Stored().Select(stored => TextOf(SnapshotOf(world, stored).Published))];

    /// <summary>Every document after each report, as of every time before it, with each answer's history.</summary>
    public static IReadOnlyList<string> All(World world)
    {
        PlanSnapshot[] snapshots = [.. world.Stored().Select(stored => SnapshotOf(world, stored))];
        LoggedRevision[] log =
        [
            .. snapshots.SelectMany(s => s.Cells).DistinctBy(r => (r.Key, r.Revision)).OrderBy(r => r.ReportedAt).Select(r => new LoggedRevision(r, [], null)),
        ];
        return
        [
            .. snapshots.SelectMany((s, at) => Now(s.Published, at)), .. Earlier(world, snapshots, log), .. Papers(snapshots), .. Histories(world, log),
            .. Facts(snapshots, log),
        ];
    }

    /// <summary>The status of each round, the missing list, the burden, the answers one by one, and the scorecards in every workspace.</summary>
    private static IEnumerable<string> Now(PlanSnapshot snapshot, int at)
    {
        var today = Time.Today();
        foreach (var text in StatusesOf(snapshot, today))
        {
            yield return text;
        }

        yield return Api(ReportMapping.ToDocument(ReadReports.In(snapshot, changedSince: null)));
        yield return Api(ReportMapping.ToDocument(ReadReports.In(snapshot, World.TimeOf(at))));
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
    private static IEnumerable<string> Earlier(World world, PlanSnapshot[] snapshots, LoggedRevision[] log)
    {
        for (var at = 0; at < snapshots.Length; at++)
        {
            var then = SnapshotOf(world, LoggedRevision.CellsAt(log, World.TimeOf(at)), World.TimeOf(at));
            foreach (var now in snapshots[at..])
            {
                yield return TextOf(then.PublishedBy(now));
            }

            foreach (var text in StatusesOf(then.PublishedBy(snapshots[^1]), StockholmTime.DateOf(World.TimeOf(at))))
            {
                yield return text;
            }
        }
    }

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
        .Select(cell => Api(ReportMapping.ToDocument(ReadHistory.In(world.Plan, Reader, cell.Key, [.. cell]))));

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

    private static PlanSnapshot SnapshotOf(World world, IReadOnlyList<Report> stored, DateTimeOffset? asOf = null)
    {
        var days = new DateOnly[] { new(2021, 5, 20), new(2021, 10, 20), new(2022, 1, 20) };
        var meetings = world.Plan.Rounds.Zip(days, (round, day) => round.On(day));
        var area = AreaRecord.Empty with { Meetings = [.. meetings], Configuration = new() { Settings = new() { SmallNumberThreshold = world.Threshold } } };
        return new(world.Plan, area, stored, "stamp") { ReadAt = Time.GetUtcNow(), AsOf = asOf };
    }
}
