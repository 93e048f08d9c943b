using Hsvo.Contracts.PowerBI;

namespace Hsvo.Contracts.Tests;

/// <summary>One sample of each of Power BI's shapes, filled as far as it goes, and as bare as it gets.</summary>
internal static class PowerBISamples
{
    private static readonly Guid Workspace = new("0c1d3a52-0000-5000-8000-000000000001");
    private static readonly Guid ScorecardId = new("0c1d3a52-0000-5000-8000-000000000002");
    private static readonly Guid GoalId = new("0c1d3a52-0000-5000-8000-000000000003");

    private static readonly Group BareGroup = new()
    {
        Id = Workspace,
        IsReadOnly = true,
        IsOnDedicatedCapacity = false,
        Name = "Samråd HSVO Uppsala",
        Type = "Workspace",
    };

    private static readonly GoalValue BareValue = new()
    {
        Timestamp = "2021-05-31T00:00:00Z",
        GoalId = GoalId,
        ScorecardId = ScorecardId,
        CreatedTime = "2021-05-03T08:00:00.0000000Z",
        LastModifiedTime = "2021-05-04T08:00:00.0000000Z",
    };

    private static readonly GoalNote BareNote = new()
    {
        Id = new("0c1d3a52-0000-5000-8000-000000000004"),
        ValueTimestamp = "2021-05-31T00:00:00Z",
        GoalId = GoalId,
        ScorecardId = ScorecardId,
        CreatedTime = "2021-05-03T08:00:00.0000000Z",
        LastModifiedTime = "2021-05-04T08:00:00.0000000Z",
        Body = "Arbetet börjar i höst.",
        Content = """{"general":[{"properties":{"paragraphs":[{"textRuns":[{"value":"Arbetet börjar i höst."}]}]}}]}""",
    };

    private static readonly GoalAggregation Aggregation = new()
    {
        Id = "0c1d3a52-0000-5000-8000-000000000005",
        Timestamp = "2021-05-31T00:00:00Z",
        CalculationTime = "2021-05-04T22:00:00.0000000Z",
        ScorecardId = ScorecardId,
        GoalId = GoalId,
        Value = 1,
        ValueDisplayString = "OnTrack",
        Type = "Status",
        MaxLastModifiedTime = "2021-05-04T08:00:00.0000000Z",
        Coverage = "1 av 7",
    };

    private static readonly Goal BareGoal = new()
    {
        Id = GoalId,
        Name = "Arbeta förebyggande",
        ScorecardId = ScorecardId,
        Level = 0,
        Rank = 1,
        StartDate = "2021-01-01T00:00:00Z",
        CompletionDate = "2021-12-31T00:00:00Z",
        NotesCount = 0,
        HasStatusRules = false,
        Permissions = "View",
        NodeId = "2.2",
        NodeKind = "focusArea",
    };

    private static readonly Scorecard BareScorecard = new()
    {
        Id = ScorecardId,
        Name = "Verksamhetsplan HSVO Uppsala 2021",
        Description = "En god och nära vård",
        GroupId = Workspace,
        Permissions = "Read",
        ProvisioningStatus = "Completed",
        PlanId = "hsvo-2021",
    };

    private static readonly Dataset BareDataset = new()
    {
        Id = new("0c1d3a52-0000-5000-8000-000000000005"),
        Name = "Verksamhetsplan HSVO Uppsala 2021",
        AddRowsAPIEnabled = true,
        IsRefreshable = true,
        IsEffectiveIdentityRequired = false,
        IsEffectiveIdentityRolesRequired = false,
        IsOnPremGatewayRequired = false,
        TargetStorageMode = "PushStreaming",
        PlanId = "hsvo-2021",
    };

    private static readonly Refresh BareRefresh = new()
    {
        RequestId = new("0c1d3a52-0000-5000-8000-000000000006"),
        RefreshType = "ViaApi",
        StartTime = "2021-05-04T08:00:00.0000000Z",
        Status = "Unknown",
    };

    private static GoalValue Value => BareValue with
    {
        Value = 1.4,
        Target = 1,
        ValueDisplayString = "1,4",
        TargetDisplayString = "1",
        Trend = 1,
        Forecast = 1.5,
        Status = 0,
        StatusName = "notStarted",
        Note = "Arbetet börjar i höst.",
        NotesODataContext = "https://example.org/v1.0/myorg/$metadata#notes",
        Notes = [BareNote],
        IsSuppressed = true,
        IsExample = true,
    };

