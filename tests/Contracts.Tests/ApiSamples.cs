using Hsvo.Contracts.Api;
using Hsvo.Contracts.Webhooks;

namespace Hsvo.Contracts.Tests;

/// <summary>One sample of each answer of our own API.</summary>
internal static class ApiSamples
{
    private static readonly PlanSummary Plan = new("hsvo-2021", "Verksamhetsplan HSVO Uppsala 2021", 2021, 1, "verksamhetsplan");
    private static readonly RoundDocument May = new("2021-05", new(2021, 5, 31), IsFinal: false, "Samrådet möts i maj, utan datum i dokumentet.");
    private static readonly DateTimeOffset Reported = new(2021, 5, 3, 8, 0, 0, TimeSpan.Zero);

    private static readonly MeetingDocument Meeting =
        new()
        {
            Id = "2021-05",
            Kind = "ordinary",
            Date = new(2021, 5, 25),
            Agenda = [new("hsvo-2021", "2021-05")],
            Opens = new(2021, 4, 25),
            Due = new(2021, 5, 11),
            Seals = new(2021, 5, 18),
            Diarienummer = "UBN-2021-0042",
            IsExample = true,
            Summary = "/hsvo/v1/meetings/2021-05/summary",
        };

    private static readonly ReviewDocument Accepted = new("accept", null, "00000000-0000-4000-8000-000000000002", Reported.AddDays(1));

    private static readonly TimelineDocument Timeline = new(new(2021, 4, 25), new(2021, 5, 11), new(2021, 5, 18), new(2021, 5, 25), IsAssumed: false);

    private static readonly DeclarationDocument Declared =
        new("hsvo-2021", "2021-05", "ubn", "00000000-0000-4000-8000-000000000003", Reported, IsExample: false);

    private static readonly SettingsDocument Settings = new(
        new(30, 14, 7), [1, 5, 10], 60, 5, new(15, IsConfirmed: false),
        [
            new("hsvo-2021", "au", Indicator: null, ["nvs"], IsConfirmed: true),
            new("hsvo-2021", Body: null, "2.1.4.i1", ["ubn", "shs"], IsConfirmed: false),
        ]);

    private static readonly AnswerDocument Unanswered = new()
    {
        Department = "vs",
        DepartmentName = "Förvaltningen under vårdstyrelsen",
        Reporting = "due",
        ReportingText = "Svar väntas",
        NothingMore = false,
        IsSuppressed = false,
        Status = null,
        StatusText = null,
        Rule = null,
        RuleText = null,
        Assessment = null,
        Value = null,
        Parts = null,
        Numerator = null,
        Denominator = null,
        Comment = null,
        Reason = null,
        FromRound = null,
        Revision = null,
        ReportedAt = null,
        Review = null,
        Mask = null,
        Withdrawn = new("2021-05", 2, "00000000-0000-4000-8000-000000000101", Reported.AddDays(3), "Gällde en annan enhet."),
        IsExample = false,
    };

    private static readonly AnswerDocument Answered = Unanswered with
    {
        Department = "ubn",
        DepartmentName = "Utbildningsförvaltningen",
        Reporting = "reported",
        ReportingText = "Besvarad",
        Status = "completed",
        StatusText = "Klar",
        Rule = "deliverable.yes",
        RuleText = "Ja: färdigt.",
        Value = "ja",
        Comment = "Gruppen möts varje månad.",
        FromRound = "2021-05",
        Revision = 1,
        ReportedAt = Reported,
        Review = Accepted,
        Withdrawn = null,
        IsExample = true,
    };

    private static readonly ReportDocument Report = new()
    {
        Round = "2021-05",
        Indicator = "2.2.3.i4",
        Department = "ubn",
        Revision = 2,
        Value = "ja",
        Parts = new Dictionary<string, object?> { ["ledtider"] = "ja" },
        Numerator = 3447,
        Denominator = 246_214,
        Assessment = null,
        NotApplicable = false,
        IsSuppressed = false,
        IsWithdrawn = false,
        Comment = null,
        Reason = "Fel rad förra gången.",
        Reporter = "00000000-0000-4000-8000-000000000101",
        ReportedAt = Reported,
        FirstReportedAt = Reported,
        Door = "api",
        Review = new("sendBack", "Vilken månad gäller det?", "00000000-0000-4000-8000-000000000002", Reported.AddDays(1)),
        Mask = new("00000000-0000-4000-8000-000000000002", Reported.AddDays(2), "Pekade ut någon."),
        IsExample = false,
    };

