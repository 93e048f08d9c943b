using System.Globalization;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// Plans as they were known at a time, built from what is only ever added: the plan's version of then, the log of answers with the reviews given by then,
/// and the area's decisions of then. Everything downstream is the same code as for today. What has to be kept from being seen is kept from it whenever that was decided: masks, the
/// rows that count people, and how few of them are shown.
/// </summary>
/// <param name="plans">Every version of the plans.</param>
/// <param name="meetings">What areas have decided.</param>
/// <param name="reports">The reports.</param>
/// <param name="time">The clock.</param>
public sealed class PastPlans(IPlanStore plans, IMeetingStore meetings, IReportStore reports, TimeProvider time)
{
    /// <summary>A plan as it was known at an instant.</summary>
    /// <param name="current">The plan as it stands.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<PlanSnapshot>> FindAsync(PlanSnapshot current, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        if (asOf > time.GetUtcNow())
        {
            return new Failure(FailureKind.Malformed, "query.invalid", "Frågan kan inte besvaras som den är ställd.", "The query can't be answered as asked.")
            {
                Faults = [new("asOf.future", "asOf", "Vad som är känt då vet ingen än: välj en tid som har varit.", "What is known then nobody knows yet: choose a time that has been.")],
            };
        }

        var area = await meetings.ReadAsync(current.Plan.Area, cancellationToken);
        var log = await reports.ReadLogAsync(current.Plan.Key, cancellationToken).ToListAsync(cancellationToken);
        return new PlanSnapshot(
            await FindPlanAsync(current.AsImported, asOf, cancellationToken), Guarded(area.AsOf(asOf), current.Area), LoggedRevision.CellsAt(log, asOf),
            string.Create(CultureInfo.InvariantCulture, $"{current.Stamp}|{asOf.UtcTicks}"))
        {
            ReadAt = current.ReadAt,
            AsOf = asOf,
        };
    }

    private static AreaRecord Guarded(AreaRecord then, AreaRecord now) => then with
    {
        Configuration = then.Configuration with
        {
            Settings = then.Configuration.Settings with
            {
                SmallNumberThreshold = Math.Max(then.Configuration.Settings.SmallNumberThreshold, now.Configuration.Settings.SmallNumberThreshold),
            },
        },
    };

    // Before the first import the plan was what it then said: its document is older than its place here.
    private async Task<Plan> FindPlanAsync(Plan current, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var versions = await plans.ListVersionsAsync(current.Key, cancellationToken);
        var then = versions.NewestAt(asOf) ?? (versions is [var first, ..] ? first : null);
        return then is null || then.Number == current.Version || await plans.FindAsync(current.Key, then.Number, cancellationToken) is not { } plan
            ? current
            : plan with { Nodes = [.. plan.Nodes.Select(n => Marked(n, current.Find(n.Id)))] };
    }

    private static PlanNode Marked(PlanNode then, PlanNode? now) => now is { Indicator.CountsPeople: true } && then.Indicator is { IsNumber: true } spec
        ? then with { Indicator = spec with { CountsPeople = true } }
        : then;
}
