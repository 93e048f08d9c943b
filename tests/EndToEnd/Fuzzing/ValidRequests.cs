using System.Text.Json.Nodes;
using Hsvo.Domain.Plans;
using Hsvo.Functions.Http;
using Hsvo.Plans;
using Hsvo.TestKit.Builders;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>
/// Requests that are right, for every route: addresses and query options from the route itself, bodies from here or from the contract's examples. What a
/// request needs to be there is sent before it.
/// </summary>
/// <param name="world">What is there.</param>
/// <param name="unit">The unit that writes.</param>
/// <param name="random">What decides.</param>
/// <param name="send">Sends what goes before.</param>
internal sealed partial class ValidRequests(FuzzWorld world, FuzzedUnit unit, Random random, Func<FuzzedRequest, Task<FuzzAnswer>> send)
{
    private const string Because = "Underlaget blev klart.";

    private static readonly Plan Plan = FuzzedUnit.Plan;

    private static readonly (string Plan, string Round)[] OtherRounds =
        [.. PlanLibrary.All.Where(p => p.Id != Plan.Id).SelectMany(p => p.Rounds.Select(r => (p.Id, r.Id)))];

    private int _written;

    /// <summary>One for a route.</summary>
    public async Task<FuzzedRequest> OfAsync(FuzzedRoute route)
    {
        var request = For(route);
        Ask(request);
        switch (route.Function)
        {
            case "SubmitReports":
                request.Body = Submission();
                if (random.OneIn(3))
                {
                    request.Set("Idempotency-Key", $"{unit.Department}-{_written}");
                }

                break;
            case "PutReport":
                request.Body = Answer(Row(request));
                await TagAsync(request, "GetReport");
                break;
            case "WithdrawReport":
                On(request, random.Of(FuzzedUnit.Changing));
                await ReportAsync(request, "nej");
                await TagAsync(request, "GetReport");
                break;
            case "RemoveDraft":
                await BeforeAsync("SubmitReports", b => b.Body = new JsonObject { ["plan"] = Plan.Id, ["draft"] = true, ["reports"] = new JsonArray(RowOf(request, "ja")) });
                break;
            case "MaskComment":
                await ReportAsync(request, random.Of("ja", "nej"));
                request.Body = new JsonObject { ["revision"] = await RevisionAsync(request), ["reason"] = "Pekar ut någon." };
                break;
            case "ReviewReports":
                var reviewed = For(FuzzedRoute.All.Single(r => r.Function == "GetReport"));
                request.Values["round"] = reviewed.Values["round"];
                var decision = random.Of("accept", "sendBack");
                request.Body = new JsonObject
                {
                    ["reviews"] = new JsonArray(new JsonObject
                    {
                        ["indicator"] = reviewed.Values["indicator"],
                        ["department"] = unit.Department,
                        ["revision"] = await RevisionAsync(reviewed),
                        ["decision"] = decision,
                        ["question"] = decision == "accept" ? null : "Gäller det alla?",
                    }),
                };
                break;
            case "DeclareNothingMore":
                request.Body = new JsonObject { ["department"] = unit.Department };
                break;
            case "WithdrawDeclaration":
                await BeforeAsync("DeclareNothingMore", b => (b.Values["round"], b.Body) = (request.Values["round"], new JsonObject { ["department"] = unit.Department }));
                break;
            case "PermitLateChange":
                request.Body = new JsonObject { ["department"] = unit.Department, ["until"] = random.Of("2021-05-20", "2021-06-01"), ["reason"] = Because };
                break;
            case "SetMeeting":
                request.Values["meetingId"] = $"extra-{unit.Department}";
                request.Body = Meeting(0);
                break;
            case "RemoveMeeting":
                request.Values["meetingId"] = $"bort-{unit.Department}";
                await BeforeAsync("SetMeeting", b => (b.Values["meetingId"], b.Body) = (request.Values["meetingId"], Meeting(1)));
                break;
            case "SetConfiguration":
                request.Body = Settings();
                await TagAsync(request, "GetConfiguration");
                break;
            case "ImportPlan":
                request.Body = await PlanAsync();
                break;
            case "DraftPlan":
                request.Bytes = Word();
                request.ContentType = WordBuilder.MediaType;
                break;
            case "MakeProposal":
                request.Body = Proposal();
                break;
            case "WithdrawProposal":
                var made = await BeforeAsync("MakeProposal", b => b.Body = Proposal());
                request.Values["proposalId"] = made.Json?["id"]?.GetValue<string>() ?? "none";
                break;
            case "GetFeedSet" or "CountFeedSet":
                request.Query.AddRange(world.Feed.Of(request.Values["resource"], random, route.Function == "CountFeedSet"));
                break;
            case "NavigateFeed":
                (request.Values["resource"], request.Values["path"]) = ($"Plans('{Plan.Id}')", random.Of(world.Feed.Below("Plans")));
                break;
            default:
                // A route that nobody has told of: the contract shows what it takes.
                if (!await TryFillInAsync(request) && !await TryPowerBIAsync(request))
                {
                    request.Body = world.ExampleBodies.GetValueOrDefault(route.Function)?.DeepClone();
                }

                break;
        }

        return request;
    }

