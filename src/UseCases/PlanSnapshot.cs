using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Areas;
using Hsvo.Domain.Disclosure;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>One plan with what its area has decided and every cell that counts, as storage had it at one stamp.</summary>
/// <param name="plan">The plan.</param>
/// <param name="area">What its area has decided.</param>
/// <param name="cells">The newest report of each cell, all rounds.</param>
/// <param name="stamp">The stamps of plan, area and reports.</param>
public sealed class PlanSnapshot(Plan plan, AreaRecord area, IReadOnlyList<Report> cells, string stamp)
{
    private Day _day = new(default, "");
    private PlanSnapshot? _published;

    /// <summary>The plan, with who owes what as the area has settled it.</summary>
    public Plan Plan { get; } = area.ApplyTo(plan);

    /// <summary>The plan as it was imported: who owes what may have been settled otherwise since.</summary>
    public Plan AsImported { get; } = plan;

    /// <summary>What the plan's area has decided, about this plan and others.</summary>
    public AreaRecord Area { get; } = area;

    /// <summary>The dated meetings that follow the plan up.</summary>
    public IReadOnlyList<Meeting> Meetings { get; } = [.. area.Meetings.Where(m => m.Agenda.Any(i => i.Plan == plan.Id))];

    /// <summary>The plan's permits for late changes.</summary>
    public IReadOnlyList<LateChangePermit> Permits { get; } = [.. area.Permits.Where(p => p.Plan == plan.Id)];

    /// <summary>The newest report of each cell, all rounds.</summary>
    public IReadOnlyList<Report> Cells { get; } = cells;

    /// <summary>What tells this snapshot from any other of the plan.</summary>
    public string Stamp { get; } = stamp;

    /// <summary>The smallest count of people that everyone may see.</summary>
    public int Threshold => Area.Configuration.Settings.SmallNumberThreshold;

    /// <summary>Whether it holds every answer as it was given, or what everyone may see.</summary>
    public Edition Edition { get; private init; }

    /// <summary>The edition that everyone may see: answers that count few people are left out before anything is computed or asked of it.</summary>
    public PlanSnapshot Published => Edition == Edition.Published ? this : LazyInitializer.EnsureInitialized(ref _published, Publish);

    /// <summary>What everyone may see now of an earlier time: nothing that is hidden since.</summary>
    /// <param name="now">The plan as it stands.</param>
    public PlanSnapshot PublishedBy(PlanSnapshot now) => With(SmallNumbers.PublishEarlier(Plan, Cells, now.Plan, now.Published.Cells, Threshold));

    /// <summary>A round with its meeting and days.</summary>
    public DatedRound Dated(Round round) => Area.DatedRoundOf(Plan, round);

    /// <summary>The round people mean when they name none.</summary>
    public Round CurrentRound(DateOnly today) => Area.CurrentRoundOf(Plan, today);

    /// <summary>The cells with what tells their states apart, to decide a submission on; none in an edition that nobody writes from.</summary>
    public IReadOnlyList<StoredCell> Stored { get; init; } = [];

    /// <summary>When storage was asked for it, UTC: everything stored by then is in it.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>The instant that it tells of, when it isn't of now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The plan's status in a round on a day, computed once.</summary>
    /// <param name="round">The round.</param>
    /// <param name="today">Today in Stockholm.</param>
    /// <param name="department">Whose answers alone count; null for everyone's.</param>
    public PlanStatus StatusIn(Round round, DateOnly today, string? department = null) => On(today).Statuses.GetOrAdd(
        (round.Id, department),
        _ => PlanStatus.Compute(department is null ? Plan : Plan.AnsweredBy(department), Dated(round), Cells, today));

    /// <summary>An entity tag's text: new when anything the status is computed from is, the day in Stockholm included.</summary>
    public string VersionOn(DateOnly today) => On(today).Version;

    private PlanSnapshot Publish() => With(SmallNumbers.Publish(Plan, Cells, Threshold));

    private PlanSnapshot With(IReadOnlyList<Report> published) =>
        new(AsImported, Area, published, Stamp) { Edition = Edition.Published, ReadAt = ReadAt, AsOf = AsOf };

    // One day's alone, since a snapshot lives as long as nobody changes the plan.
    private Day On(DateOnly date)
    {
        while (true)
        {
            var day = Volatile.Read(ref _day);
            if (day.Date == date)
            {
                return day;
            }

            Interlocked.CompareExchange(ref _day, new(date, VersionOf(date)), day);
        }
    }

    private string VersionOf(DateOnly date) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Plan.Key}|{Stamp}|{date:yyyy-MM-dd}|{Edition}")).AsSpan(0, 12));

    private sealed class Day(DateOnly date, string version)
    {
        public DateOnly Date { get; } = date;

        public string Version { get; } = version;

        public ConcurrentDictionary<(string Round, string? Department), PlanStatus> Statuses { get; } = new();
    }
}

/// <summary>Who a snapshot is for.</summary>
public enum Edition
{
    /// <summary>Every answer as it was given: for the unit that gave it, the coordinating office and the rules of submission.</summary>
    Plain,

    /// <summary>What everyone may see.</summary>
    Published,
}
