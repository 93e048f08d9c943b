using System.Text.Json;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Http;
using Hsvo.Functions.Http.PowerBI;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Hsvo.TestKit;
using Hsvo.TestKit.Builders;
using Hsvo.UseCases;
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
    public static IReadOnlyList<string> Cells(World world) =>
    [
        .. world.Stored().Select(stored => string.Join('\n', SnapshotOf(world, stored).Published.Cells.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal).Select(c =>
            $"{c.Key} {c.Revision} {c.Answer.IsSuppressed} {c.Answer.Assessment} {string.Join('+', c.Answer.Values)} {c.Comment} {c.Reason}"))),
    ];

    /// <summary>Every document after each report: the status of each round, the missing list, and the scorecards in every workspace.</summary>
    public static IReadOnlyList<string> All(World world) => [.. world.Stored().SelectMany(stored => Of(SnapshotOf(world, stored)))];

    private static IEnumerable<string> Of(PlanSnapshot plain)
    {
        var (snapshot, today) = (plain.Published, Time.Today());
        foreach (var round in snapshot.Plan.Rounds)
        {
            var status = snapshot.StatusIn(round, today);
            yield return JsonSerializer.Serialize(StatusMapping.ToDocument(status), Json.Api);
            yield return JsonSerializer.Serialize(MissingMapping.ToDocument(new MissingList(today, [ReadMissing.In(status)])), Json.Api);
        }

        foreach (var department in snapshot.Plan.Departments.Select(d => d.Id).Prepend(null))
        {
            var workspace = new Workspace(PowerBIIds.Group(snapshot.Plan.Area, department), department ?? "Samråd", department);
            var mapping = new GoalMapping(Request, new(workspace, snapshot), Reader, Time);
            yield return JsonSerializer.Serialize(mapping.ToGoals(Everything), Json.PowerBI);
        }
    }

    private static PlanSnapshot SnapshotOf(World world, IReadOnlyList<Report> stored)
    {
        var meeting = world.Plan.Rounds[0].On(new(2021, 5, 20));
        var area = AreaRecord.Empty with { Meetings = [meeting], Configuration = new() { Settings = new() { SmallNumberThreshold = world.Threshold } } };
        return new(world.Plan, area, stored, "stamp");
    }
}