    /// <summary>An address with a token of one who may ask.</summary>
    private FuzzedRequest For(FuzzedRoute route)
    {
        var request = new FuzzedRequest(route, random.Of(route.Methods)) { Token = world.TokenOf(WhoMay(route)) };
        var mayWrite = route.Access is Access.Report or Access.Coordinate && !route.Methods.Contains("GET");
        var round = mayWrite && !route.Function.EndsWith("Note", StringComparison.Ordinal) ? random.Of(Plan.Rounds) : Plan.FindRound(FuzzWorld.Round)!;
        var row = random.Of(FuzzedUnit.Steady);
        var (version, file) = random.Of(world.Files);
        foreach (var name in route.Parameters)
        {
            request.Values[name] = name switch
            {
                "plan" => mayWrite || name != "plan" || route.Parameters.Contains("round") || random.Next(3) > 0 ? Plan.Id : random.Of(PlanLibrary.All).Id,
                "round" => round.Id,
                "indicator" => row.Id,
                "department" => unit.Department,
                "meetingId" => FuzzWorld.Round,
                "version" => version,
                "file" => route.Function == "GetAuditFile" ? random.Of("logg-2020-sparat.json", "logg-2020-sparat.csv", "logg-2020-nekat.json", "logg-2020-sha256.txt") : file,
                // Of the year that goes on all that was sent before would be read, each time.
                "auditYear" => "2020",
                "groupId" => unit.Group,
                "scorecardId" => unit.Scorecard,
                "reportId" => unit.Report,
                "datasetId" => unit.Dataset,
                "tableName" => "Reports",
                "goalId" => unit.Goals[row.Id],
                "receiver" => FuzzWorld.Receiver,
                "timestamp" => FuzzedUnit.DayOf(round),
                "goalKey" => $"{Plan.Id}_{Plan.GoalOf(row).Id}",
                "indicatorKey" => $"{Plan.Id}_{row.Id}",
                "resource" => random.Of(world.Feed.Sets),
                "ignored" => "",
                "path" => random.Of("ingenstans", "myorg/reports", "v1/nothing", "Goals('x')/indicators", "myorg/gateways", "$batch", "v2/plans"),
                _ => "none",
            };
        }

        return request;
    }

    private string WhoMay(FuzzedRoute route) => route.Access switch
    {
        // Of a plan's rows; those of a department's own goals are its reporters'.
        _ when route.Function is "PostStatusRules" or "DeleteStatusRules" => "coordinator",
        Access.Report => unit.Department,
        Access.Coordinate => "coordinator",
        Access.Audit => random.Of("coordinator", "auditor"),
        _ when route.Function == "ListDrafts" => unit.Department,
        _ when route.Template.Contains("datasets", StringComparison.Ordinal) => unit.Department,
        _ => random.Of("reader", "coordinator", "auditor", unit.Department),
    };

