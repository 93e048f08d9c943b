using Hsvo.Contracts.OData;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>One plan as the feed has it on one day: made when something of it changed, and kept until the next change.</summary>
internal sealed class PlanRows
{
    private readonly ReportRowMapping _reports;

    private PlanRows(PlanSnapshot snapshot, DateOnly today)
    {
        (Snapshot, Today) = (snapshot, today);
        var places = new PlanPlaces(snapshot.Plan);
        var nodes = new NodeRowMapping(places);
        var statuses = new StatusRowMapping(places, snapshot, today);
        _reports = new(places, snapshot, today);
        Plan = ToRow(snapshot, places, today);
        Rounds = [.. snapshot.Plan.Rounds.Select((r, i) => ToRow(snapshot, snapshot.Dated(r), i + 1, today))];
        FocusAreas = [.. nodes.FocusAreas];
        Goals = [.. nodes.Goals];
        PriorityAreas = [.. nodes.PriorityAreas];
        Activities = [.. nodes.Activities];
        Indicators = [.. nodes.Indicators];
        CurrentReports = [.. snapshot.Cells.Select(_reports.ToRow)];
        StatusFeed = [.. statuses.Statuses];
        MissingReports = [.. statuses.Missing];
    }

    public PlanSnapshot Snapshot { get; }

    public DateOnly Today { get; }

    public PlanRow Plan { get; }

    public IReadOnlyList<RoundRow> Rounds { get; }

    public IReadOnlyList<FocusAreaRow> FocusAreas { get; }

    public IReadOnlyList<GoalRow> Goals { get; }

    public IReadOnlyList<PriorityAreaRow> PriorityAreas { get; }

    public IReadOnlyList<ActivityRow> Activities { get; }

    public IReadOnlyList<IndicatorRow> Indicators { get; }

    public IReadOnlyList<ReportRow> CurrentReports { get; }

    public IReadOnlyList<StatusRow> StatusFeed { get; }

    public IReadOnlyList<MissingReportRow> MissingReports { get; }

    /// <summary>A plan's rows.</summary>
    /// <param name="snapshot">The plan as it is published.</param>
    /// <param name="today">Today in Stockholm.</param>
    public static PlanRows Of(PlanSnapshot snapshot, DateOnly today) => snapshot.Edition == Edition.Published
        ? new(snapshot, today)
        : throw new ArgumentException("The feed shows what everyone may see.", nameof(snapshot));

    /// <summary>A revision out of the plan's log, as it is published.</summary>
    public ReportRow ToRow(Report published) => _reports.ToRow(published);

    private static PlanRow ToRow(PlanSnapshot snapshot, PlanPlaces places, DateOnly today)
    {
        var plan = snapshot.Plan;
        return new()
        {
            PlanId = plan.Id,
            ScorecardId = places.ScorecardId,
            Title = plan.Title,
            Kind = plan.Kind.ToName(),
            Cadence = plan.Cadence.ToName(),
            Year = plan.Year,
            FirstDay = plan.FirstDay,
            LastDay = plan.LastDay,
            Adopted = plan.Adopted,
            AdoptedBy = plan.AdoptedBy,
            OverallGoal = plan.OverallGoal,
            Document = plan.Source.Document,
            Diarienummer = plan.Source.Diarienummer,
            Version = plan.Version,
            ImportedAt = plan.Imported?.At,
            CurrentRoundKey = RowKeys.Of(plan.Id, snapshot.CurrentRound(today).Id),
            ResponsibilityIsAssumed = plan.ResponsibilityIsAssumed,
        };
    }

    private static RoundRow ToRow(PlanSnapshot snapshot, DatedRound dated, int position, DateOnly today) => new()
    {
        RoundKey = RowKeys.Of(snapshot.Plan.Id, dated.Round.Id),
        PlanId = snapshot.Plan.Id,
        RoundId = dated.Round.Id,
        Name = SwedishDates.Round(dated.Round.Id),
        Position = position,
        Ends = dated.Round.Ends,
        IsFinal = dated.Round.IsFinal,
        IsCurrent = dated.Round.Id == snapshot.CurrentRound(today).Id,
        IsAssumed = dated.Round.Reading is not null,
        MeetingId = dated.Meeting?.Id,
        Opens = dated.Timeline?.Opens,
        Due = dated.Timeline?.Due,
        Seals = dated.Timeline?.Seals,
        DaysAreAssumed = dated.Timeline is { IsAssumed: true },
    };
}
