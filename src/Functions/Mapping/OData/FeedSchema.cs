using System.Collections.Frozen;
using System.ComponentModel;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hsvo.Contracts.OData;
using Hsvo.OData;

namespace Hsvo.Functions.Mapping.OData;

/// <summary>
/// The feed's sets: a star of facts (StatusFeed, CurrentReports, Reports, MissingReports) and what they are of. Columns and their descriptions are those of
/// the published rows.
/// </summary>
internal static class FeedSchema
{
    /// <summary>The set that is read from storage and not held in memory.</summary>
    public const string Reports = "Reports";

    // What $search looks in.
    private static readonly FrozenSet<string> Searched =
    [
        nameof(PlanRow.Title), nameof(PlanRow.OverallGoal), nameof(NodeRow.Text), nameof(NodeRow.TargetGroup), nameof(IndicatorRow.Unit), nameof(IndicatorRow.Parts),
        nameof(IndicatorRow.Condition), nameof(IndicatorRow.Responsible), nameof(DepartmentRow.Name), nameof(ReportRow.ValueText), nameof(ReportRow.Comment),
        nameof(ReportRow.Reason), nameof(ReportRow.Question), nameof(MissingReportRow.IndicatorText), nameof(MissingReportRow.DepartmentName),
        nameof(StatusRow.FocusAreaText), nameof(StatusRow.GoalText), nameof(StatusRow.PriorityAreaText), nameof(StatusRow.ActivityText), nameof(StatusRow.ReasonText),
    ];

    private static readonly FrozenDictionary<string, Func<FeedTables, EntityRows>> RowsBySet;