    private static readonly SentAnswerDocument Sent =
        new("nej", new Dictionary<string, object?> { ["ledtider"] = "ja" }, 3447, 246_214, "atRisk", NotApplicable: false, Withdrawn: false, "Väntar på beslut.", "Nya siffror.");

    private static readonly AnswerDocument AnsweredByPart = Answered with
    {
        Department = "osn",
        DepartmentName = "Omsorgsförvaltningen",
        Status = "atRisk",
        StatusText = "I riskzonen",
        Rule = "deliverable.no",
        RuleText = "Nej, ännu inte färdigt.",
        Assessment = "atRisk",
        Value = null,
        Parts = new Dictionary<string, object?> { ["ledtider"] = "ja", ["aterinlaggningar"] = 12.5 },
        Numerator = 3447,
        Denominator = 246_214,
    };

    private static readonly StatusNode Indicator = new()
    {
        Id = "2.2.3.i4",
        NodeKind = "indicator",
        Level = 4,
        Number = null,
        Text = "Analysgrupp finns",
        TargetGroup = "Barn och unga",
        Condition = "under förutsättning att ansökan beviljas",
        Status = "onTrack",
        StatusText = "Enligt plan",
        Reasons = new("underWay", "På väg.", ["2.2.3.i4"], ["2.2.3.i4"]),
        Coverage = new(2, 3, "2 av 3"),
        Reporting = new(NotDue: 0, Due: 1, Reported: 2, Late: 0, Missing: 0, NotApplicable: 0),
        Distribution = new Dictionary<string, int> { ["onTrack"] = 1 },
        Agreement = "onePrincipalMissing",
        AnswerKind = "deliverable",
        RefersTo = null,
        IsExample = true,
        Answers = [Answered, AnsweredByPart, Unanswered],
        Children = [],
    };

    private static readonly StatusNode FocusArea = Indicator with
    {
        Id = "2.2",
        NodeKind = "focusArea",
        Level = 0,
        Number = "2.2",
        Text = "Arbeta förebyggande",
        TargetGroup = null,
        Condition = null,
        Agreement = null,
        AnswerKind = null,
        Answers = [],
        Children = [Indicator],
    };

    private static readonly ThreadPlaceDocument Earlier =
        new("samordnat-stod", "nsu-2019", 2019, "node", "5.2.p3", "Ungdomar ska få samordnat stöd", "/hsvo/v1/plans/nsu-2019");

    private static readonly FigureDocument Figure = new()
    {
        Id = "arenden",
        Text = "Pågående ärenden",
        Node = "2.2.3.i6",
        Round = "2021-05",
        Value = 60,
        Unit = "ärenden",
        IsApproximate = true,
        Bound = null,
        Period = new(new(2021, 1, 1), new(2021, 12, 31)),
        AsWritten = "cirka 60",
        Quote = "Enheten har cirka 60 ärenden.",
    };

    private static readonly DerivedFigureDocument Derived = new()
    {
        Id = "over-malet",
        Formula = "personsAboveTarget",
        Text = "Personer över målet",
        Node = "2.2.3",
        Count = "2.2.3.i1",
        Share = "2.2.3.i2",
        Result = new()
        {
            Value = 985,
            Lower = 894,
            Upper = 1070,
            Target = 1,
            IsApproximate = false,
            IsWithheld = false,
            From = [new("2.2.3.i1", 3447, "2021-05", "document", IsApproximate: false)],
            Reckoning = "3 447 personer är 1,4 procent av befolkningen.",
        },
    };