    private static Goal Goal => BareGoal with
    {
        ParentId = new("0c1d3a52-0000-5000-8000-000000000004"),
        CreatedTime = "2021-01-15T08:00:00.0000000Z",
        LastModifiedTime = "2021-05-04T08:00:00.0000000Z",
        Status = 1,
        StatusName = "onTrack",
        StatusText = "Enligt plan",
        Coverage = "1 av 7",
        Owner = "Arbetsmarknadsförvaltningen",
        Unit = "medarbetare",
        Name = "Analysgrupp finns",
        Level = 4,
        NotesCount = 1,
        HasStatusRules = true,
        NodeId = "2.2.3.i4",
        NodeKind = "indicator",
        TargetGroup = "Barn och unga",
        Condition = "under förutsättning att ansökan beviljas",
        Description = "En grupp som följer upp",
        ValuesFormatString = "0",
        DatesFormatString = "yyyy-MM-dd",
        GoalValuesODataContext = "https://example.org/v1.0/myorg/$metadata#goalValues",
        GoalValues = [Value],
        AggregationsODataContext = "https://example.org/v1.0/myorg/$metadata#aggregations",
        Aggregations = [Aggregation],
    };

    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>
    {
        ["PowerBI.Groups"] = new Envelope<Group>
        {
            ODataContext = "https://example.org/v1.0/myorg/$metadata#groups",
            ODataCount = 1,
            Value = [BareGroup],
        },
        ["PowerBI.Group"] = BareGroup with { ODataContext = "https://example.org/v1.0/myorg/$metadata#groups/$entity" },
        ["PowerBI.Scorecard"] = BareScorecard with
        {
            CreatedTime = "2021-01-15T08:00:00.0000000Z",
            LastModifiedTime = "2021-05-04T08:00:00.0000000Z",
            DatasetId = new("0c1d3a52-0000-5000-8000-000000000007"),
            ReportId = new("0c1d3a52-0000-5000-8000-000000000006"),
            Contact = "Planeringsenheten",
            ColumnSettings = [new(0, true), new(6, false)],
            ODataContext = "https://example.org/v1.0/myorg/$metadata#scorecards/$entity",
            GoalsODataContext = "https://example.org/v1.0/myorg/$metadata#goals",
            Goals = [Goal],
        },
        ["PowerBI.Scorecards.bare"] = new Envelope<Scorecard>
        {
            ODataContext = "https://example.org/v1.0/myorg/$metadata#scorecards",
            Value = [BareScorecard],
        },
        ["PowerBI.Goal"] = Goal with { ODataContext = "https://example.org/v1.0/myorg/$metadata#goals/$entity" },
        ["PowerBI.Goal.bare"] = BareGoal,
        ["PowerBI.GoalValue"] = Value with { ODataContext = "https://example.org/v1.0/myorg/$metadata#goalValues/$entity" },
        ["PowerBI.GoalValue.bare"] = BareValue,
        ["PowerBI.GoalNote"] = BareNote with { ODataContext = "https://example.org/v1.0/myorg/$metadata#notes/$entity", ODataType = "#Microsoft.PowerBI.ServiceContracts.Api.GoalNote" },
        ["PowerBI.StatusRules"] = new StatusRules
        {
            ODataContext = "https://example.org/v1.0/myorg/$metadata#statusRules",
            Rules = [new([new(new("Value", "LessThan", new(1, "2021-05-31T00:00:00Z", new("Target", 90))))], 3)],
            DefaultOutput = 1,
            ScorecardObjectId = ScorecardId,
            GoalObjectId = GoalId,
            LastModifiedTime = "2021-05-04T08:00:00.0000000Z",
            IsWritten = true,
            DefaultIsAssessment = true,
            Description = "Regler som samordnaren har satt för raden.",
        },
        ["PowerBI.GoalValueReceipt"] = new GoalValueReceipt(0, GoalId, "2021-05-31T00:00:00Z", "created", 1),
        ["PowerBI.Datasets"] = new Envelope<Dataset>
        {
            ODataContext = "https://example.org/v1.0/myorg/$metadata#datasets",
            Value = [BareDataset],
        },
        ["PowerBI.Dataset"] = BareDataset with { ODataContext = "https://example.org/v1.0/myorg/$metadata#datasets/$entity" },
        ["PowerBI.Tables"] = new Envelope<Table>
        {
            ODataContext = "https://example.org/v1.0/myorg/$metadata#tables",
            Value = [new("Reports", [new("Value", "Double", "Talet / The number")])],
        },
        ["PowerBI.Refreshes"] = new Envelope<Refresh>
        {
            ODataContext = "https://example.org/v1.0/myorg/$metadata#refreshes",
            Value = [BareRefresh],
        },
        ["PowerBI.Refresh"] = BareRefresh with
        {
            ODataContext = "https://example.org/v1.0/myorg/$metadata#refreshes/$entity",
            EndTime = "2021-05-04T08:00:02.0000000Z",
            Status = "Completed",
            Cells = 120,
            Mended = 0,
            Unfounded = 0,
        },
        ["PowerBI.Error"] = new ErrorEnvelope(new("reports.invalid", "Raden kan inte tas emot. / The row is refused.",
            [new("value.type", "Värdet ska vara ”ja” eller ”nej”. / The value must be 'ja' or 'nej'.", "value")])),
        ["PowerBI.Error.bare"] = new ErrorEnvelope(new("PowerBIEntityNotFound", "Finns inte. / Not found.", [new("id.unknown", "Finns inte. / Not found.", Target: null)])),
    };
}
