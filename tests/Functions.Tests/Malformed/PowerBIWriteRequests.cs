using static Hsvo.Functions.Tests.Malformed.MalformedRequest;

namespace Hsvo.Functions.Tests.Malformed;

/// <summary>What can be wrong with every other write of Power BI's door, sent by the reporter of Arbetsmarknadsförvaltningen.</summary>
internal static class PowerBIWriteRequests
{
    private const string PlanGoal = $"/v1.0/myorg/groups/{Known.Amn}/scorecards({Known.AmnScorecard})/goals(c16308ce-297c-53d2-b721-181894b08714)";
    private const string Nobody = "0c1d3a52-0000-5000-8000-000000000001";
    private const string Rule = """{"fieldComparison":{"field":"Value","operator":"Equal","value":{"number":1}}}""";

    /// <summary>Those of the coordinator, to a plan's status rules.</summary>
    public static IReadOnlyList<MalformedRequest> ByCoordinator { get; } =
    [
        .. Bodies("rules of a plan's row", "POST", $"{PlanGoal}/statusRules"),
        Json("rules of a plan's row: 21 rules", $$"""{"rules":[{{string.Join(',', Enumerable.Repeat($$"""{"conditions":[{{Rule}}],"output":1}""", 21))}}],"defaultOutput":1}""") with { Path = $"{PlanGoal}/statusRules" },
        Json("rules of a plan's row: none to delete", "") with { Method = "DELETE", Path = $"{PlanGoal}/statusRules" },
    ];