    static FeedSchema()
    {
        var model = new FeedModelBuilder("Hsvo");
        var plans = Add<PlanRow>(model, "Plans", "Plan", r => r.PlanId);
        var focusAreas = Add<FocusAreaRow>(model, "FocusAreas", "FocusArea", r => r.FocusAreaKey);
        var goals = Add<GoalRow>(model, "Goals", "Goal", r => r.GoalKey);
        var priorityAreas = Add<PriorityAreaRow>(model, "PriorityAreas", "PriorityArea", r => r.PriorityAreaKey);
        var activities = Add<ActivityRow>(model, "Activities", "Activity", r => r.ActivityKey);
        var indicators = Add<IndicatorRow>(model, "Indicators", "Indicator", r => r.IndicatorKey);
        var departments = Add<DepartmentRow>(model, "Departments", "Department", r => r.DepartmentId);
        var boards = Add<BoardRow>(model, "Boards", "Board", r => r.BoardId);
        var meetings = Add<MeetingRow>(model, "Meetings", "Meeting", r => r.MeetingId);
        var rounds = Add<RoundRow>(model, "Rounds", "Round", r => r.RoundKey);
        var reports = Add<ReportRow>(model, Reports, "Report", r => r.ReportKey).SortedByKeyAlone();
        var currentReports = Add<ReportRow>(model, "CurrentReports", "CurrentReport", r => r.ReportKey);
        var statusFeed = Add<StatusRow>(model, "StatusFeed", "Status", r => r.StatusKey);
        var missingReports = Add<MissingReportRow>(model, "MissingReports", "MissingReport", r => r.CellKey);

        plans
            .Navigations("focusAreas", focusAreas, r => r.Tables.FocusAreasByPlan[r.Row.PlanId], "Planens fokusområden.")
            .Navigations("rounds", rounds, r => r.Tables.RoundsByPlan[r.Row.PlanId], "Planens omgångar.");
        focusAreas
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigations("goals", goals, r => r.Tables.GoalsByFocusArea[r.Row.FocusAreaKey], "Fokusområdets mål.");
        goals
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigation("focusArea", focusAreas, r => r.Tables.FocusAreas.Find(r.Row.FocusAreaKey), "Fokusområdet.", "focusAreaKey")
            .Navigations("priorityAreas", priorityAreas, r => r.Tables.PriorityAreasByGoal[r.Row.GoalKey], "Målets prioriterade områden.")
            .Navigations("indicators", indicators, r => r.Tables.IndicatorsByGoal[r.Row.GoalKey], "Målets indikatorer, på alla nivåer.");
        priorityAreas
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigation("goal", goals, r => r.Tables.Goals.Find(r.Row.GoalKey), "Målet.", "goalKey")
            .Navigations("activities", activities, r => r.Tables.ActivitiesByPriorityArea[r.Row.PriorityAreaKey], "Områdets aktiviteter.")
            .Navigations("indicators", indicators, r => r.Tables.IndicatorsByPriorityArea[r.Row.PriorityAreaKey], "Områdets indikatorer, på alla nivåer.");
        activities
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigation("goal", goals, r => r.Tables.Goals.Find(r.Row.GoalKey), "Målet.", "goalKey")
            .Navigation("priorityArea", priorityAreas, r => r.Tables.PriorityAreas.Find(r.Row.PriorityAreaKey), "Det prioriterade området.", "priorityAreaKey")
            .Navigations("indicators", indicators, r => r.Tables.IndicatorsByActivity[r.Row.ActivityKey], "Aktivitetens indikatorer.");
        indicators
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigation("focusArea", focusAreas, r => r.Tables.FocusAreas.Find(r.Row.FocusAreaKey), "Fokusområdet.", "focusAreaKey")
            .Navigation("goal", goals, r => r.Tables.Goals.Find(r.Row.GoalKey), "Målet.", "goalKey")
            .Navigation("priorityArea", priorityAreas, r => r.Tables.PriorityAreas.Find(r.Row.PriorityAreaKey), "Det prioriterade området.", "priorityAreaKey")
            .Navigation("activity", activities, r => r.Tables.Activities.Find(r.Row.ActivityKey), "Aktiviteten.", "activityKey")
            .Navigation("refersTo", indicators, r => r.Tables.Indicators.Find(r.Row.RefersToKey), "Indikatorn som en hänvisning visar.", "refersToKey")
            .Navigations("currentReports", currentReports, r => r.Tables.CurrentReportsByIndicator[r.Row.IndicatorKey], "Svaren som gäller, alla omgångar.");
        departments
            .Navigation("board", boards, r => r.Tables.Boards.Find(r.Row.BoardId), "Nämnden.", "boardId")
            .Navigations("currentReports", currentReports, r => r.Tables.CurrentReportsByDepartment[r.Row.DepartmentId], "Förvaltningens svar som gäller.")
            .Navigations("missingReports", missingReports, r => r.Tables.MissingReportsByDepartment[r.Row.DepartmentId], "Svaren som väntas av förvaltningen.");
        boards.Navigations("departments", departments, r => r.Tables.DepartmentsByBoard[r.Row.BoardId], "Nämndens förvaltningar.");
        meetings.Navigations("rounds", rounds, r => r.Tables.RoundsByMeeting[r.Row.MeetingId], "Omgångarna som mötet följer upp.");
        rounds
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigation("meeting", meetings, r => r.Tables.Meetings.Find(r.Row.MeetingId), "Mötet som följer upp omgången.", "meetingId");
        foreach (var facts in new[] { reports, currentReports })
        {
            facts
                .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
                .Navigation("round", rounds, r => r.Tables.Rounds.Find(r.Row.RoundKey), "Omgången.", "roundKey")
                .Navigation("indicator", indicators, r => r.Tables.Indicators.Find(r.Row.IndicatorKey), "Indikatorn; saknas där planen inte längre har den.")
                .Navigation("department", departments, r => r.Tables.Departments.Find(r.Row.DepartmentId), "Förvaltningen; saknas där planen inte längre har den.");
        }

        statusFeed
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigation("round", rounds, r => r.Tables.Rounds.Find(r.Row.RoundKey), "Omgången.", "roundKey")
            .Navigation("meeting", meetings, r => r.Tables.Meetings.Find(r.Row.MeetingId), "Mötet.", "meetingId")
            .Navigation("focusArea", focusAreas, r => r.Tables.FocusAreas.Find(r.Row.FocusAreaKey), "Fokusområdet.", "focusAreaKey")
            .Navigation("goal", goals, r => r.Tables.Goals.Find(r.Row.GoalKey), "Målet.", "goalKey")
            .Navigation("indicator", indicators, r => r.Tables.Indicators.Find(r.Row.IndicatorKey), "Indikatorn.", "indicatorKey");
        missingReports
            .Navigation("plan", plans, r => r.Tables.Plans.Find(r.Row.PlanId), "Planen.", "planId")
            .Navigation("round", rounds, r => r.Tables.Rounds.Find(r.Row.RoundKey), "Omgången.", "roundKey")
            .Navigation("goal", goals, r => r.Tables.Goals.Find(r.Row.GoalKey), "Målet.", "goalKey")
            .Navigation("indicator", indicators, r => r.Tables.Indicators.Find(r.Row.IndicatorKey), "Indikatorn.", "indicatorKey")
            .Navigation("department", departments, r => r.Tables.Departments.Find(r.Row.DepartmentId), "Förvaltningen.", "departmentId");

        Model = model.Build();
        ReportSet = reports.Set;
        RowsBySet = new Dictionary<string, Func<FeedTables, EntityRows>>
        {
            [plans.Set.Name] = t => plans.Set.Rows(t.Plans.Rows),
            [focusAreas.Set.Name] = t => focusAreas.Set.Rows(t.FocusAreas.Rows),
            [goals.Set.Name] = t => goals.Set.Rows(t.Goals.Rows),
            [priorityAreas.Set.Name] = t => priorityAreas.Set.Rows(t.PriorityAreas.Rows),
            [activities.Set.Name] = t => activities.Set.Rows(t.Activities.Rows),
            [indicators.Set.Name] = t => indicators.Set.Rows(t.Indicators.Rows),
            [departments.Set.Name] = t => departments.Set.Rows(t.Departments.Rows),
            [boards.Set.Name] = t => boards.Set.Rows(t.Boards.Rows),
            [meetings.Set.Name] = t => meetings.Set.Rows(t.Meetings.Rows),
            [rounds.Set.Name] = t => rounds.Set.Rows(t.Rounds.Rows),
            [currentReports.Set.Name] = t => currentReports.Set.Rows(t.CurrentReports.Rows),
            [statusFeed.Set.Name] = t => statusFeed.Set.Rows(t.StatusFeed.Rows),
            [missingReports.Set.Name] = t => missingReports.Set.Rows(t.MissingReports.Rows),
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What <c>$metadata</c> tells.</summary>
    public static FeedModel Model { get; }

    /// <summary>The facts, every revision.</summary>
    public static EntitySet<FeedRow<ReportRow>> ReportSet { get; }

    /// <summary>The rows of a set that is held in memory.</summary>
    public static EntityRows RowsOf(string set, FeedTables tables) => RowsBySet[set](tables);

    // The key first, then what rows of a plan have in common, then the rest as it stands in the published row.
    private static EntitySetBuilder<FeedRow<TRow>> Add<TRow>(FeedModelBuilder model, string set, string type, Expression<Func<TRow, string>> key)
        where TRow : class
    {
        var builder = model.EntitySet<FeedRow<TRow>>(set, type, DescriptionOf(typeof(TRow)));
        var keyName = ((MemberExpression)key.Body).Member.Name;
        foreach (var property in typeof(TRow).GetProperties().OrderBy(p => p.Name != keyName).ThenBy(p => p.DeclaringType == typeof(TRow)))
        {
            typeof(FeedSchema).GetMethod(nameof(AddProperty), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(typeof(TRow), property.PropertyType)
                .Invoke(null, [builder, property, property.Name == keyName]);
        }

        return builder;
    }

    private static void AddProperty<TRow, T>(EntitySetBuilder<FeedRow<TRow>> builder, PropertyInfo property, bool isKey)
        where TRow : class
    {
        var row = Expression.Parameter(typeof(FeedRow<TRow>), "row");
        var value = Expression.Lambda<Func<FeedRow<TRow>, T>>(Expression.Property(Expression.Property(row, nameof(FeedRow<>.Row)), property), row);
        var (name, description) = (JsonNamingPolicy.CamelCase.ConvertName(property.Name), DescriptionOf(property));
        if (isKey)
        {
            builder.Key(name, value, description);
        }
        else
        {
            builder.Property(name, value, description, property.IsDefined(typeof(RequiredMemberAttribute)), Searched.Contains(property.Name));
        }
    }

    private static string DescriptionOf(MemberInfo member) => member.GetCustomAttribute<DescriptionAttribute>()?.Description
        ?? throw new InvalidOperationException($"{member.DeclaringType?.Name}.{member.Name} has no description.");
}