    private void Ask(FuzzedRequest request)
    {
        var options = request.Route.Options;
        var plan = options.Contains("plan") && random.Next(4) > 0 ? Plan : random.Of(PlanLibrary.All);
        foreach (var option in options.Where(o => o == "plan" || (o == "year" && request.Route.Function == "GetNextPlan") || random.OneIn(3)))
        {
            var value = option switch
            {
                "plan" => plan.Id,
                "round" => random.Of(plan.Rounds).Id,
                "format" => request.Route.Function == "GetAnswerSheet" ? random.Of("csv", "json", "xlsx") : request.Route.Function == "FetchSheet" ? random.Of("csv", "xlsx") : random.Of("csv", "json"),
                "asOf" => random.Of("2021-05-09", "2021-05-10", "2021-05-10T00:00:00Z", "2026-01-15"),
                "year" => random.Of("2021", "2022", "2023"),
                "version" => "1",
                "previous" => random.Of(PlanLibrary.All).Id,
                "department" => random.Of(plan.Departments).Id,
                "changedSince" => random.Of("2021-05-01T00:00:00Z", "2021-05-10T01:00:00+02:00"),
                "lang" => random.Of("sv", "en"),
                "dryRun" => random.Of("true", "false"),
                "draft" => "false",
                "$top" => random.Of("1", "3", "1000"),
                "$skip" => random.Of("0", "2"),
                "$count" => "true",
                "$filter" => random.Of(FilterOf(request.Route.Function)),
                "$orderby" => request.Route.Function is "GetGoalValues" ? "timestamp desc" : random.Of("name", "name desc,id"),
                "$select" => request.Route.Function is "GetGoalValues" or "GetGoalValue" ? "value,timestamp" : random.Of("id", "name,id"),
                "$expand" or "expand" => ExpandOf(request.Route.Function),
                _ => null,
            };
            if (value is not null && !(option == "expand" && request.Query.Exists(q => q.Name == "$expand")))
            {
                request.Query.Add((option, value));
            }
        }
    }

    private static string[] FilterOf(string function) => function switch
    {
        "GetGoals" => ["status in (3,4) and level ge 3", "level eq 1", "startswith(name,'A') or not (rank gt 2)", "nodeKind eq 'indicator'", "contains(tolower(owner),'arbets')"],
        "GetGoalValues" => ["value eq 1", "status ne null", "timestamp ge 2021-05-01"],
        "GetScorecards" => ["planId eq 'hsvo-2021'", "contains(name,'HSVO')"],
        _ => ["contains(name,'förvaltning')", "name ne null"],
    };

    private string ExpandOf(string function) => function switch
    {
        "GetGoalValues" or "GetGoalValue" => "notes",
        "GetGoals" or "GetGoal" => random.Of("goalValues", "goalValues($expand=notes),aggregations", "aggregations($filter=type eq 'Status')", "goalValues($filter=value eq 1;$top=1)"),
        _ => random.Of("goals", "goals($expand=goalValues,aggregations)", "goals($filter=level eq 1;$select=name)"),
    };

    private string NewText() => $"{random.Of("Fler svarar nu.", "Väntar på beslut", "Klart: ”allt” enligt plan – 100 %", "Överenskommelsen är påskriven 🙂")} {unit.Department} {++_written}";

    private JsonObject Submission()
    {
        var rows = new Dictionary<(string, string), JsonNode>();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var (row, round) = (random.OneIn(4) ? random.Of(FuzzedUnit.OtherRows) : random.Of(FuzzedUnit.Steady), random.Of(Plan.Rounds));
            var answer = Answer(row);
            (answer["indicator"], answer["department"], answer["round"]) = (row.Id, unit.Department, round.Id);
            rows[(row.Id, round.Id)] = answer;
        }

        var body = new JsonObject { ["plan"] = Plan.Id, ["reports"] = new JsonArray([.. rows.Values]) };
        if (random.OneIn(8))
        {
            body[random.Of("dryRun", "draft")] = true;
        }

