using System.Security.Cryptography;
using System.Text;
using Hsvo.Contracts.OData;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>Every plan of the area as the feed has it at one time: the sets that are held in memory, and how they hang together.</summary>
internal sealed class FeedTables
{
    public FeedTables(string area, DateOnly today, IReadOnlyList<PlanRows> plans)
    {
        Version = Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Join('|', plans.Select(p => p.Snapshot.VersionOn(p.Today)).Prepend($"{today:yyyy-MM-dd}")))).AsSpan(0, 12));
        (Today, ByPlan) = (today, plans);
        Plans = new(this, plans.Select(p => p.Plan), p => p.PlanId);
        FocusAreas = new(this, plans.SelectMany(p => p.FocusAreas), r => r.FocusAreaKey);
        Goals = new(this, plans.SelectMany(p => p.Goals), r => r.GoalKey);
        PriorityAreas = new(this, plans.SelectMany(p => p.PriorityAreas), r => r.PriorityAreaKey);
        Activities = new(this, plans.SelectMany(p => p.Activities), r => r.ActivityKey);
        Indicators = new(this, plans.SelectMany(p => p.Indicators), r => r.IndicatorKey);
        Rounds = new(this, plans.SelectMany(p => p.Rounds), r => r.RoundKey);
        CurrentReports = new(this, plans.SelectMany(p => p.CurrentReports), r => r.ReportKey);
        StatusFeed = new(this, plans.SelectMany(p => p.StatusFeed), r => r.StatusKey);
        MissingReports = new(this, plans.SelectMany(p => p.MissingReports), r => r.CellKey);

        // The same unit in several plans is one; the first plan names it, as it does the workspace.
        Departments = new(this, plans.SelectMany(p => p.Snapshot.Plan.Departments).DistinctBy(d => d.Id).Select(d => ToRow(area, d)), r => r.DepartmentId);
        Boards = new(this, plans.SelectMany(p => p.Snapshot.Plan.Boards).DistinctBy(b => b.Id).Select(ToRow), r => r.BoardId);
        Meetings = new(this, plans.SelectMany(p => p.Snapshot.Area.Meetings).DistinctBy(m => m.Id).Select(ToRow), r => r.MeetingId);

        FocusAreasByPlan = FocusAreas.By(r => r.PlanId);
        RoundsByPlan = Rounds.By(r => r.PlanId);
        RoundsByMeeting = Rounds.By(r => r.MeetingId);
        GoalsByFocusArea = Goals.By(r => r.FocusAreaKey);
        PriorityAreasByGoal = PriorityAreas.By(r => r.GoalKey);
        ActivitiesByPriorityArea = Activities.By(r => r.PriorityAreaKey);
        IndicatorsByGoal = Indicators.By(r => r.GoalKey);
        IndicatorsByPriorityArea = Indicators.By(r => r.PriorityAreaKey);
        IndicatorsByActivity = Indicators.By(r => r.ActivityKey);
        CurrentReportsByIndicator = CurrentReports.By(r => r.IndicatorKey);
        CurrentReportsByDepartment = CurrentReports.By(r => r.DepartmentId);
        MissingReportsByDepartment = MissingReports.By(r => r.DepartmentId);
        DepartmentsByBoard = Departments.By(r => r.BoardId);
    }

    /// <summary>What tells these tables from any others: new with every change of a plan, and every day.</summary>
    public string Version { get; }

    public DateOnly Today { get; }

    /// <summary>The plans one by one.</summary>
    public IReadOnlyList<PlanRows> ByPlan { get; }

    public FeedTable<PlanRow> Plans { get; }

    public FeedTable<FocusAreaRow> FocusAreas { get; }

    public FeedTable<GoalRow> Goals { get; }

    public FeedTable<PriorityAreaRow> PriorityAreas { get; }

    public FeedTable<ActivityRow> Activities { get; }

    public FeedTable<IndicatorRow> Indicators { get; }

    public FeedTable<DepartmentRow> Departments { get; }

    public FeedTable<BoardRow> Boards { get; }

    public FeedTable<MeetingRow> Meetings { get; }

    public FeedTable<RoundRow> Rounds { get; }

    public FeedTable<ReportRow> CurrentReports { get; }

    public FeedTable<StatusRow> StatusFeed { get; }

    public FeedTable<MissingReportRow> MissingReports { get; }

    public FeedIndex<FocusAreaRow> FocusAreasByPlan { get; }

    public FeedIndex<RoundRow> RoundsByPlan { get; }

    public FeedIndex<RoundRow> RoundsByMeeting { get; }

    public FeedIndex<GoalRow> GoalsByFocusArea { get; }

    public FeedIndex<PriorityAreaRow> PriorityAreasByGoal { get; }

    public FeedIndex<ActivityRow> ActivitiesByPriorityArea { get; }

    public FeedIndex<IndicatorRow> IndicatorsByGoal { get; }

    public FeedIndex<IndicatorRow> IndicatorsByPriorityArea { get; }

    public FeedIndex<IndicatorRow> IndicatorsByActivity { get; }

    public FeedIndex<ReportRow> CurrentReportsByIndicator { get; }

    public FeedIndex<ReportRow> CurrentReportsByDepartment { get; }

    public FeedIndex<MissingReportRow> MissingReportsByDepartment { get; }

    public FeedIndex<DepartmentRow> DepartmentsByBoard { get; }

    private static DepartmentRow ToRow(string area, Department department) => new()
    {
        DepartmentId = department.Id,
        Name = department.Name,
        Principal = department.Principal.ToName(),
        BoardId = department.Board,
        GroupId = PowerBIIds.Group(area, department.Id),
        NameIsAssumed = department.NameIsAssumed,
    };

    private static BoardRow ToRow(Board board) =>
        new() { BoardId = board.Id, Name = board.Name, Abbreviation = board.Abbreviation, Principal = board.Principal.ToName() };

    private static MeetingRow ToRow(Meeting meeting) => new()
    {
        MeetingId = meeting.Id,
        Date = meeting.Date,
        Kind = meeting.Kind.ToName(),
        Opens = meeting.Opens,
        Due = meeting.Due,
        Seals = meeting.Seals,
        Diarienummer = meeting.Diarienummer,
        IsExample = meeting.IsExample,
    };
}