    /// <summary>Those to a scorecard and a goal of the department's own, which has a check-in on 17 March 2021, and to the plan's.</summary>
    public static IReadOnlyList<MalformedRequest> In(string scorecard, string goal)
    {
        var (scorecards, value) = (scorecard[..scorecard.IndexOf('(', StringComparison.Ordinal)], $"{goal}/goalValues(2021-03-17)");
        return
        [
            .. Bodies("scorecard", "POST", scorecards),
            Json("scorecard: blank name", """{"name":"  "}""") with { Path = scorecards },
            Json("scorecard: every field of the wrong type", """{"name":1,"description":[],"contact":{},"groupId":7,"sensitivityLabelId":true}""") with { Path = scorecards },
            Json("scorecard: too long texts", $$"""{"name":"{{new string('å', 401)}}","description":"{{new string('å', 4001)}}","contact":"{{new string('å', 201)}}"}""") with { Path = scorecards },
            Json("scorecard: a personnummer", """{"name":"Till exempel 20010101-2384"}""") with { Path = scorecards },
            Json("scorecard: a label", $$"""{"name":"Eget","sensitivityLabelId":"{{Nobody}}"}""") with { Path = scorecards },

            .. Bodies("scorecard's change", "PATCH", scorecard, isEmptyWrong: false),
            Json("scorecard's change: nulls", """{"name":null,"description":null,"contact":null,"columnSettings":null}""") with { Method = "PATCH", Path = scorecard },
            Json("scorecard's change: columns that are none", """{"columnSettings":[{"columnId":"7","show":true},{"columnId":-1,"show":true},{"columnId":"x","show":1},{"show":true},1]}""") with { Method = "PATCH", Path = scorecard },
            Json("scorecard's change: eight columns", $$"""{"columnSettings":[{{string.Join(',', Enumerable.Repeat("""{"columnId":1,"show":true}""", 8))}}]}""") with { Method = "PATCH", Path = scorecard },
            Json("scorecard's change: another revision", """{"name":"Nytt"}""") with { Method = "PATCH", Path = scorecard, IfMatch = "\"99\"" },
            Json("scorecard's change: a weak tag", """{"name":"Nytt"}""") with { Method = "PATCH", Path = scorecard, IfMatch = "W/\"3\"" },
            Json("scorecard's change: no tag", """{"name":"Nytt"}""") with { Method = "PATCH", Path = scorecard, IfMatch = "3" },
            Json("scorecard that is deleted: another revision", "") with { Method = "DELETE", Path = scorecard, IfMatch = "\"99\"" },
            Json("scorecard that is deleted: none", "") with { Method = "DELETE", Path = $"{scorecards}({Nobody})" },
            Json("scorecard that is deleted: the plan's", "") with { Method = "DELETE", Path = $"{scorecards}({Known.AmnScorecard})" },

            .. Bodies("goal", "POST", $"{scorecard}/goals"),
            Json("goal: every field of the wrong type", """{"name":{},"description":1,"startDate":2021,"completionDate":false,"parentId":1,"valuesFormatString":2,"datesFormatString":[]}""") with { Path = $"{scorecard}/goals" },
            Json("goal: days that are none", """{"name":"Mål","startDate":"2021-02-30","completionDate":"2021-03-01T12:00:00Z"}""") with { Path = $"{scorecard}/goals" },
            Json("goal: ends before it starts", """{"name":"Mål","startDate":"2021-02-02","completionDate":"2021-02-01"}""") with { Path = $"{scorecard}/goals" },
            Json("goal: unknown parent", $$"""{"name":"Mål","parentId":"{{Nobody}}"}""") with { Path = $"{scorecard}/goals" },
            Json("goal: a parent that is no id", """{"name":"Mål","parentId":"x"}""") with { Path = $"{scorecard}/goals" },
            Json("goal: in a plan", """{"name":"Mål"}""") with { Path = $"{scorecards}({Known.AmnScorecard})/goals" },
            .. Bodies("goal's change", "PATCH", goal, isEmptyWrong: false),
            Json("goal's change: nulls", """{"name":null,"startDate":null,"datesFormatString":null}""") with { Method = "PATCH", Path = goal },
            Json("goal's change: blank name", """{"name":""}""") with { Method = "PATCH", Path = goal },
            Json("goal's change: a place", """{"parentId":null,"level":1,"rank":2}""") with { Method = "PATCH", Path = goal },
            Json("goal's change: unknown goal", """{"name":"Nytt"}""") with { Method = "PATCH", Path = $"{scorecard}/goals({Nobody})" },
            Json("goal that is deleted: none", "") with { Method = "DELETE", Path = $"{scorecard}/goals(x)" },

            .. Bodies("move", "POST", $"{scorecard}/MoveGoals()"),
            Json("move: of no goal", """{"goalToMove":{}}""") with { Path = $"{scorecard}/MoveGoals()" },
            Json("move: of an unknown goal", $$"""{"goalToMove":{"goalId":"{{Nobody}}" } }""") with { Path = $"{scorecard}/MoveGoals()" },
            Json("move: wrong types", """{"goalToMove":[],"newParent":1,"newPrevious":{"goalId":1},"newNext":{"goalId":"x"}}""") with { Path = $"{scorecard}/MoveGoals()" },

            .. Bodies("own check-in", "POST", $"{goal}/goalValues"),
            Json("own check-in: every field of the wrong type", """{"timestamp":1,"value":"ja","target":true,"trend":0.5,"forecast":[],"status":9,"note":{}}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: nothing said", """{"timestamp":"2021-03-18"}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: a blank note alone", """{"timestamp":"2021-03-18","note":" "}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: a day that is none", """{"timestamp":"2021-02-30","value":1}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: a time of day", """{"timestamp":"2021-03-18T12:00:00Z","value":1}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: another century", """{"timestamp":"1821-03-18","value":1}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: too large numbers", """{"timestamp":"2021-03-18","value":1e16,"target":-1e16,"forecast":1e400,"trend":1e7}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: too long note", $$"""{"timestamp":"2021-03-18","value":1,"note":"{{new string('å', 4001)}}"}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: a personnummer", """{"timestamp":"2021-03-18","value":1,"note":"20010101-2384"}""") with { Path = $"{goal}/goalValues" },
            Json("own check-in: too long Idempotency-Key", """{"timestamp":"2021-03-18","value":1}""") with { Path = $"{goal}/goalValues", IdempotencyKeys = [new string('k', 201)] },
            Json("own check-in: a day that has none yet, asked to have one", """{"timestamp":"2021-03-18","value":1}""") with { Path = $"{goal}/goalValues", IfMatch = "*" },
            Json("own check-in: another revision", """{"timestamp":"2021-03-17","value":2}""") with { Path = $"{goal}/goalValues", IfMatch = "\"9\"" },
            Json("own check-in: unknown goal", """{"timestamp":"2021-03-17","value":2}""") with { Path = $"{scorecard}/goals({Nobody})/goalValues" },
            .. Bodies("own check-in's change", "PATCH", value, isEmptyWrong: false),
            Json("own check-in's change: all taken away", """{"value":null}""") with { Method = "PATCH", Path = value },
            Json("own check-in's change: its day", """{"timestamp":"2021-03-18"}""") with { Method = "PATCH", Path = value },
            Json("own check-in's change: a day without one", """{"value":2}""") with { Method = "PATCH", Path = $"{goal}/goalValues(2021-03-18)" },
            Json("own check-in's change: a day that is none", """{"value":2}""") with { Method = "PATCH", Path = $"{goal}/goalValues(soon)" },
            Json("own check-in that is deleted: a day without one", "") with { Method = "DELETE", Path = $"{goal}/goalValues(2021-03-18)" },
            Json("own check-in that is deleted: another revision", "") with { Method = "DELETE", Path = value, IfMatch = "\"9\"" },
            Json("many check-ins: none", """{"value":[]}""") with { Path = $"{scorecards}({Known.AmnScorecard})/goalValues" },

            .. Bodies("own note", "POST", $"{value}/notes"),
            Json("own note: blank", """{"body":" "}""") with { Path = $"{value}/notes" },
            Json("own note: too long", $$"""{"body":"{{new string('å', 4001)}}"}""") with { Path = $"{value}/notes" },
            Json("own note: on a day without a check-in", """{"body":"Hej"}""") with { Path = $"{goal}/goalValues(2021-03-18)/notes" },
            Json("own note's change: unknown", """{"body":"Hej"}""") with { Method = "PATCH", Path = $"{value}/notes({Nobody})" },
            Json("own note that is deleted: unknown", "") with { Method = "DELETE", Path = $"{value}/notes(x)" },

            .. Bodies("own rules", "POST", $"{goal}/statusRules"),
            Json("own rules: a change in percent", """{"rules":[{"conditions":[{"fieldComparison":{"field":"Change","operator":"Equal","value":{"percentOf":{"field":"Target","percent":1}}}}],"output":1}],"defaultOutput":1}""") with { Path = $"{goal}/statusRules" },
            Json("own rules: eleven conditions", $$"""{"rules":[{"conditions":[{{string.Join(',', Enumerable.Repeat(Rule, 11))}}],"output":1}],"defaultOutput":1}""") with { Path = $"{goal}/statusRules" },
            Json("own rules that are deleted: none", "") with { Method = "DELETE", Path = $"{goal}/statusRules" },
            Json("rules of a plan's row", """{"defaultOutput":1}""") with { Path = $"{PlanGoal}/statusRules" },

            .. Bodies("plan's check-in's change", "PATCH", $"{PlanGoal}/goalValues(2021-10-31)", isEmptyWrong: false),
            Json("plan's check-in's change: another date", """{"value":1}""") with { Method = "PATCH", Path = $"{PlanGoal}/goalValues(2021-10-30)" },
            Json("plan's check-in that is deleted: another date", "") with { Method = "DELETE", Path = $"{PlanGoal}/goalValues(2021-10-30)" },
            .. Bodies("plan's note", "POST", $"{PlanGoal}/goalValues(2021-10-31)/notes", isEmptyWrong: false),
            Json("plan's note's change: unknown", """{"body":"Hej"}""") with { Method = "PATCH", Path = $"{PlanGoal}/goalValues(2021-10-31)/notes({Nobody})" },
            Json("plan's note that is deleted: unknown", "") with { Method = "DELETE", Path = $"{PlanGoal}/goalValues(2021-10-31)/notes({Nobody})" },
            .. Bodies("many check-ins", "POST", $"{scorecards}({Known.AmnScorecard})/goalValues"),
            Json("many check-ins: a thousand and one", $$"""{"value":[{{string.Join(',', Enumerable.Repeat("1", 1001))}}]}""") with { Path = $"{scorecards}({Known.AmnScorecard})/goalValues" },
            Json("refresh: unknown field", """{"type":"Partial","objects":[]}""") with { Path = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/refreshes" },
            Json("rows that are deleted", "") with { Method = "DELETE", Path = $"/v1.0/myorg/groups/{Known.Amn}/datasets/{Known.AmnDataset}/tables/Reports/rows" },
        ];
    }

    // What no body of any of them may be.
    private static MalformedRequest[] Bodies(string name, string method, string path, bool isEmptyWrong = true) =>
    [
        .. new[]
        {
            Json($"{name}: not JSON", "hej"),
            Json($"{name}: an array", "[]"),
            Json($"{name}: a property twice", """{"x":1,"x":2}"""),
            Json($"{name}: unknown field", """{"x":1}"""),
            Json($"{name}: lone surrogate", """{"name":"\ud83d"}"""),
            new MalformedRequest($"{name}: text/plain", () => OfType("text/plain", Utf8("{}"))),
            Json($"{name}: unknown query option", "{}") with { Query = "?$select=name" },
        }.Select(r => r with { Method = method, Path = path }),
        .. isEmptyWrong ? (MalformedRequest[])[Json($"{name}: nothing in it", "{}") with { Method = method, Path = path }] : [],
    ];
}
