using System.Globalization;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>A plan as a coordinator sends it.</summary>
/// <param name="Caller">A coordinator.</param>
/// <param name="Plan">The plan; its area and version are the store's to give.</param>
/// <param name="BasedOn">The version it was made from, as the document says; null where it says none.</param>
/// <param name="IfMatch">The versions that the client's If-Match names; null without one.</param>
/// <param name="DryRun">Whether to answer what would happen and store nothing.</param>
public sealed record PlanToImport(Caller Caller, Plan Plan, int? BasedOn, IReadOnlyCollection<int>? IfMatch, bool DryRun);

/// <summary>What came of an import.</summary>
/// <param name="Result">Created, changed or unchanged.</param>
/// <param name="Plan">The plan as it stands after it.</param>
/// <param name="Changes">What it changes.</param>
/// <param name="DryRun">Whether nothing was stored because that was asked for.</param>
public sealed record PlanImported(PlanImportResult Result, Plan Plan, PlanChanges Changes, bool DryRun);

/// <summary>What can come of an import.</summary>
public enum PlanImportResult
{
    /// <summary>The plan is new.</summary>
    Created,

    /// <summary>It is a new version.</summary>
    Changed,

    /// <summary>The plan says that already; nothing was stored.</summary>
    Unchanged,
}

/// <summary>
/// Takes in a plan, new or changed. Whatever a new version changes, every report is kept; what it may not take away is a round that has been answered
/// or has its meeting, since papers and feeds are for that round.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans.</param>
/// <param name="reports">The reports.</param>
/// <param name="meetings">The meetings.</param>
/// <param name="feeds">Hear of it.</param>
/// <param name="time">The clock.</param>
public sealed class ImportPlan(AreaOptions area, IPlanStore plans, IReportStore reports, IMeetingStore meetings, PlanFeeds feeds, TimeProvider time)
{
    /// <summary>Checks a plan by every rule, compares it with the one that stands, and stores it as a new version when it says something else.</summary>
    public async Task<Outcome<PlanImported>> HandleAsync(PlanToImport sent, CancellationToken cancellationToken)
    {
        var plan = sent.Plan with { Area = area.Area, Imported = new(time.GetUtcNow(), sent.Caller.ObjectId, sent.Caller.IsExample) { Origin = sent.Caller.Origin } };
        if (PlanRules.FaultsOf(plan) is { Count: > 0 } faults)
        {
            return new Failure(FailureKind.Invalid, "plan.invalid", "Planen har inte sparats: rätta felen och skicka igen.", "The plan was not stored: mend the faults and send again.")
            {
                Faults = [.. faults.Select(f => new Fault(f.Code, $"/{f.Field}", f.Swedish, f.English))],
            };
        }

        var stored = await plans.FindAsync(plan.Key, cancellationToken);
        if (RefusePrecondition(sent, stored?.Version ?? 0) is { } unmet)
        {
            return unmet;
        }

        return stored is null
            ? await StoreAsync(sent, plan with { Version = 1 }, PlanImportResult.Created, new([], [.. plan.Nodes.Select(n => new RowChange(n, RowChangeKind.Added, []))], []), cancellationToken)
            : await ChangeAsync(sent, stored, plan, cancellationToken);
    }

    private async Task<Outcome<PlanImported>> ChangeAsync(PlanToImport sent, Plan stored, Plan plan, CancellationToken cancellationToken)
    {
        IReadOnlyList<Report> cells = [.. (await reports.ReadCellsAsync(plan.Key, cancellationToken)).Select(c => c.Report)];
        var changes = PlanChanges.Between(stored, plan, cells);
        if (changes.IsNone)
        {
            return new PlanImported(PlanImportResult.Unchanged, stored, changes, sent.DryRun);
        }

        if (RefuseBase(sent, stored.Version) is { } overtaken)
        {
            return overtaken;
        }

        var rounds = await RoundFaultsAsync(stored, plan, cells, cancellationToken);
        return rounds.Count > 0
            ? new Failure(FailureKind.Conflict, "plan.rounds",
                "Planen har inte sparats: omgångar som har svar eller samråd måste finnas kvar med samma slutdatum.",
                "The plan was not stored: rounds that have answers or a meeting must stay, with the same end.")
            {
                Faults = rounds,
            }
            : await StoreAsync(sent, plan with { Version = stored.Version + 1 }, PlanImportResult.Changed, changes, cancellationToken);
    }