        return body;
    }

    private JsonObject Answer(PlanNode row)
    {
        var spec = row.Indicator!;
        var answer = new JsonObject { ["comment"] = NewText(), ["reason"] = Because };
        if (random.OneIn(15))
        {
            answer["notApplicable"] = true;
        }
        else if (spec.Parts.Count > 0)
        {
            answer["parts"] = new JsonObject(spec.Parts.Select(p => KeyValuePair.Create(p.Id, ValueOf(spec))));
        }
        else
        {
            answer["value"] = ValueOf(spec);
        }

        return answer;
    }

    private JsonNode? ValueOf(IndicatorSpec spec) => spec.Kind switch
    {
        IndicatorKind.Deliverable or IndicatorKind.Continuing => random.Of("ja", "nej"),
        IndicatorKind.Count => random.Next(0, 400),
        IndicatorKind.Percentage => random.Next(0, 101),
        IndicatorKind.Amount => random.Next(0, 1_000_000),
        IndicatorKind.Milestone => random.Of("2021-03-01", "nej"),
        _ => NewText(),
    };

    private JsonObject RowOf(FuzzedRequest at, string value) => new()
    {
        ["indicator"] = at.Values["indicator"],
        ["department"] = unit.Department,
        ["round"] = at.Values["round"],
        ["value"] = value,
        ["comment"] = NewText(),
        ["reason"] = Because,
    };

    // Each round has one extra meeting at most, and those of the plan that is written to keep theirs. So each unit has three rounds: of the meeting that is set,
    // of the one that is set to be removed, and of the one that a page sets.
    private (string Plan, string Round) OwnRound(int which) => OtherRounds[(world.Units.ToList().IndexOf(unit) * 3) + which];

    private JsonObject Meeting(int which)
    {
        var (plan, round) = OwnRound(which);
        return new()
        {
            ["date"] = random.Of("2021-06-08", "2021-06-15"),
            ["kind"] = "extra",
            ["agenda"] = new JsonArray(new JsonObject { ["plan"] = plan, ["round"] = round }),
            ["diarienummer"] = $"KSN-2021-{random.Next(4)}",
        };
    }

    private JsonObject Proposal() => new() { ["year"] = 2022, ["kind"] = random.Of("group", "area"), ["text"] = NewText(), ["motivation"] = "De blir fler." };

    // As it was, but for what no status hangs on.
    private JsonNode Settings()
    {
        var settings = world.Settings.DeepClone();
        settings["warningDays"] = random.Next(30, 90);
        return settings;
    }

    // One of the unit's own, a few versions of it.
    private async Task<JsonNode> PlanAsync()
    {
        var plan = world.ExampleBodies["ImportPlan"].DeepClone();
        var id = $"fuzz-{unit.Department}";
        var there = await BeforeAsync("GetPlan", b => b.Values["plan"] = id);
        (plan["plan"]!["id"], plan["plan"]!["title"]) = (id, $"Prövoplan {random.Next(3)}");
        plan["plan"]!["version"] = there.Json?["plan"]?["version"]?.GetValue<int>() ?? 0;
        return plan;
    }

    private static PlanNode Row(FuzzedRequest request) => Plan.Find(request.Values["indicator"])!;

    private void On(FuzzedRequest request, PlanNode row)
    {
        request.Values["indicator"] = row.Id;
        request.Values["goalId"] = unit.Goals[row.Id];
    }

    private static void Like(FuzzedRequest request, FuzzedRequest other)
    {
        foreach (var (name, value) in other.Values)
        {
            request.Values[name] = value;
        }
    }

    private async Task<FuzzAnswer> BeforeAsync(string function, Action<FuzzedRequest> with)
    {
        var request = For(FuzzedRoute.All.Single(r => r.Function == function));
        with(request);
        return await send(request);
    }

    // By whichever door: the cell that the request means has an answer with a comment of the unit's own.
    private async Task ReportAsync(FuzzedRequest request, string value)
    {
        var row = request.Values.GetValueOrDefault("indicator") ?? unit.Goals.First(g => g.Value == request.Values["goalId"]).Key;
        var round = request.Values.GetValueOrDefault("round") ?? Plan.Rounds.First(r => FuzzedUnit.DayOf(r) == request.Values["timestamp"]).Id;
        await BeforeAsync("SubmitReports", b =>
        {
            (b.Values["indicator"], b.Values["round"]) = (row, round);
            b.Body = new JsonObject { ["plan"] = Plan.Id, ["reports"] = new JsonArray(RowOf(b, value)) };
        });
    }

    private async Task TagAsync(FuzzedRequest request, string reader)
    {
        var there = await BeforeAsync(reader, b => Like(b, request));
        if (there is { Succeeded: true, Tag: { } tag })
        {
            request.Set("If-Match", tag);
        }
        else
        {
            request.Set("If-None-Match", "*");
        }
    }

    private async Task<int> RevisionAsync(FuzzedRequest at) =>
        (await BeforeAsync("GetReport", b => Like(b, at))).Json?["revision"]?.GetValue<int>() ?? 1;
}
