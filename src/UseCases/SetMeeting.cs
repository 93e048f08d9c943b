using Hsvo.Domain.Areas;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>What the coordinator says of a meeting.</summary>
/// <param name="Date">The day; null where none is said.</param>
/// <param name="Kind">Ordinary or extra.</param>
/// <param name="Agenda">What is followed up.</param>
public sealed record MeetingPlan(DateOnly? Date, MeetingKind Kind, IReadOnlyList<AgendaItem> Agenda)
{
    /// <summary>The meeting's registry number; null for none.</summary>
    public string? Diarienummer { get; init; }

    /// <summary>The number of the meeting's last change as the coordinator saw it, 0 where there was no such meeting; null where that isn't said.</summary>
    public int? Seen { get; init; }
}

/// <summary>The meetings that an area knows of.</summary>
/// <param name="Meetings">By date.</param>
/// <param name="Warnings">The ordinary months that are near and have no dated meeting, the nearest first.</param>
public sealed record KnownMeetings(IReadOnlyList<Meeting> Meetings, IReadOnlyList<MeetingWarning> Warnings);

/// <summary>Which meetings are dated? And the coordinator sets or moves one.</summary>
/// <param name="area">The area served.</param>
/// <param name="meetings">The meetings.</param>
/// <param name="papers">The papers.</param>
/// <param name="feeds">The plans.</param>
/// <param name="time">The clock.</param>
public sealed class SetMeeting(AreaOptions area, IMeetingStore meetings, IPaperStore papers, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>The longest registry number, in characters.</summary>
    public const int MaxDiarienummer = 60;

    /// <summary>The most rounds one meeting follows up.</summary>
    public const int MaxAgenda = 20;

    // Coordinators are few and seldom busy at once; five misses in a row mean something else is wrong.
    internal const int Attempts = 5;

    /// <summary>The area's meetings by date.</summary>
    public async Task<IReadOnlyList<Meeting>> ListAsync(CancellationToken cancellationToken) =>
        (await feeds.ReadAreaAsync(area.Area, cancellationToken)).Meetings;

    /// <summary>A meeting as it stands, by its last change; null where there is none.</summary>
    public async Task<MeetingChange?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await meetings.ReadAsync(area.Area, cancellationToken)).FindMeeting(id);

    /// <summary>The ordinary months that are near and have no dated meeting, the nearest first.</summary>
    public async Task<IReadOnlyList<MeetingWarning>> ListWarningsAsync(CancellationToken cancellationToken) =>
        (await feeds.ReadAreaAsync(area.Area, cancellationToken)).WarningsOn(time.Today());

    /// <summary>The meetings and warnings as they were known at an instant, on the day that it was in Stockholm then.</summary>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<KnownMeetings>> ListAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (asOf is { } instant && PastPlans.RefuseFuture(instant, time) is { } future)
        {
            return future;
        }

        var record = asOf is { } then ? (await meetings.ReadAsync(area.Area, cancellationToken)).AsOf(then) : await feeds.ReadAreaAsync(area.Area, cancellationToken);
        return new KnownMeetings(record.Meetings, record.WarningsOn(StockholmTime.DateOf(asOf ?? time.GetUtcNow())));
    }

    /// <summary>
    /// Creates a meeting, or moves it and changes its agenda. Once its paper is sealed the agenda stays, since that paper is for it, and so do the days
    /// of its rounds: a sealed round isn't opened by moving the meeting.
    /// </summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="id">The meeting's id.</param>
    /// <param name="plan">What it is to be.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<Meeting>> HandleAsync(Caller caller, string id, MeetingPlan plan, CancellationToken cancellationToken)
    {
        var plans = (await feeds.ListAsync(area.Area, cancellationToken)).ToDictionary(s => s.Plan.Id, s => s.Plan);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // The stamp before the meetings: what is changed after it was read is refused by the store.
            var stamp = await meetings.ReadStampAsync(area.Area, cancellationToken);
            var history = await meetings.ReadAsync(area.Area, cancellationToken);
            var last = history.FindMeeting(id);
            var before = last?.Meeting;
            if (before is not null && SaysTheSame(before, plan))
            {
                return before;
            }

            var faults = FaultsOf(id, plan, plans, history.Now);
            if (plan.Seen is { } seen && seen != (last?.Number ?? 0))
            {
                return Overtaken(id, seen, before, faults);
            }

            if (faults.Count > 0 || plan.Date is not { } date)
            {
                return new Failure(FailureKind.Invalid, "meeting.invalid", "Samrådet har inte sparats.", "The meeting was not stored.") { Faults = faults };
            }

            var today = time.Today();
            var isSealed = before?.Seals <= today;
            if (await BelongsElsewhereAsync(id, plan, isSealed ? before : null, cancellationToken))
            {
                return new Failure(FailureKind.Conflict, "meeting.sealed",
                    $"Underlaget till samrådet ”{id}” är fastställt, så dess dagordning kan inte ändras. Välj ett annat id för ett annat samråd.",
                    $"The paper for the meeting '{id}' is sealed, so its agenda can't be changed. Choose another id for another meeting.");
            }

            var meeting = new Meeting
            {
                Id = id,
                Area = area.Area,
                Date = date,
                Kind = plan.Kind,
                Agenda = plan.Agenda,
                Days = isSealed
                    ? before!.Days.WhenMoved(date.DayNumber - before.Date.DayNumber)
                    : history.Now.Configuration.Settings.Days.AtNoticeOf(date.DayNumber - today.DayNumber, wasDue: before?.Due < today),
                Diarienummer = NumberOf(plan),
                IsExample = caller.IsExample,
            };
            if (SealedRounds.FailureOf(history.Now.Meetings, [.. history.Now.Meetings.Where(m => m.Id != id), meeting], today) is { } failure)
            {
                return failure;
            }

            var change = new MeetingChange(history.NextChangeOf(id), meeting, IsRemoved: false, caller.ObjectId, time.GetUtcNow()) { Origin = caller.Origin };
            if (await meetings.TryAddAsync(change, stamp, cancellationToken))
            {
                feeds.InvalidateArea(area.Area);
                return meeting;
            }
        }

        return Busy;
    }

    internal static Failure Busy => new(FailureKind.Unavailable, "storage.unavailable",
        "Andra ändrar samråd just nu. Skicka samma sak igen.", "Others are changing meetings right now. Send the same again.")
    {
        RetryAfter = TimeSpan.FromSeconds(2),
    };

    private static Failure Overtaken(string id, int seen, Meeting? now, IReadOnlyList<Fault> faults) => new(FailureKind.PreconditionFailed, "meeting.overtaken",
        "Samrådet har inte sparats.", "The meeting was not stored.")
    {
        Faults =
        [
            (seen, now) switch
            {
                (0, { } there) => new("meeting.overtaken", "meetingId",
                    $"Det finns redan ett samråd med id:t ”{id}”, den {SwedishDates.Long(there.Date)}. Välj ett annat id, eller ändra det som finns.",
                    $"There is a meeting '{id}' already, on {EnglishDates.Long(there.Date)}. Choose another id, or change the one that is there."),
                (_, { } moved) => new("meeting.overtaken", "/date",
                    $"Någon annan har ändrat samrådet under tiden: det är nu den {SwedishDates.Long(moved.Date)}. Läs igenom och spara igen.",
                    $"Somebody else changed the meeting meanwhile: it is on {EnglishDates.Long(moved.Date)} now. Read it through and save again."),
                _ => new("meeting.overtaken", "/date",
                    "Någon annan har tagit bort samrådet under tiden. Spara igen om det ska finnas.",
                    "Somebody else removed the meeting meanwhile. Save again if it is to be."),
            },
            .. faults,
        ],
    };

    // Said again, whenever: nothing is changed, so nothing is asked about the day.
    private static bool SaysTheSame(Meeting meeting, MeetingPlan plan) =>
        meeting.Date == plan.Date && meeting.Kind == plan.Kind && meeting.Diarienummer == NumberOf(plan) && meeting.Agenda.SequenceEqual(plan.Agenda);

    private static string? NumberOf(MeetingPlan plan) => string.IsNullOrWhiteSpace(plan.Diarienummer) ? null : plan.Diarienummer.Trim();

    private List<Fault> FaultsOf(string id, MeetingPlan meeting, Dictionary<string, Plan> plans, AreaRecord record)
    {
        var faults = new List<Fault>();
        if (!Identifier.IsValid(id))
        {
            faults.Add(new("meeting.id", "meetingId", "Ett samråds id är 1–64 tecken av a–z, 0–9, punkt och bindestreck.",
                "A meeting's id is 1-64 of a-z, 0-9, dot and hyphen."));
        }

        // A meeting that is over would be sealed within the hour, by mistake more often than not, and what is sealed is never removed.
        if (meeting.Date is not { } date)
        {
            faults.Add(new("field.required", "/date", "Skriv samrådets datum.", "Write the meeting's date."));
        }
        else if (time.Today().AddDays(1) is var tomorrow && date < tomorrow)
        {
            faults.Add(new("meeting.date", "/date", $"Ett samråd dateras tidigast till i morgon, {SwedishDates.Long(tomorrow)}.",
                $"A meeting is dated from tomorrow on, {EnglishDates.Long(tomorrow)}."));
        }

        if (meeting.Agenda.Count is < 1 or > MaxAgenda)
        {
            faults.Add(new("agenda.count", "/agenda", $"Välj vad som följs upp: 1 till {MaxAgenda} omgångar. Nu är det {meeting.Agenda.Count}.",
                $"Choose what is followed up: 1 to {MaxAgenda} rounds. Now there are {meeting.Agenda.Count}."));
        }

        for (var i = 0; i < meeting.Agenda.Count; i++)
        {
            if (FaultOf(id, meeting, i, plans, record) is { } fault)
            {
                faults.Add(fault);
            }
        }

        var texts = new List<FieldError>();
        FreeText.Check(meeting.Diarienummer, MaxDiarienummer, "diarienummer", texts);
        faults.AddRange(texts.Select(e => new Fault(e.Code, $"/{e.Field}", e.Swedish, e.English)));
        return faults;
    }

    private static Fault? FaultOf(string id, MeetingPlan meeting, int row, Dictionary<string, Plan> plans, AreaRecord record)
    {
        var item = meeting.Agenda[row];
        if (!plans.TryGetValue(item.Plan, out var plan))
        {
            return new("plan.unknown", $"/agenda/{row}/plan", $"Planen ”{Excerpt.Of(item.Plan)}” finns inte.", $"There is no plan '{Excerpt.Of(item.Plan)}'.");
        }

        if (plan.FindRound(item.Round) is null)
        {
            return new("round.unknown", $"/agenda/{row}/round", $"Omgången ”{Excerpt.Of(item.Round)}” finns inte i planen.",
                $"There is no round '{Excerpt.Of(item.Round)}' in the plan.");
        }

        if (meeting.Agenda.Take(row).Contains(item))
        {
            return new("round.repeated", $"/agenda/{row}/round", "Omgången står redan på dagordningen.", "The round is on the agenda already.");
        }

        // An ordinary meeting and an extra one may both look at a round; two of a kind would leave it open which one its days are.
        return record.Meetings.FirstOrDefault(m => m.Id != id && m.Kind == meeting.Kind && m.FollowsUp(item.Plan, item.Round)) is not { } other
            ? null
            : meeting.Kind == MeetingKind.Ordinary
                ? new("round.taken", $"/agenda/{row}/round", $"Omgången har redan det ordinarie samrådet ”{other.Id}”.", $"The round has the ordinary meeting '{other.Id}' already.")
                : new("round.taken", $"/agenda/{row}/round", $"Omgången har redan det extra samrådet ”{other.Id}”.", $"The round has the extra meeting '{other.Id}' already.");
    }

    // A meeting that was removed at the moment its paper was sealed leaves the paper: its id stays with that paper's round.
    private async Task<bool> BelongsElsewhereAsync(string id, MeetingPlan plan, Meeting? sealedBefore, CancellationToken cancellationToken)
    {
        if (sealedBefore is not null)
        {
            return !sealedBefore.Agenda.SequenceEqual(plan.Agenda);
        }

        return await papers.FindManifestAsync(area.Area, id, PaperManifest.SealedVersion, cancellationToken) is { } paper
            && !paper.Plans.All(p => plan.Agenda.Contains(new(p.Plan, p.Round)));
    }
}
