using Hsvo.Contracts.PowerBI;
using Hsvo.OData;

namespace Hsvo.Functions.Mapping;

/// <summary>
/// Power BI's shapes as an entity data model, for the query options of its door: every property that an answer has can be filtered, sorted by and
/// selected, under the name it has there.
/// </summary>
internal static class PowerBIModel
{
    private static readonly FeedModelBuilder Builder = new("Microsoft.PowerBI.ServiceContracts.Api");

    private static readonly EntitySetBuilder<GoalAggregation> AggregationsBuilder = Builder
        .EntitySet<GoalAggregation>("aggregations", "GoalAggregation", "En uträknad uppgift om ett mål.").PageSize(null)
        .Key("id", a => a.Id, "Uppgiftens id.")
        .Property("timestamp", a => PowerBITimes.Read(a.Timestamp), "Dagen som den gäller.")
        .Property("calculationTime", a => PowerBITimes.Read(a.CalculationTime), "Sedan när det är så.")
        .Property("scorecardId", a => a.ScorecardId, "Styrkortet.")
        .Property("goalId", a => a.GoalId, "Målet.")
        .Property("value", a => a.Value, "Uppgiften; av typen Status är det lägets nummer.")
        .Property("valueDisplayString", a => a.ValueDisplayString, "Uppgiften som man läser den.", required: true)
        .Property("type", a => a.Type, "Status, Value, Target, Sparkline eller Change.", required: true)
        .Property("maxLastModifiedTime", a => PowerBITimes.Read(a.MaxLastModifiedTime), "När underlaget senast ändrades.")
        .Property("coverage", a => a.Coverage, "Svar som räknas av svar som ska lämnas; inget för ett eget mål.");

    private static readonly EntitySetBuilder<GoalNote> NotesBuilder = Builder
        .EntitySet<GoalNote>("notes", "GoalNote", "Vad som är skrivet i en avstämning.").PageSize(null)
        .Key("id", n => n.Id, "Noteringens id.")
        .Property("valueTimestamp", n => PowerBITimes.Read(n.ValueTimestamp), "Avstämningens dag.")
        .Property("goalId", n => n.GoalId, "Målet.")
        .Property("scorecardId", n => n.ScorecardId, "Styrkortet.")
        .Property("createdTime", n => PowerBITimes.Read(n.CreatedTime), "När det första svaret kom.")
        .Property("lastModifiedTime", n => PowerBITimes.Read(n.LastModifiedTime), "När det senaste kom.")
        .Property("body", n => n.Body, "Texten.", required: true)
        .Property("content", n => n.Content, "Texten för Power BI:s redigerare.", required: true);

    private static readonly EntitySetBuilder<GoalValue> GoalValuesBuilder = Builder
        .EntitySet<GoalValue>("goalValues", "GoalValue", "En rapport, som en avstämning.").PageSize(null)
        .Key("timestamp", v => PowerBITimes.Read(v.Timestamp), "Dagen som avslutar omgången; för ett eget mål vilken dag som helst.")
        .Property("goalId", v => v.GoalId, "Målet.")
        .Property("scorecardId", v => v.ScorecardId, "Styrkortet.")
        .Property("createdTime", v => PowerBITimes.Read(v.CreatedTime), "När det första svaret kom.")
        .Property("lastModifiedTime", v => PowerBITimes.Read(v.LastModifiedTime), "När det senaste kom.")
        .Property("value", v => v.Value, "Värdet; ja är 1 och nej 0.")
        .Property("target", v => v.Target, "Målvärdet.")
        .Property("valueDisplayString", v => v.ValueDisplayString, "Värdet som man läser det.")
        .Property("targetDisplayString", v => v.TargetDisplayString, "Målvärdet som man läser det.")
        .Property("trend", v => v.Trend, "Trenden som den skickades, för ett eget mål.")
        .Property("forecast", v => v.Forecast, "Prognosen som den skickades, för ett eget mål.")
        .Property("status", v => v.Status, "Lägets nummer, 0 till 5.")
        .Property("statusName", v => v.StatusName, "Lägets namn.")
        .Property("note", v => v.Note, "Kommentaren, eller svaret i ord.")
        .Property("isSuppressed", v => v.IsSuppressed, "Sant där värdet inte visas eftersom det räknar få personer.")
        .Property("isExample", v => v.IsExample, "Sant för exempel, som inte är riktiga svar.")
        .Navigations("notes", NotesBuilder, v => v.Notes ?? Array.Empty<GoalNote>(), "Kommentarerna.", contained: true);

