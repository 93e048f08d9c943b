using System.Globalization;
using System.Text.Json;
using Hsvo.Contracts.PowerBI;
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
/// <param name="checkIns">What is checked in on its goals.</param>
/// <param name="area">The area served.</param>
/// <param name="time">The clock.</param>
public sealed class PersonalScorecardsFunctions(ReadPlans plans, PersonalScorecards own, OwnGoalCheckIns checkIns, AreaOptions area, TimeProvider time)
{
    private const string ListRoute = "v1.0/myorg/groups/{groupId}/scorecards";
    private const string ScorecardRoute = ListRoute + "({scorecardId})";
    private const string GoalRoute = ScorecardRoute + "/goals({goalId})";
    private const int MaxName = 400;
    private const int MaxFormat = 100;
    private const int MaxContact = 200;

    private static readonly Refusal NotStored = new("scorecard.invalid", "Inget har sparats.", "Nothing was stored.");

    private static readonly Failure OfPlan = new(FailureKind.Conflict, "plan.adopted",
        "Styrkortet och dess mål kommer ur en antagen plan: de ändras genom att en ny planversion läses in (POST /hsvo/v1/plans). Egna mål läggs i ett eget styrkort.",
        "The scorecard and its goals come from an adopted plan: import a new plan version to change them (POST /hsvo/v1/plans). Goals of your own go in a scorecard of your own.");

    private readonly Workspaces _workspaces = new(area, plans);

