using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Calendar;

/// <summary>Which days do people need to know of? Those of every meeting there has been a date for, the removed ones too: who has them in a calendar is to hear of it.</summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
/// <param name="meetings">What the area has decided.</param>
/// <param name="time">The clock.</param>
public sealed class ReadCalendar(AreaOptions area, ReadPlans plans, IMeetingStore meetings, TimeProvider time)
{
    private readonly SharedRead<AreaHistory> _history = new(time, async _ => await meetings.ReadAsync(area.Area, CancellationToken.None));

    /// <summary>Reads them; storage is asked at most once a second.</summary>
    /// <param name="department">The department whose answers are awaited; null for everyone.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<AreaCalendar>> HandleAsync(string? department, CancellationToken cancellationToken)
    {
        var history = (await _history.GetAsync(cancellationToken))!;
        Plan[] all = [.. (await plans.ListAsync(cancellationToken)).Select(s => s.Plan)];
        var unit = department is null ? null : all.Select(p => p.FindDepartment(department)).FirstOrDefault(d => d is not null);
        if (department is not null && unit is null)
        {
            return UnknownDepartment(department, all);
        }

        var asked = all.Where(p => unit is null || p.Indicators.Any(i => p.Owing(i).Any(d => d.Id == unit.Id))).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var record = history.Now;
        return new AreaCalendar(area.Area, unit,
        [
            .. history.Meetings.GroupBy(c => c.Meeting.Id, StringComparer.Ordinal).Select(g => g.MaxBy(c => c.Number)!).SelectMany(c => DaysOf(c, record, asked))
                .Concat(asked.Values.Where(p => p.Cadence == PlanCadence.Monthly).SelectMany(p => DaysOf(p, record)))
                .OrderBy(d => d.Day).ThenBy(d => d.Id, StringComparer.Ordinal),
        ]);
    }

    private static IEnumerable<CalendarDay> DaysOf(MeetingChange change, AreaRecord record, Dictionary<string, Plan> asked)
    {
        var meeting = change.Meeting;
        (Plan Plan, Round Round)[] agenda =
        [
            .. from item in meeting.Agenda
               let plan = asked.GetValueOrDefault(item.Plan)
               where plan is not null
               let round = plan.FindRound(item.Round)
               where round is not null
               select (plan, round),
        ];
        if (agenda.Length == 0)
        {
            yield break;
        }

        CalendarDay Of(CalendarDayKind kind, DateOnly day, IReadOnlyList<(Plan, Round)> rounds) => new()
        {
            Id = $"{meeting.Id}.{kind.ToString().ToLowerInvariant()}",
            Kind = kind,
            Day = day,
            Meeting = meeting,
            Rounds = rounds,
            IsCancelled = change.IsRemoved,
            Sequence = change.Number - 1,
            ChangedAt = change.At,
        };

        // An extra meeting on the way to a round's ordinary one asks for no answers, and monthly rounds have days of their own.
        (Plan, Round)[] decided =
        [
            .. agenda.Where(i => i.Plan.Cadence != PlanCadence.Monthly && (change.IsRemoved || record.Meetings.MeetingOf(i.Plan, i.Round.Id)?.Id == meeting.Id)),
        ];
        if (decided.Length > 0)
        {
            yield return Of(CalendarDayKind.Opens, meeting.Opens, decided);
            yield return Of(CalendarDayKind.Due, meeting.Due, decided);
        }

        yield return Of(CalendarDayKind.Seals, meeting.Seals, agenda);
        yield return Of(CalendarDayKind.Meets, meeting.Date, agenda);
    }

    private static IEnumerable<CalendarDay> DaysOf(Plan plan, AreaRecord record) =>
        from round in plan.Rounds
        let days = record.DatedRoundOf(plan, round).Timeline
        where days is not null
        select new CalendarDay
        {
            Id = $"{plan.Id}.{round.Id}.due",
            Kind = CalendarDayKind.Due,
            Day = days.Due,
            Rounds = [(plan, round)],
            IsAssumed = days.IsAssumed,
            Sequence = record.Configuration.Version,

            // Until the office has settled anything, the days are the plan's own.
            ChangedAt = record.Configuration.SetAt ?? StockholmTime.StartOf(plan.FirstDay),
        };

    private static Failure UnknownDepartment(string department, IEnumerable<Plan> all)
    {
        var choices = string.Join(", ", all.SelectMany(p => p.Departments).Select(d => d.Id).Distinct());
        return new(FailureKind.NotFound, "department.unknown",
            $"Enheten ”{Excerpt.Of(department)}” finns inte här; de som finns: {choices}.", $"There is no unit '{Excerpt.Of(department)}' here; there are: {choices}.")
        {
            Faults = [new("department.unknown", "department", $"Välj en av: {choices}.", $"Choose one of: {choices}.")],
        };
    }
}