    private async Task<Outcome<PlanImported>> StoreAsync(
        PlanToImport sent, Plan plan, PlanImportResult result, PlanChanges changes, CancellationToken cancellationToken)
    {
        if (!sent.DryRun)
        {
            if (!await plans.TryImportAsync(plan, cancellationToken))
            {
                return Overtaken(sent.IfMatch is null ? FailureKind.Conflict : FailureKind.PreconditionFailed, await plans.ReadVersionAsync(plan.Key, cancellationToken));
            }

            feeds.InvalidateArea(area.Area);
        }

        return new PlanImported(result, plan, changes, sent.DryRun);
    }

    private async Task<List<Fault>> RoundFaultsAsync(Plan stored, Plan plan, IReadOnlyList<Report> cells, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();

        // As they stand now: what the feeds hold may be a second old.
        var known = (await meetings.ReadAsync(area.Area, cancellationToken)).Now.Meetings;
        foreach (var round in stored.Rounds)
        {
            var kept = plan.FindRound(round.Id);
            if (kept?.Ends == round.Ends)
            {
                continue;
            }

            var place = kept is null ? "/rounds" : string.Create(CultureInfo.InvariantCulture, $"/rounds/{plan.Rounds.Index().First(r => r.Item.Id == round.Id).Index}/ends");
            if (cells.Count(c => c.Key.Round == round.Id) is > 0 and var answers)
            {
                faults.Add(new("round.hasReports", place,
                    $"Omgången {SwedishDates.Round(round.Id)} har {answers} svar och slutar den {SwedishDates.Long(round.Ends)}.", $"The round {EnglishDates.Round(round.Id)} has {answers} answers and ends on {EnglishDates.Long(round.Ends)}."));
            }

            // A sealed paper keeps its meeting, so this covers it too.
            if (known.MeetingOf(stored, round.Id) is { } meeting)
            {
                faults.Add(new("round.hasMeeting", place,
                    $"Omgången {SwedishDates.Round(round.Id)} har samrådet {meeting.Id} den {SwedishDates.Long(meeting.Date)}.", $"The round {EnglishDates.Round(round.Id)} has the meeting {meeting.Id} on {EnglishDates.Long(meeting.Date)}."));
            }
        }

        return faults;
    }

    private static Failure? RefusePrecondition(PlanToImport sent, int version) =>
        sent.IfMatch is { } versions && !versions.Contains(version) ? Overtaken(FailureKind.PreconditionFailed, version) : null;

    // One who says no version at all can't know what is written over.
    private static Failure? RefuseBase(PlanToImport sent, int version) => sent switch
    {
        { IfMatch: null, BasedOn: null } => new(FailureKind.Invalid, "plan.invalid",
            "Planen finns redan: säg vilken version den bygger på.", "The plan is there already: say which version this one is made from.")
        {
            Faults = [new("plan.version", "/plan/version", $"Den version som gäller är {version}.", $"The version in force is {version}.")],
        },
        { BasedOn: { } basedOn } when basedOn != version => Overtaken(FailureKind.Conflict, version),
        _ => null,
    };

    private static Failure Overtaken(FailureKind kind, int version) => new(kind, "plan.overtaken",
        $"Någon annan har ändrat planen: version {version} gäller nu. Läs den, för in ändringen där och skicka igen.",
        $"Somebody else changed the plan: version {version} is in force now. Read it, make the change there and send again.");
}
