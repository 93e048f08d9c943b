using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Scorecards;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// A department's own scorecards and goals beside the plans (Power BI REST: Scorecards, Goals). What comes from an adopted plan is changed by a new version
/// of the plan alone, and is answered 409.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="own">The department's own.</param>
/// <param name="area">The area served.</param>
/// <param name="time">The clock.</param>
public sealed class PersonalScorecardsFunctions(ReadPlans plans, PersonalScorecards own, AreaOptions area, TimeProvider time)
{
    private const string ListRoute = "v1.0/myorg/groups/{groupId}/scorecards";
    private const string ScorecardRoute = ListRoute + "({scorecardId})";
    private const string GoalRoute = ScorecardRoute + "/goals({goalId})";
    private const int MaxName = 400;
    private const int MaxFormat = 100;

    private static readonly Refusal NotStored = new("scorecard.invalid", "Inget har sparats.", "Nothing was stored.");

    private static readonly Failure OfPlan = new(FailureKind.Conflict, "plan.adopted",
        "Styrkortet och dess mål kommer ur en antagen plan: de ändras genom att en ny planversion läses in (POST /hsvo/v1/plans). Egna mål läggs i ett eget styrkort.",
        "The scorecard and its goals come from an adopted plan: import a new plan version to change them (POST /hsvo/v1/plans). Goals of your own go in a scorecard of your own.");

    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary><c>POST …/scorecards</c> with <c>{"name","description"?,"groupId"?}</c>: one beside the plans. 200, as Power BI answers.</summary>
    [Function("PostScorecard")]
    [Access(Access.Report)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ListRoute)] HttpRequest request, string groupId, CancellationToken cancellationToken)
    {
        if (!(await FindWorkspaceAsync(request, groupId, cancellationToken)).Succeeded(out var workspace, out var failure)
            || !(await ReadAsync(request, f => ReadScorecard(f, workspace), cancellationToken)).Succeeded(out var draft, out failure)
            || !(await own.CreateAsync(request.Caller(), workspace.Department!, draft.Name!.Trim(), draft.Description, cancellationToken)).Succeeded(out var made, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Answer(request, workspace, made);
    }

    /// <summary><c>PATCH …/scorecards({scorecardId})</c> with <c>{"name"?,"description"?}</c>.</summary>
    [Function("PatchScorecard")]
    [Access(Access.Report)]
    public async Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = ScorecardRoute)] HttpRequest request, string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var at, out var failure)
            || !(await ReadAsync(request, ReadChange, cancellationToken)).Succeeded(out var draft, out failure)
            || !(await ChangeAsync(request, at, (s, _) => s with { Name = draft.Name?.Trim() ?? s.Name, Description = draft.Description ?? s.Description }, cancellationToken))
                .Succeeded(out var made, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Answer(request, at.Workspace, made);
    }

    /// <summary><c>DELETE …/scorecards({scorecardId})</c>, with all its goals. 204.</summary>
    [Function("DeleteScorecard")]
    [Access(Access.Report)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ScorecardRoute)] HttpRequest request, string groupId, string scorecardId, CancellationToken cancellationToken) =>
        (await FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var at, out var failure)
            && (await ChangeAsync(request, at, change: null, cancellationToken)).Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(failure);

    /// <summary><c>POST …/goals</c> with <c>{"name","description"?,"startDate"?,"completionDate"?,"parentId"?,"valuesFormatString"?}</c>. 200, as Power BI answers.</summary>
    [Function("PostGoal")]
    [Access(Access.Report)]
    public async Task<IResult> PostGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ScorecardRoute + "/goals")] HttpRequest request, string groupId, string scorecardId,
        CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        if (!(await FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var at, out var failure)
            || !(await ReadAsync(request, f => ReadGoal(f, isNew: true), cancellationToken)).Succeeded(out var draft, out failure)
            || !(await ChangeAsync(request, at, (s, now) => s.Add(Made(id, draft, now)), cancellationToken)).Succeeded(out var made, out failure))
        {
            return FailureResult.Of(failure);
        }

        return AnswerGoal(request, at.Workspace, made, id);
    }

    /// <summary><c>PATCH …/goals({goalId})</c>: what is sent is changed, the rest stays.</summary>
    [Function("PatchGoal")]
    [Access(Access.Report)]
    public async Task<IResult> PatchGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = GoalRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken)
    {
        if (!(await FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var at, out var failure)
            || !(await ReadAsync(request, ReadGoalChange, cancellationToken)).Succeeded(out var draft, out failure)
            || !(await ChangeAsync(request, at, (s, now) => Changed(s, goalId, draft, now), cancellationToken)).Succeeded(out var made, out failure))
        {
            return FailureResult.Of(failure);
        }

        return AnswerGoal(request, at.Workspace, made, Guid.Parse(goalId));
    }

    /// <summary><c>DELETE …/goals({goalId})</c>, with all below it. 204.</summary>
    [Function("DeleteGoal")]
    [Access(Access.Report)]
    public async Task<IResult> DeleteGoalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = GoalRoute)] HttpRequest request, string groupId, string scorecardId, string goalId,
        CancellationToken cancellationToken) =>
        (await FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var at, out var failure)
            && (await ChangeAsync(request, at, (s, _) => Guid.TryParse(goalId, out var id) ? s.Remove(id) : ScorecardFault.UnknownGoal, cancellationToken)).Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(failure);

    /// <summary><c>POST …/MoveGoals()</c>: moves a goal, if it and its new neighbours lie where the caller says. 204.</summary>
    [Function("MoveGoals")]
    [Access(Access.Report)]
    public async Task<IResult> MoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ScorecardRoute + "/MoveGoals()")] HttpRequest request, string groupId, string scorecardId,
        CancellationToken cancellationToken)
    {
        if (!(await FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var at, out var failure)
            || !InThisShape(await SmallBody.ReadAsync(request, NotStored, ReadMove, cancellationToken)).Succeeded(out var move, out failure)
            || !(await ChangeAsync(request, at, (s, _) => s.Move(move), cancellationToken)).Succeeded(out _, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Results.NoContent();
    }

    // pbicli says the workspace in the body too.
    private static Draft ReadScorecard(JsonFields fields, Workspace workspace)
    {
        if (ReadId(fields, "groupId", fields.Text("groupId")) is { } group && group != workspace.Id)
        {
            fields.WrongType<Guid?>("groupId", $"arbetsytans id, {workspace.Id}", $"the workspace's id, {workspace.Id}");
        }

        return new(fields.NeededText("name"), fields.Text("description"), null, null, null, null);
    }

    private static GoalMove ReadMove(JsonFields fields)
    {
        GoalPlace? Place(string name) => fields.Find(name) is null ? null : fields.NeededObject(name, ReadPlace);
        return new(fields.NeededObject("goalToMove", ReadPlace) ?? new(default, null), Place("newParent"), Place("newPrevious"), Place("newNext"));
    }

    private static GoalPlace ReadPlace(JsonFields fields) => new(ReadId(fields, "goalId", fields.NeededText("goalId")) ?? default, ReadId(fields, "currentParentId", fields.Text("currentParentId")));

    private static Guid? ReadId(JsonFields fields, string name, string? text) =>
        string.IsNullOrEmpty(text) ? null : Guid.TryParse(text, out var id) ? id : fields.WrongType<Guid?>(name, "ett id", "an id");

    private static Draft ReadChange(JsonFields fields)
    {
        RefuseNulls(fields, "name", "description");
        return new(fields.Text("name"), fields.Text("description"), null, null, null, null);
    }

    private static Draft ReadGoalChange(JsonFields fields)
    {
        RefuseNulls(fields, "name", "description", "startDate", "completionDate", "valuesFormatString");
        return ReadGoal(fields, isNew: false);
    }

    // What is left out stays; null would be taken for either.
    private static void RefuseNulls(JsonFields fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.IsNull(name))
            {
                fields.WrongType<string>(name, "ett värde, inte null; en tom text tömmer fältet", "a value, not null; an empty text empties the field");
            }
        }
    }

    private static Draft ReadGoal(JsonFields fields, bool isNew) => new(
        isNew ? fields.NeededText("name") : fields.Text("name"),
        fields.Text("description"),
        ReadDate(fields, "startDate"),
        ReadDate(fields, "completionDate"),
        fields.Text("valuesFormatString"),
        isNew ? ReadId(fields, "parentId", fields.Text("parentId")) : null);

    private static DateOnly? ReadDate(JsonFields fields, string name) => fields.Text(name) is not { } text ? null
        : GoalDates.ReadDate(text) ?? fields.WrongType<DateOnly?>(name, "ett datum, eller dess midnatt i UTC", "a date, or its midnight in UTC");

    private static async Task<Outcome<Draft>> ReadAsync(HttpRequest request, Func<JsonFields, Draft> read, CancellationToken cancellationToken)
    {
        if (!InThisShape(await SmallBody.ReadAsync(request, NotStored, read, cancellationToken)).Succeeded(out var draft, out var failure))
        {
            return failure;
        }

        var errors = new List<FieldError>();
        if (draft.Name is not null && string.IsNullOrWhiteSpace(draft.Name))
        {
            errors.Add(new("field.required", "name", "Fältet name behövs.", "The field name is needed."));
        }

        FreeText.Check(draft.Name, MaxName, "name", errors);
        FreeText.Check(draft.Description, AnswerReader.MaxText, "description", errors);
        FreeText.Check(draft.Format, MaxFormat, "valuesFormatString", errors);
        return errors.Count == 0 ? draft : CheckInReader.InThisShape(BodyFailures.Of(NotStored, errors));
    }

    private static Outcome<T> InThisShape<T>(Outcome<T> read)
        where T : class => read.Failure is { } failure ? CheckInReader.InThisShape(failure) : read;

    private PersonalGoal Made(Guid id, Draft draft, DateTimeOffset now)
    {
        var starts = draft.Starts ?? time.Today();
        return new(id, draft.Parent, draft.Name!.Trim(), draft.Description, starts, draft.Completes ?? new(starts.Year, 12, 31), draft.Format, now, now);
    }

    private static ScorecardChange Changed(PersonalScorecard scorecard, string goalId, Draft draft, DateTimeOffset now) =>
        Guid.TryParse(goalId, out var id) && scorecard.Find(id) is { } goal
            ? scorecard.Replace(goal with
            {
                Name = draft.Name?.Trim() ?? goal.Name,
                Description = draft.Description ?? goal.Description,
                Starts = draft.Starts ?? goal.Starts,
                Completes = draft.Completes ?? goal.Completes,
                ValuesFormat = draft.Format ?? goal.ValuesFormat,
                ModifiedAt = now,
            })
            : ScorecardFault.UnknownGoal;

    private async Task<Outcome<Workspace>> FindWorkspaceAsync(HttpRequest request, string groupId, CancellationToken cancellationToken)
    {
        if (!(await _workspaces.FindAsync(groupId, cancellationToken)).Succeeded(out var workspace, out var failure))
        {
            return failure;
        }

        return await Writable.RefuseAsync(request, _workspaces, workspace, cancellationToken) is { } refused ? refused : workspace;
    }

    private async Task<Outcome<OwnPlace>> FindAsync(HttpRequest request, string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!(await FindWorkspaceAsync(request, groupId, cancellationToken)).Succeeded(out var workspace, out var failure))
        {
            return failure;
        }

        if ((await _workspaces.FindPlanAsync(groupId, scorecardId, request.Caller(), cancellationToken)).Value is not null)
        {
            return OfPlan;
        }

        return Guid.TryParse(scorecardId, out var id) ? new OwnPlace(workspace, id) : Workspaces.Unknown("scorecardId", scorecardId);
    }

    private async Task<Outcome<PersonalScorecard>> ChangeAsync(
        HttpRequest request, OwnPlace at, Func<PersonalScorecard, DateTimeOffset, ScorecardChange>? change, CancellationToken cancellationToken) =>
        RevisionTags.Read(request, out var seen) is { } wrong ? wrong
            : await own.ChangeAsync(request.Caller(), at.Workspace.Department!, at.Id, seen, change, cancellationToken);

    private static IResult Answer(HttpRequest request, Workspace workspace, PersonalScorecard made)
    {
        var scorecard = new OwnScorecard(request, workspace, made);
        RevisionTags.Set(request.HttpContext.Response, made.Version);
        return Results.Json(scorecard.ToScorecard() with { ODataContext = scorecard.Context("scorecards/$entity") }, Json.PowerBI);
    }

    private static IResult AnswerGoal(HttpRequest request, Workspace workspace, PersonalScorecard made, Guid id)
    {
        var scorecard = new OwnScorecard(request, workspace, made);
        RevisionTags.Set(request.HttpContext.Response, made.Version);
        return Results.Json(scorecard.ToGoal(id, Expansion.None) with { ODataContext = scorecard.Context($"scorecards({made.Id})/goals/$entity") }, Json.PowerBI);
    }

    private sealed record OwnPlace(Workspace Workspace, Guid Id);

    private sealed record Draft(string? Name, string? Description, DateOnly? Starts, DateOnly? Completes, string? Format, Guid? Parent);
}