    /// <summary><c>POST …/scorecards</c> with <c>{"name","description"?,"contact"?,"groupId"?}</c>: one beside the plans. 200, as Power BI answers.</summary>
    [Function("PostScorecard")]
    [Access(Access.Report)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ListRoute)] HttpRequest request, string groupId, CancellationToken cancellationToken)
    {
        if (!(await FindWorkspaceAsync(request, groupId, cancellationToken)).Succeeded(out var workspace, out var failure)
            || !(await ReadAsync(request, f => ReadScorecard(f, workspace), cancellationToken)).Succeeded(out var draft, out failure)
            || !(await own.CreateAsync(request.Caller(), workspace.Department!, new(draft.Name!.Trim(), draft.Description, draft.Contact), cancellationToken)).Succeeded(out var made, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Answer(request, workspace, made);
    }

    /// <summary><c>PATCH …/scorecards({scorecardId})</c> with <c>{"name"?,"description"?,"contact"?,"columnSettings"?}</c>.</summary>
    [Function("PatchScorecard")]
    [Access(Access.Report)]
    public async Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = ScorecardRoute)] HttpRequest request, string groupId, string scorecardId, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(request, groupId, scorecardId, cancellationToken)).Succeeded(out var at, out var failure)
            || !(await ReadAsync(request, ReadChange, cancellationToken)).Succeeded(out var draft, out failure)
            || !(await ChangeAsync(request, at, (s, _) => Changed(s, draft), cancellationToken)).Succeeded(out var made, out failure))
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

    /// <summary><c>POST …/goals</c> with <c>{"name","description"?,"startDate"?,"completionDate"?,"parentId"?,"valuesFormatString"?,"datesFormatString"?}</c>. 200, as Power BI answers.</summary>
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

        return await AnswerGoalAsync(request, at.Workspace, made, id);
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

        return await AnswerGoalAsync(request, at.Workspace, made, Guid.Parse(goalId));
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

        RefuseLabel(fields);
        return new() { Name = fields.NeededText("name"), Description = fields.Text("description"), Contact = fields.Text("contact") };
    }

    // Everyone who may read here reads it: a label that was kept would promise what isn't so. Power BI takes an empty id for none.
    private static void RefuseLabel(JsonFields fields)
    {
        if (ReadId(fields, "sensitivityLabelId", fields.Text("sensitivityLabelId")) is { } label && label != default)
        {
            fields.Refuse("field.notKept", "sensitivityLabelId",
                "Känslighetsetiketter gäller inte här: alla som får läsa i tjänsten läser styrkortet. Utelämna fältet.",
                "Sensitivity labels don't hold here: everyone who may read in the service reads the scorecard. Leave the field out.");
        }
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
        RefuseNulls(fields, "name", "description", "contact", "columnSettings");
        return new()
        {
            Name = fields.Text("name"),
            Description = fields.Text("description"),
            Contact = fields.Text("contact"),
            Columns = fields.Find("columnSettings") is null ? [] : fields.NeededRows("columnSettings", PersonalScorecard.Columns, ReadColumn),
        };
    }

    // Power BI answers the column's id as a number and takes it as a text.
    private static ColumnSetting ReadColumn(JsonFields fields)
    {
        var id = fields.Find("columnId") is { ValueKind: JsonValueKind.String } text && int.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : fields.NeededWhole("columnId");
        if (id >= PersonalScorecard.Columns)
        {
            fields.WrongType<int>("columnId", $"0 till {PersonalScorecard.Columns - 1}", $"0 to {PersonalScorecard.Columns - 1}");
        }

        return new(id, fields.NeededBool("show"));
    }

    private static Draft ReadGoalChange(JsonFields fields)
    {
        RefuseNulls(fields, "name", "description", "startDate", "completionDate", "valuesFormatString", "datesFormatString");
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

    private static Draft ReadGoal(JsonFields fields, bool isNew) => new()
    {
        Name = isNew ? fields.NeededText("name") : fields.Text("name"),
        Description = fields.Text("description"),
        Starts = ReadDate(fields, "startDate"),
        Completes = ReadDate(fields, "completionDate"),
        Format = fields.Text("valuesFormatString"),
        DatesFormat = fields.Text("datesFormatString"),
        Parent = isNew ? ReadId(fields, "parentId", fields.Text("parentId")) : null,
    };

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
        FreeText.Check(draft.Contact, MaxContact, "contact", errors);
        FreeText.Check(draft.Format, MaxFormat, "valuesFormatString", errors);
        FreeText.Check(draft.DatesFormat, MaxFormat, "datesFormatString", errors);
        return errors.Count == 0 ? draft : CheckInReader.InThisShape(BodyFailures.Of(NotStored, errors));
    }

    private static Outcome<T> InThisShape<T>(Outcome<T> read)
        where T : class => read.Failure is { } failure ? CheckInReader.InThisShape(failure) : read;

    private PersonalGoal Made(Guid id, Draft draft, DateTimeOffset now)
    {
        var starts = draft.Starts ?? time.Today();
        return new(id, draft.Parent, draft.Name!.Trim(), draft.Description, starts, draft.Completes ?? new(starts.Year, 12, 31), draft.Format, now, now)
        {
            DatesFormat = draft.DatesFormat,
        };
    }

    private static PersonalScorecard Changed(PersonalScorecard scorecard, Draft draft) => scorecard with
    {
        Name = draft.Name?.Trim() ?? scorecard.Name,
        Description = draft.Description ?? scorecard.Description,
        Contact = draft.Contact ?? scorecard.Contact,
        ShownColumns = [.. scorecard.ShownColumns.Select((show, column) => draft.Columns.LastOrDefault(c => c.ColumnId == column)?.Show ?? show)],
    };

    private static ScorecardChange Changed(PersonalScorecard scorecard, string goalId, Draft draft, DateTimeOffset now) =>
        Guid.TryParse(goalId, out var id) && scorecard.Find(id) is { } goal
            ? scorecard.Replace(goal with
            {
                Name = draft.Name?.Trim() ?? goal.Name,
                Description = draft.Description ?? goal.Description,
                Starts = draft.Starts ?? goal.Starts,
                Completes = draft.Completes ?? goal.Completes,
                ValuesFormat = draft.Format ?? goal.ValuesFormat,
                DatesFormat = draft.DatesFormat ?? goal.DatesFormat,
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
        RevisionTags.ReadOfExisting(request, out var seen) is { } wrong ? wrong
            : await own.ChangeAsync(request.Caller(), at.Workspace.Department!, at.Id, seen, change, cancellationToken);

    private IResult Answer(HttpRequest request, Workspace workspace, PersonalScorecard made)
    {
        var scorecard = new OwnScorecard(request, workspace, made) { CheckIns = checkIns };
        RevisionTags.Set(request.HttpContext.Response, made.Version);
        return Results.Json(scorecard.ToScorecard() with { ODataContext = scorecard.Context("scorecards/$entity") }, Json.PowerBI);
    }

    private async Task<IResult> AnswerGoalAsync(HttpRequest request, Workspace workspace, PersonalScorecard made, Guid id)
    {
        var scorecard = new OwnScorecard(request, workspace, made) { CheckIns = checkIns };
        await scorecard.PrepareAsync();
        RevisionTags.Set(request.HttpContext.Response, made.Version);
        return Results.Json(scorecard.ToGoal(id, Expansion.None) with { ODataContext = scorecard.Context($"scorecards({made.Id})/goals/$entity") }, Json.PowerBI);
    }

    private sealed record OwnPlace(Workspace Workspace, Guid Id);

    private sealed record Draft
    {
        public string? Name { get; init; }

        public string? Description { get; init; }

        public string? Contact { get; init; }

        public IReadOnlyList<ColumnSetting> Columns { get; init; } = [];

        public DateOnly? Starts { get; init; }

        public DateOnly? Completes { get; init; }

        public string? Format { get; init; }

        public string? DatesFormat { get; init; }

        public Guid? Parent { get; init; }
    }
}
