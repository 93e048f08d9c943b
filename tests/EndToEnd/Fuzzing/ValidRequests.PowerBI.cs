using System.Text.Json.Nodes;

namespace Hsvo.EndToEnd.Fuzzing;

/// <summary>What writes by Power BI's door: check-ins, notes, rules, rows that are pushed, and a department's own scorecards.</summary>
internal sealed partial class ValidRequests
{
    // False for what is of another door.
    private async Task<bool> TryPowerBIAsync(FuzzedRequest request)
    {
        switch (request.Route.Function)
        {
            case "PostGoalValue":
                request.Body = CheckIn(request);
                break;
            case "PatchGoalValue":
                await ReportAsync(request, "nej");
                request.Body = random.OneIn(2) ? new JsonObject { ["note"] = NewText() } : new JsonObject { ["value"] = random.Next(2) };
                break;
            case "DeleteGoalValue":
                On(request, random.Of(FuzzedUnit.Changing));
                await ReportAsync(request, "ja");
                break;
            case "PostGoalValues":
                request.Body = new JsonObject
                {
                    ["value"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(i => random.Of(FuzzedUnit.Steady)).Distinct().Select(row =>
                        (JsonNode)new JsonObject { ["goalId"] = unit.Goals[row.Id], ["timestamp"] = FuzzedUnit.DayOf(random.Of(Plan.Rounds)), ["value"] = random.Next(2) })]),
                };
                break;
            case "PostGoalNote":
                On(request, random.Of(FuzzedUnit.YesNoRows));
                await BeforeAsync("PostGoalValue", b =>
                {
                    Like(b, request);
                    b.Body = new JsonObject { ["timestamp"] = request.Values["timestamp"], ["value"] = random.Next(2), ["note"] = null };
                });
                request.Body = new JsonObject { ["body"] = NewText() };
                break;
            case "PatchGoalNote" or "DeleteGoalNote":
                await ReportAsync(request, random.Of("ja", "nej"));
                var notes = await BeforeAsync("GetGoalNotes", b => Like(b, request));
                request.Values["noteId"] = notes.Json?["value"] is JsonArray { Count: > 0 } all ? all[0]!["id"]!.GetValue<string>() : unit.Group;
                request.Body = request.Route.Function == "PatchGoalNote" ? new JsonObject { ["body"] = NewText() } : null;
                break;
            case "PostStatusRules":
                On(request, random.Of(FuzzedUnit.Changing));
                request.Body = Rules();
                break;
            case "DeleteStatusRules":
                On(request, random.Of(FuzzedUnit.Changing));
                await BeforeAsync("PostStatusRules", b =>
                {
                    Like(b, request);
                    b.Body = Rules();
                });
                break;
            case "PostRows" or "PostRowsInGroup":
                request.Body = Rows();
                if (random.OneIn(3))
                {
                    request.Set("X-PowerBI-PushData-SequenceNumber", $"{_written}");
                }

                break;
            case "PostScorecard":
                await MakeRoomAsync();
                request.Body = new JsonObject { ["name"] = NewText(), ["description"] = "Vårt eget." };
                break;
            case "PatchScorecard":
                await OwnAsync(request);
                request.Body = new JsonObject { ["name"] = NewText() };
                break;
            case "DeleteScorecard":
                await OwnAsync(request);
                unit.Own.Dequeue();
                break;
            case "PostGoal":
                await OwnAsync(request);
                request.Body = new JsonObject { ["name"] = NewText(), ["startDate"] = "2021-01-01T00:00:00Z", ["parentId"] = random.OneIn(2) ? request.Values["upper"] : null };
                break;
            case "PatchGoal":
                await OwnAsync(request);
                request.Body = new JsonObject { ["name"] = NewText(), ["completionDate"] = "2021-12-31" };
                break;
            case "DeleteGoal":
                await OwnAsync(request);
                request.Values["goalId"] = await NewGoalAsync(request, parent: null);
                break;
            case "MoveGoals":
                await OwnAsync(request);
                request.Body = new JsonObject
                {
                    ["goalToMove"] = new JsonObject { ["goalId"] = request.Values["lower"], ["currentParentId"] = request.Values["upper"] },
                    ["newParent"] = new JsonObject { ["goalId"] = request.Values["upper"] },
                };
                break;
            case "GetRefresh" or "GetRefreshInGroup":
                // The newest: old ones are forgotten.
                var rebuilds = await BeforeAsync(request.Route.Function == "GetRefresh" ? "GetRefreshes" : "GetRefreshesInGroup", _ => { });
                request.Values["refreshId"] = rebuilds.Json!["value"]![0]!["requestId"]!.GetValue<string>();
                break;
            default:
                return false;
        }

        return true;
    }

    private JsonObject CheckIn(FuzzedRequest at) => new()
    {
        ["timestamp"] = random.Of("", "T00:00:00Z") is var time ? at.Values.GetValueOrDefault("timestamp", FuzzedUnit.DayOf(random.Of(Plan.Rounds))) + time : "",
        ["value"] = random.Next(2),
        ["note"] = NewText(),
    };

    private JsonObject Rows() => new()
    {
        ["rows"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Of(FuzzedUnit.Steady)).DistinctBy(r => r.Id).Select(row => (JsonNode)new JsonObject
        {
            ["Indicator"] = row.Id, ["Round"] = random.Of(Plan.Rounds).Id, ["Value"] = random.Next(2), ["Comment"] = NewText(), ["Reason"] = Because,
        })]),
    };

    private static JsonNode Rules() => JsonNode.Parse(
        """{"rules":[{"conditions":[{"fieldComparison":{"field":"Value","operator":"Equal","value":{"number":1}}}],"output":1}],"defaultOutput":4}""")!;

    private async Task OwnAsync(FuzzedRequest request)
    {
        if (unit.Own.Count == 0)
        {
            await MakeRoomAsync();
            var made = await BeforeAsync("PostScorecard", b => b.Body = new JsonObject { ["name"] = NewText() });
            request.Values["scorecardId"] = made.Json!["id"]!.GetValue<string>();
            var upper = await NewGoalAsync(request, parent: null);
            unit.Own.Enqueue((request.Values["scorecardId"], upper, await NewGoalAsync(request, upper)));
        }

        var own = unit.Own.Peek();
        (request.Values["scorecardId"], request.Values["upper"], request.Values["lower"], request.Values["goalId"]) = (own.Id, own.Upper, own.Lower, random.Of(own.Upper, own.Lower));
    }

    private async Task<string> NewGoalAsync(FuzzedRequest request, string? parent)
    {
        var made = await BeforeAsync("PostGoal", b =>
        {
            b.Values["scorecardId"] = request.Values["scorecardId"];
            b.Body = new JsonObject { ["name"] = NewText(), ["parentId"] = parent };
        });
        return made.Json?["id"]?.GetValue<string>() ?? unit.Group;
    }

    // Twenty is as many as there may be.
    private async Task MakeRoomAsync()
    {
        var there = await BeforeAsync("GetScorecards", _ => { });
        var own = there.Json!["value"]!.AsArray().Where(s => s!["planId"] is null).Select(s => s!["id"]!.GetValue<string>()).ToList();
        foreach (var id in own.Count < 10 ? [] : own.Where(id => unit.Own.All(o => o.Id != id)))
        {
            await BeforeAsync("DeleteScorecard", b => b.Values["scorecardId"] = id);
        }
    }
}
