using Hsvo.Domain.Meetings;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Notices;

/// <summary>What is there to tell right now, and to which department? Nothing of what was to be told while nobody ran.</summary>
/// <param name="area">The area served.</param>
/// <param name="missing">Who owes what.</param>
/// <param name="plans">The plans.</param>
/// <param name="feeds">The meetings.</param>
/// <param name="papers">The papers.</param>
/// <param name="options">When reminders are sent.</param>
/// <param name="time">The clock.</param>
public sealed class DueNotices(
    AreaOptions area, ReadMissing missing, ReadPlans plans, PlanFeeds feeds, IPaperStore papers, NoticeOptions options, TimeProvider time)
{
    /// <summary>After so many days it is no news that answers are missing, or a paper is sealed.</summary>
    public const int NewsDays = 14;

    /// <summary>No notice is of a day further away than this: a paper that is sealed later than so is no news.</summary>
    public const int Horizon = 90;

    /// <summary>Reads what there is to tell.</summary>
    public async Task<IReadOnlyList<DueNotice>> ReadAsync(CancellationToken cancellationToken) =>
        [.. await ReadRemindersAsync(cancellationToken), .. await ReadSealedAsync(cancellationToken)];

    private async Task<List<DueNotice>> ReadRemindersAsync(CancellationToken cancellationToken)
    {
        if (!(await missing.ListAsync(new(Plan: null, Round: null, Department: null, AsOf: null), cancellationToken)).Succeeded(out var list, out _))
        {
            return [];
        }

        // One for everything that is due on a day, whatever plans it is of.
        return
        [
            .. from unit in list.Units
               from day in unit.Awaited.Where(p => p.Plan.Status.Timeline is not null).GroupBy(p => p.Plan.Status.Timeline!.Due)
               let kind = KindOn(day.Key.DayNumber - list.Today.DayNumber)
               where kind is not null
               select new DueNotice(kind.Value, day.Key, unit.Department.Id) { Missing = new(unit.Department, [.. day]) },
        ];
    }

    private NoticeKind? KindOn(int daysLeft) =>
        daysLeft >= 0 && daysLeft <= options.DaysBefore ? NoticeKind.DueSoon
        : daysLeft <= -options.DaysAfter && daysLeft < 0 && daysLeft >= -NewsDays ? NoticeKind.Overdue
        : null;

    private async Task<List<DueNotice>> ReadSealedAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        var found = new List<DueNotice>();
        foreach (var meeting in (await feeds.ReadAreaAsync(area.Area, cancellationToken)).Meetings.Where(m => m.Seals <= today && m.Seals > today.AddDays(-Horizon)))
        {
            if (await papers.FindNewestAsync(area.Area, meeting.Id, cancellationToken) is { Edition: PaperEdition.Sealed } paper
                && StockholmTime.DateOf(paper.CompiledAt) >= today.AddDays(-NewsDays))
            {
                found.AddRange((await DepartmentsOfAsync(meeting, cancellationToken)).Select(d => new DueNotice(NoticeKind.PaperSealed, meeting.Seals, d) { Meeting = meeting }));
            }
        }

        return found;
    }

    private async Task<IEnumerable<string>> DepartmentsOfAsync(Meeting meeting, CancellationToken cancellationToken) =>
        (await plans.ListAsync(cancellationToken)).Select(s => s.Plan).Where(p => meeting.Agenda.Any(i => i.Plan == p.Id))
            .SelectMany(p => p.Indicators.SelectMany(p.Owing)).Select(d => d.Id).Distinct(StringComparer.Ordinal);
}

/// <summary>Something to tell a department.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">The last day to answer, or the day of sealing, which doesn't move with the meeting.</param>
/// <param name="Department">The department's id.</param>
public sealed record DueNotice(NoticeKind Kind, DateOnly Day, string Department)
{
    /// <summary>What the department still owes that is due on the day; null for a sealed paper.</summary>
    public UnitMissing? Missing { get; init; }

    /// <summary>The meeting whose paper was sealed; null for a reminder.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>The notice of it to a receiver.</summary>
    /// <param name="receiver">The receiver's name.</param>
    /// <param name="now">The time.</param>
    public Notice To(string receiver, DateTimeOffset now) =>
        new() { Kind = Kind, Day = Day, Meeting = Meeting?.Id, Department = Department, Receiver = receiver, CreatedAt = now, NextAttempt = now };
}
