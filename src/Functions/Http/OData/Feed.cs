using Hsvo.Domain.Meetings;
using Hsvo.Functions.Mapping.OData;
using Hsvo.Functions.Telemetry;
using Hsvo.OData;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http.OData;

/// <summary>
/// The feed's sets in memory, one for all readers: made anew when a plan has changed or the day has, and then only that plan's rows. What is read is the
/// published edition, whoever asks.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="area">The area served.</param>
/// <param name="time">The clock.</param>
public sealed class Feed(ReadPlans plans, AreaOptions area, TimeProvider time)
{
    private readonly Lock _making = new();
    private FeedSnapshot? _newest;

    /// <summary>The sets as they stand.</summary>
    internal async Task<FeedSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var published = await plans.ListAsync(cancellationToken);
        var today = time.Today();
        if (Volatile.Read(ref _newest) is { } newest && newest.IsOf(published, today))
        {
            return newest;
        }

        lock (_making)
        {
            // Those who came meanwhile find what the first one made.
            if (_newest is { } made && made.IsOf(published, today))
            {
                return made;
            }

            var began = time.GetTimestamp();
            var known = _newest?.Tables.ByPlan ?? [];
            PlanRows[] rows =
            [
                .. published.Select(p => known.FirstOrDefault(k => ReferenceEquals(k.Snapshot, p) && k.Today == today) ?? PlanRows.Of(p, today)),
            ];
            _newest = new(new(area.Area, today, rows));
            Measures.FeedMade(time.GetElapsedTime(began));
            return _newest;
        }
    }
}

/// <summary>The feed at one time.</summary>
/// <param name="tables">Its rows.</param>
internal sealed class FeedSnapshot(FeedTables tables)
{
    // Most clients ask for few of the sets.
    private readonly Dictionary<string, Lazy<EntityRows>> _sets = FeedSchema.Model.Sets.Where(s => s.Name != FeedSchema.Reports)
        .ToDictionary(s => s.Name, s => new Lazy<EntityRows>(() => FeedSchema.RowsOf(s.Name, tables)), StringComparer.Ordinal);

    public FeedTables Tables { get; } = tables;

    /// <summary>The rows of a set that is held in memory.</summary>
    public EntityRows this[string set] => _sets[set].Value;

    /// <summary>Whether it was made of these very plans on this day.</summary>
    public bool IsOf(IReadOnlyList<PlanSnapshot> plans, DateOnly today) =>
        Tables.Today == today && Tables.ByPlan.Count == plans.Count && Tables.ByPlan.Zip(plans).All(p => ReferenceEquals(p.First.Snapshot, p.Second));
}
