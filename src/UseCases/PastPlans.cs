using System.Globalization;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Disclosure;
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
        if (!(await FindVersionAsync(current, asOf, cancellationToken)).Succeeded(out var version, out var failure))
        {
            return failure;
        }

        var area = await meetings.ReadAsync(current.Plan.Area, cancellationToken);
        var log = await reports.ReadLogAsync(current.Plan.Key, cancellationToken).ToListAsync(cancellationToken);
        return new PlanSnapshot(
            await FindPlanAsync(current.AsImported, version.Number, cancellationToken), Guarded(area.AsOf(asOf), current.Area), LoggedRevision.CellsAt(log, asOf),
            string.Create(CultureInfo.InvariantCulture, $"{current.Stamp}|{asOf.UtcTicks}"))
        {
            ReadAt = current.ReadAt,
            AsOf = asOf,
        };
    }

    /// <summary>The version of a plan that was in force at an instant.</summary>
    /// <param name="current">The plan as it stands.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<PlanVersion>> FindVersionAsync(PlanSnapshot current, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        if (RefuseFuture(asOf, time) is { } future)
        {
            return future;
        }

        var versions = await plans.ListVersionsAsync(current.Plan.Key, cancellationToken);
        return versions.NewestAt(asOf) is { } version ? version : Before(current.Plan.Id, versions[0]);
    }

    /// <summary>That nobody knows yet what is known at an instant; null for one that has been.</summary>
    internal static Failure? RefuseFuture(DateTimeOffset asOf, TimeProvider time) => asOf <= time.GetUtcNow() ? null
        : new(FailureKind.Malformed, "query.invalid", "Frågan kan inte besvaras som den är ställd.", "The query can't be answered as asked.")
        {
            Faults = [new("asOf.future", "asOf", "Vad som är känt då vet ingen än: välj en tid som har varit.", "What is known then nobody knows yet: choose a time that has been.")],
        };

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

    private async Task<Plan> FindPlanAsync(Plan current, int version, CancellationToken cancellationToken) =>
        version == current.Version || await plans.FindAsync(current.Key, version, cancellationToken) is not { } plan
            ? current
            : SmallNumbers.MarkedBy(plan, current);

    // A version whose time wasn't kept counts as always there: the first of others has its time.
    private static Failure Before(string plan, PlanVersion first)
    {
        var since = first.Imported!.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new(FailureKind.NotFound, "asOf.before", $"Planen ”{plan}” fanns inte här då: den lästes in {since}.", $"The plan '{plan}' wasn't here then: it was imported {since}.")
        {
            Faults = [new("asOf.before", "asOf", $"Välj en tid från {since}.", $"Choose a time from {since}.")],
        };
    }
}