    private static readonly PlanNodeDocument Row = new()
    {
        Id = "2.2.3.i6",
        NodeKind = "indicator",
        Level = 3,
        ParentId = "2.2.3.p5",
        Number = null,
        Text = "Lokala analyser har genomförts",
        Quote = "Lokala analyser har genomförts.",
        ListQuote = "Lokala analyser",
        TargetGroup = "Alla målgrupper",
        Condition = null,
        Responsible = ["tl"],
        ResponsibleQuote = "TL HSVO Uppsala",
        AnswerKind = "deliverable",
        Unit = null,
        Parts = new Dictionary<string, string> { ["ledtider"] = "lokala analyser av ledtider" },
        CountsPeople = true,
        Measurement = new("cumulative", new(2020, 8, 1)),
        Fraction = new("analyser", "vårdtillfällen", CountedBy: "2.2.3.i5"),
        Target = new("atLeast", 12.5, new(2021, 6, 30)),
        Due = new(2021, 12, 31),
        Starts = new(2021, 9, 1),
        RefersTo = null,
        SeeAlso = ["2.3.1"],
        State = "ongoing",
        Links = [new("uppdrag 8", "nämndens verksamhetsplan")],
        Threads = ["samordnat-stod"],
        ThreadLinks = [Earlier],
    };