    private static readonly EntitySetBuilder<Goal> GoalsBuilder = Builder
        .EntitySet<Goal>("goals", "Goal", "En rad i planen, på nivå 0 till 4.").PageSize(null)
        .Key("id", g => g.Id, "Målets id.")
        .Property("name", g => g.Name, "Texten.", required: true)
        .Property("description", g => g.Description, "Vad ett eget mål betyder.")
        .Property("scorecardId", g => g.ScorecardId, "Styrkortet.")
        .Property("createdTime", g => PowerBITimes.ReadIfAny(g.CreatedTime), "När planen först lästes in.")
        .Property("lastModifiedTime", g => PowerBITimes.ReadIfAny(g.LastModifiedTime), "När raden, ett svar på den eller under den senast ändrades.")
        .Property("parentId", g => g.ParentId, "Målet ovanför.")
        .Property("level", g => g.Level, "Nivån: 0 är fokusområde, 4 indikator.")
        .Property("rank", g => g.Rank, "Ordningen bland syskon, från 1.")
        .Property("startDate", g => PowerBITimes.Read(g.StartDate), "Första dagen.")
        .Property("completionDate", g => PowerBITimes.Read(g.CompletionDate), "Sista dagen.")
        .Property("valuesFormatString", g => g.ValuesFormatString, "Hur värdena visas.")
        .Property("datesFormatString", g => g.DatesFormatString, "Hur ett eget måls datum visas.")
        .Property("notesCount", g => g.NotesCount, "Antal avstämningar med notering.")
        .Property("hasStatusRules", g => g.HasStatusRules, "Om läget följer regler.")
        .Property("permissions", g => g.Permissions, "Vad den som frågar får göra.", required: true)
        .Property("nodeId", g => g.NodeId, "Radens id, samma i alla arbetsytor.", required: true)
        .Property("nodeKind", g => g.NodeKind, "Vad raden är: focusArea, goalGroup, goal, priorityArea, activity eller indicator; personal för ett eget mål.", required: true)
        .Property("status", g => g.Status, "Lägets nummer i den pågående omgången, 0 till 5.")
        .Property("statusName", g => g.StatusName, "Lägets namn.")
        .Property("statusText", g => g.StatusText, "Läget på svenska.")
        .Property("coverage", g => g.Coverage, "Svar som räknas av svar som ska lämnas.")
        .Property("owner", g => g.Owner, "Förvaltningarna som svarar.")
        .Property("unit", g => g.Unit, "Vad tal räknas i.")
        .Property("targetGroup", g => g.TargetGroup, "Målgruppen.")
        .Property("condition", g => g.Condition, "Vad raden beror på.")
        .Navigations("goalValues", GoalValuesBuilder, g => g.GoalValues ?? Array.Empty<GoalValue>(), "Avstämningarna.", contained: true)
        .Navigations("aggregations", AggregationsBuilder, g => g.Aggregations ?? Array.Empty<GoalAggregation>(), "Det uträknade.", contained: true);

    private static readonly EntitySetBuilder<Scorecard> ScorecardsBuilder = Builder
        .EntitySet<Scorecard>("scorecards", "Scorecard", "En plan, som ett styrkort.").PageSize(null)
        .Key("id", s => s.Id, "Styrkortets id.")
        .Property("name", s => s.Name, "Planens titel.", required: true)
        .Property("description", s => s.Description, "Planens övergripande mål.")
        .Property("createdTime", s => PowerBITimes.ReadIfAny(s.CreatedTime), "När planen först lästes in.")
        .Property("lastModifiedTime", s => PowerBITimes.ReadIfAny(s.LastModifiedTime), "När planen eller ett svar senast ändrades.")
        .Property("groupId", s => s.GroupId, "Arbetsytan.")
        .Property("datasetId", s => s.DatasetId, "Datamängden som tar emot rapporter som rader.")
        .Property("reportId", s => s.ReportId, "Rapporten som visar det.")
        .Property("permissions", s => s.Permissions, "Vad den som frågar får göra: Read eller ReadWrite.", required: true)
        .Property("provisioningStatus", s => s.ProvisioningStatus, "Alltid Completed.", required: true)
        .Property("contact", s => s.Contact, "Vem man frågar om ett eget styrkort.")
        .Property("planId", s => s.PlanId, "Planens id; inget för ett eget styrkort.")
        .Navigations("goals", GoalsBuilder, s => s.Goals ?? Array.Empty<Goal>(), "Målen.", contained: true);

    private static readonly EntitySetBuilder<Group> GroupsBuilder = Builder
        .EntitySet<Group>("groups", "Group", "En arbetsyta: en förvaltnings, eller samrådets.").PageSize(null)
        .Key("id", g => g.Id, "Arbetsytans id.")
        .Property("isReadOnly", g => g.IsReadOnly, "Om den som frågar bara får läsa.")
        .Property("isOnDedicatedCapacity", g => g.IsOnDedicatedCapacity, "Alltid falskt.")
        .Property("name", g => g.Name, "Förvaltningens namn, eller samrådets.", required: true)
        .Property("type", g => g.Type, "Alltid Workspace.", required: true);

    /// <summary>The model.</summary>
    public static readonly FeedModel Model = Builder.Build();

    /// <summary>Everything that can be expanded below a check-in.</summary>
    public static readonly Expansion BelowValues = new(new Dictionary<string, Expansion> { ["notes"] = Expansion.None });

    /// <summary>Everything that can be expanded below a goal.</summary>
    public static readonly Expansion BelowGoals = new(new Dictionary<string, Expansion> { ["goalValues"] = BelowValues, ["aggregations"] = Expansion.None });

    /// <summary>Workspaces.</summary>
    public static EntitySet<Group> Groups => GroupsBuilder.Set;

    /// <summary>Scorecards.</summary>
    public static EntitySet<Scorecard> Scorecards => ScorecardsBuilder.Set;

    /// <summary>Goals.</summary>
    public static EntitySet<Goal> Goals => GoalsBuilder.Set;

    /// <summary>Check-ins.</summary>
    public static EntitySet<GoalValue> GoalValues => GoalValuesBuilder.Set;
}