    private static readonly StatusDocument Status = new()
    {
        Plan = Plan,
        Round = May,
        Meeting = Meeting,
        Timeline = Timeline,
        Declarations = [Declared],
        Today = new(2021, 5, 5),
        ResponsibilityIsAssumed = true,
        Conditions = [new("Medel beviljas", "under förutsättning att medel beviljas")],
        IsExample = true,
        Edition = "published",
        Figures = new([Figure], [Derived with { Result = null }]),
        FocusAreas = [FocusArea],
    };

    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>
    {
        ["Api.Plans"] = new PlanList([Plan]),
        ["Api.Plan"] = PlanSample,
        ["Api.PlanDraft"] = new PlanDraftDocument
        {
            Draft = PlanSample,
            ToSettle = 2,
            Report =
            [
                new("kind.unknown", "kind", "2.2.3.i6", new(7, 4, "Indikatorer"), "Lokala analyser",
                    new("Raden säger inte hur den ska besvaras.", "The row doesn't say how it is to be answered."), ToSettle: true, ["deliverable", "qualitative"], []),
                new("rounds.assumed", "round", null, null, null, new("Omgångarna är antagna.", "The rounds are assumed."), ToSettle: false, [], []),
                new("responsible.empty", "responsible", "2.2.3.i6", new(7, 4, "Ansvar"), null, new("Ansvar-cellen är tom.", "The Ansvar cell is empty."), ToSettle: true, ["tl"], ["2.2.3.i6"]),
            ],
            Threads = [new("2.2.3.p4", "Samordnat stöd", "5.2.p3", "Samordnat stöd till ungdomar", 0.84, "samordnat-stod", IsTaken: true)],
            PreviousThreads = [new("samordnat-stod", "Samordnat stöd till ungdomar")],
            Faults = [new("rounds.count", "/rounds", new("En plan har minst en omgång.", "A plan has a round at least."))],
        },
        ["Api.Threads"] = new ThreadList([new("samordnat-stod", "Samordnat stöd till ungdomar", [2019], [Earlier],
            [new("amn-2019.3", 2019, "Unga som varken arbetar eller studerar", "/hsvo/v1/proposals?year=2019")])]),
        ["Api.LoadingReport"] = new LoadingReportDocument(Plan, [new(null, "round", "Omgången slutar den sista i månaden."), new("2.2.3.i6", "kind", "Tre delar.")]),
        ["Api.Proposals"] = new ProposalList(
        [
            new()
            {
                Id = "amn-2019.1",
                Year = 2019,
                Kind = "group",
                Text = "Unga som varken arbetar eller studerar",
                Motivation = "De är fler än förra året.",
                Proposer = "board",
                EnteredByOffice = true,
                Department = "amn",
                DepartmentName = "Arbetsmarknadsförvaltningen",
                Board = "Arbetsmarknadsnämnden",
                ProposedAt = new(2018, 5, 3),
                Source = new("Prioriterade målgrupper 2019", "AMN-2018-0001", "0f1e2d3c", "Unga som varken arbetar eller studerar."),
                Threads = ["ung-intro"],
                WithdrawnAt = Reported,
                IsExample = true,
            },
        ]),
        ["Api.PlanImport"] = new PlanImportDocument
        {
            Plan = Plan,
            Result = "changed",
            DryRun = true,
            Parts = ["rounds"],
            Nodes = [new("2.2.3.i6", "indicator", "Lokala analyser har genomförts", "changed", ["text", "indicator"], 1)],
            Misfits = [new("2.2.3.i6", "ubn", "2021-05", "otherAnswer", new("Raden frågar nu efter ett annat slags svar.", "The row now asks for another kind of answer."))],
        },
        ["Api.PlanVersions"] = new PlanVersionList("hsvo-2021",
        [
            new(1, Reported, ImportedBy: null, IsExample: false, "/hsvo/v1/plans/hsvo-2021?version=1"),
            new(2, Reported, "00000000-0000-4000-8000-000000000002", IsExample: true, "/hsvo/v1/plans/hsvo-2021?version=2"),
        ]),
        ["Api.PlanHealth"] = new PlanHealthDocument(
            Plan,
            new Dictionary<string, int> { ["indicator.compound"] = 1, ["responsibility.assumed"] = 1 },
            [
                new("responsibility.assumed", null, null, new("Vilka som svarar är antaget.", "Who answers is assumed.")),
                new("indicator.compound", "2.2.3.i6", "Lokala analyser har genomförts", new("Raden frågar efter 3 saker på en gång.", "The row asks for 3 things at once.")),
            ]),
        ["Api.Meetings"] = new MeetingList(
            [Meeting],
            [
                new("month.undated", "2021-10", 12, new(
                    "Det ordinarie samrådet i oktober 2021 har inget datum än, och månaden börjar om 12 dagar.",
                    "The ordinary meeting of October 2021 has no date yet, and the month begins in 12 days.")),
            ]),
        ["Api.Declarations"] = new DeclarationList([Declared]),
        ["Api.Configuration"] = new ConfigurationDocument(3, "00000000-0000-4000-8000-000000000002", Reported, Settings),
        ["Api.ConfigurationVersions"] = new ConfigurationVersions([new(0, SetBy: null, SetAt: null, Settings with { Responsibilities = [] })]),
        ["Api.Audit"] = new AuditDocument(
            new(2021, 5, 1), new(2021, 5, 31),
            [
                new()
                {
                    At = Reported,
                    Outcome = "stored",
                    Action = "reportsStored",
                    ActionText = "Svar sparade",
                    Who = "00000000-0000-4000-8000-000000000103",
                    Tenant = null,
                    Door = "powerBI",
                    Operation = "PostGoalValue",
                    RequestId = "8c9d6a70-5a0e-4a51-9d3b-6f2f6f0a2f11",
                    Plan = "hsvo-2021",
                    Subject = null,
                    Rows = [new("2021-05", "2.1.1.i3", "amn", 2, "corrected")],
                    Count = null,
                    Refusal = null,
                    IsExample = true,
                },
                new()
                {
                    At = Reported,
                    Outcome = "refused",
                    Action = "refused",
                    ActionText = "Anrop nekat",
                    Who = "00000000-0000-4000-8000-000000000001",
                    Tenant = "11111111-1111-4111-8111-111111111111",
                    Door = "api",
                    Operation = "SetMeeting",
                    RequestId = "8c9d6a70-5a0e-4a51-9d3b-6f2f6f0a2f12",
                    Plan = null,
                    Subject = null,
                    Rows = [],
                    Count = null,
                    Refusal = new(403, "role.missing", "PUT", "/hsvo/v1/meetings/2021-05"),
                    IsExample = false,
                },
            ],
            "637556256000000000.0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
        ["Api.AuditExport"] = new AuditExportDocument([]),
        ["Api.AuditYear"] = new AuditYearDocument(
            2021, IsFinished: true,
            [new("logg-2021-sparat.csv", "text/csv; charset=utf-8", 52_000, "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0", 211, "/hsvo/v1/audit/2021/logg-2021-sparat.csv")]),
        ["Api.TestMessage"] = new TestMessageDocument("amn-kanal", "amn", IsTaken: false, "410", "Mottagaren tog inte emot provmeddelandet: den svarade 410.", Reported),
        ["Api.Notices"] = new NoticesDocument(
            new(2021, 5, 1), new(2021, 5, 31),
            [
                new("amn-kanal", "amn", "teams", "hooks.example.org", IsSigned: false, Problem: null),
                new("ubn-system", "ubn", "json", Host: null, IsSigned: true, new("Address måste vara en https-adress.", "Address must be an https address.")),
            ],
            [
                new()
                {
                    Id = "2021-05-11.duesoon.amn.amn-kanal",
                    Kind = "dueSoon",
                    Day = new(2021, 5, 11),
                    Meeting = null,
                    Department = "amn",
                    Receiver = "amn-kanal",
                    State = "waiting",
                    StateText = "Väntar",
                    Attempts = 1,
                    LastResult = "500",
                    CreatedAt = Reported,
                    NextAttempt = Reported.AddHours(1),
                    EndedAt = null,
                },
            ]),
        ["Webhook.Notice"] = new WebhookDocument(
            "answers.dueSoon", Reported,
            new()
            {
                Department = "amn",
                Title = "Ett svar återstår inför samrådet 25 maj 2021",
                Text = "Hej!",
                Address = "https://hsvo.example/rapportera",
                Day = new(2021, 5, 11),
                Plans = [new("hsvo-2021", "2021-05", ["2.1.1.i3"])],
            }),
        ["Webhook.Card"] = new CardMessage(
            "message",
            [
                new("application/vnd.microsoft.card.adaptive", new(
                    "http://adaptivecards.io/schemas/adaptive-card.json", "AdaptiveCard", "1.2", "sv",
                    [new("RichTextBlock", "default", [new("TextRun", "Ett svar återstår", "medium", "bolder")])],
                    [new("Action.OpenUrl", "Öppna HSVO", "https://hsvo.example/rapportera")])),
            ]),
        ["Api.Health"] = new HealthDocument(
            "degraded",
            [
                new("storage", "healthy", Message: null),
                new("meetings", "degraded", new("Det ordinarie samrådet i januari 2022 har inget datum än.", "The ordinary meeting of January 2022 has no date yet.")),
            ]),
        ["Api.Burden"] = new BurdenDocument(
            Plan,
            ResponsibilityIsAssumed: true,
            [
                new("ubn", "Utbildningsförvaltningen",
                    [
                        new()
                        {
                            Round = "2021-05",
                            Owed = 30,
                            Answered = 24,
                            OnTime = 20,
                            Late = 4,
                            Awaited = 0,
                            Missing = 6,
                            NotApplicable = 2,
                            Repeated = 3,
                            Carried = 1,
                        },
                    ],
                    [new("2.1.4.i1", "Prioriterade aktiviteter har genomförts")]),
            ]),
        ["Api.Permits"] = new PermitList(
            [new("hsvo-2021", "2021-05", "ubn", new(2021, 5, 20), "Fel siffra i underlaget.", "00000000-0000-4000-8000-000000000002", Reported)]),
        ["Api.AnswerSheet"] = new AnswerSheetDocument
        {
            Plan = Plan,
            Round = May,
            Department = "vs",
            DepartmentName = "Förvaltningen under vårdstyrelsen",
            Timeline = Timeline,
            Rows =
            [
                new()
                {
                    Indicator = "2.2.3.i3",
                    Text = "Antal medarbetare som utbildats",
                    Goal = "2.2.3",
                    Activity = "2.2.3.a1",
                    AnswerKind = "count",
                    AsksFor = "antal medarbetare",
                    Parts = new Dictionary<string, string> { ["mota-patient-brukare"] = "att möta patient/brukare" },
                    Assessments = ["notStarted", "onTrack", "atRisk", "behind"],
                    Reporting = "due",
                    ReportingText = "Svar väntas",
                    Revision = 0,
                    Answer = null,
                },
            ],
        },
        ["Api.Missing"] = new MissingDocument
        {
            Today = new(2021, 5, 8),
            Plans = [new(Plan, May, Meeting, Timeline, 3, ResponsibilityIsAssumed: true)],
            Departments =
            [
                new("vs", "Förvaltningen under vårdstyrelsen", 2, 1, 3,
                    [
                        new("hsvo-2021", "2021-05", 2, 1, 3,
                            [new("2.1.4", "2.1.4.i1", "Prioriterade aktiviteter har genomförts", "due", "Vilka aktiviteter?")], NothingMore: null),
                    ],
                    new("Ett svar återstår inför samrådet 25 maj 2021", "Hej!")),
                new("ubn", "Utbildningsförvaltningen", 1, 1, DaysLeft: null, [new("hsvo-2021", "2021-05", 1, 1, DaysLeft: null, [], Declared)], Mail: null),
            ],
        },
        ["Api.Status"] = Status,
        ["Api.Summary"] = new SummaryDocument
        {
            Meeting = Meeting,
            Edition = "sealed",
            Today = new(2021, 5, 18),
            IsExample = true,
            Plans =
            [
                new()
                {
                    Status = Status,
                    ComparedWith = new("2021-01", new(2021, 1, 20), "2021-01", 1),
                    Changes = [new("2.1.1", "better", "atRisk", "onTrack"), new("2.1.1.i4", "new", null, null)],
                    StillMissing = [new("2.1.1.i1", ["vs"])],
                    Corrections = [new("2.1.1.i3", "ubn", "2021-01", 1, "nej", 2, "ja", "Beslutet kom.", IsExample: true)],
                    Disagreements = ["2.2.3.i4"],
                    Figures = [new("2.2.3.i3", "mota-patient-brukare", "ubn", [new("2021-01", 12, IsExample: true), new("2021-05", null, IsExample: true)])],
                    Milestones = [],
                },
            ],
            Proposals = new(
                2022,
                [
                    new("amn-2022.1", "group", "Nyanlända med psykisk ohälsa", "board", EnteredByOffice: true, "Arbetsmarknadsförvaltningen", "Arbetsmarknadsnämnden", "Många väntar länge på stöd.",
                        new("Förslag till prioriterade målgrupper", "AMN-2021-0001", null, "nyanlända med psykisk ohälsa"), IsExample: true),
                ]),
            PlanToAdopt = new(
                2022,
                Plan,
                [
                    new("responsibility.assumed", null, "Vilka enheter som svarar för varje organ är antaget."),
                    new("indicator.noUnit", "2.1.1.i1", "Raden säger inte vad som räknas."),
                ]),
        },
        ["Api.SummaryVersions"] = new SummaryVersionList(
            "2021-05",
            [
                new(
                    "sealed", "sealed", Reported, [new("hsvo-2021", 1, "2021-05", 51)],
                    [new("sammanstallning.json", "application/json; charset=utf-8", 4711, new('a', 64), "/hsvo/v1/meetings/2021-05/summary/versions/sealed/sammanstallning.json")]),
            ]),
        ["Api.Submission"] = new SubmissionDocument
        {
            Plan = "hsvo-2021",
            DryRun = false,
            Draft = false,
            Created = 1,
            Corrected = 0,
            Unchanged = 0,
            Drafted = 0,
            Withdrawn = 0,
            Rows = [new(0, "2.2.3.i4", "ubn", "2021-05", "created", 1)],
        },
        ["Api.Problem"] = new ProblemDocument
        {
            Type = "urn:hsvo:problem:reports.invalid",
            Title = "Rapporten kan inte tas emot.",
            Status = 422,
            Detail = "The report is refused.",
            Instance = "/hsvo/v1/reports",
            Code = "reports.invalid",
            RequestId = "0HN0000000001:00000001",
            Errors = [new("value.type", "/reports/0/value", new("Värdet ska vara ”ja” eller ”nej”.", "The value must be 'ja' or 'nej'."))],
            StoredRows = null,
            Conflicts = [new("/reports/0", "2021-05", "2.2.3.i4", "ubn", 1, Sent, Report)],
        },
        ["Api.ApiInfo"] = new ApiInfoDocument("HSVO uppföljning", "1.0.0", new(2026, 11, 22), "https://hsvo.example.org/hsvo/v1/openapi.json", "active"),
        ["Api.SubmissionRequest"] = new SubmissionRequest
        {
            Plan = "hsvo-2021",
            DryRun = true,
            Draft = false,
            Reports =
            [
                new()
                {
                    Indicator = "2.2.3.i4",
                    Department = "ubn",
                    Round = "2021-05",
                    Parts = new Dictionary<string, object?> { ["ledtider"] = "ja" },
                    Assessment = "atRisk",
                    Comment = "Väntar på beslut.",
                    Revision = 1,
                },
            ],
        },
        ["Api.AnswerRequest"] = new AnswerRequest { Value = "nej", Assessment = 2, NotApplicable = false, Comment = "Väntar på beslut.", Reason = "Nya siffror." },
        ["Api.MaskRequest"] = new MaskRequest(1, "Pekade ut någon."),
        ["Api.ReviewsRequest"] = new ReviewsRequest([new("2.2.3.i4", "ubn", 2, "sendBack", "Vilken månad gäller det?")]),
        ["Api.MeetingRequest"] = new MeetingRequest(new(2021, 5, 25), "ordinary", [new("hsvo-2021", "2021-05")], "KSN-2021-0001"),
        ["Api.DeclarationRequest"] = new DeclarationRequest("ubn"),
        ["Api.PermitRequest"] = new PermitRequest("ubn", new(2021, 5, 20), "Fel siffra i underlaget."),
        ["Api.ProposalRequest"] = new ProposalRequest(2022, "group", "Nyanlända med psykisk ohälsa", "Många väntar länge på stöd.", Department: null, Board: "amn"),
        ["Api.Report"] = Report,
        ["Api.Reports"] = new ReportList("hsvo-2021", Reported, [Report]),
        ["Api.History"] = new HistoryDocument("hsvo-2021",
            [
                new(
                    Report,
                    [Accepted],
                    new("Anna ringde.", "Anna slutade.", "Anna sade ja.", new Dictionary<string, string> { ["ledtider"] = "Anna sade ja." }, ["Vem är Anna?"])),
            ]),
        ["Api.Reviews"] = new ReviewList("hsvo-2021", [Report]),
        ["Api.Drafts"] = new DraftList("hsvo-2021",
        [
            new()
            {
                Round = "2021-05",
                Indicator = "2.2.3.i4",
                Department = "ubn",
                Answer = Sent,
                BasedOn = 1,
                IsOutdated = true,
                Current = Report,
                SavedBy = "00000000-0000-4000-8000-000000000101",
                SavedAt = Reported,
            },
        ]),
    };

    private static PlanDocument PlanSample => new PlanDocument
    {
        Plan = Plan,
        Cadence = "samrad",
        Period = new(new(2021, 1, 1), new(2021, 12, 31)),
        Conditions = [new("Medel beviljas", "under förutsättning att medel beviljas")],
        OverallGoal = "En god och nära vård",
        OverallGoalQuote = "Övergripande mål: En god och nära vård",
        Adopted = new(2020, 10, 21),
        AdoptedBy = "Samråd HSVO Uppsala",
        AdoptedQuote = "Fastställd 2020-10-21",
        Diarienummer = "UBN-2020-08327",
        ResponsibilityIsAssumed = true,
        Source = new("Verksamhetsplan 2021", "0f1e2d3c"),
        Rounds = [May],
        Boards = [new("ubn", "Utbildningsnämnden", "UBN", "kommun", "Utbildningsnämnden (UBN)")],
        Departments = [new("ubn", "Utbildningsförvaltningen", "kommun", "ubn", NameIsAssumed: false)],
        Bodies = [new("tl", "TL HSVO Uppsala", "Förvaltningarnas direktörer", "Tjänsteledningen (TL)", ["ubn"])],
        Nodes = [Row],
        OrdinaryOperations = [new("Närvårdsteam", "Närvårdsteam i hela länet", ["samordnat-stod"], [Earlier])],
        Figures = [Figure],
        DerivedFigures = [Derived],
        Threads = [new("samordnat-stod", "Samordnat stöd till ungdomar", CoversPlan: false, [Earlier])],
        Readings = [new(null, "round", "Omgången slutar den sista i månaden.")],
    };
}
