using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>
/// What is written in reports as notes (Power BI REST: Goal Notes). A report has one comment, so a check-in has one note; changing it is a new revision of
/// the report, for whoever wrote it.
/// </summary>
/// <param name="plans">The plans.</param>
/// <param name="change">Changes reports.</param>
/// <param name="history">Tells who wrote what.</param>
/// <param name="own">Departments' own scorecards.</param>
/// <param name="checkIns">What is checked in on their goals, with any number of notes.</param>
/// <param name="area">The area served.</param>
/// <param name="answers">Writes the feeds.</param>
/// <param name="time">The clock.</param>
public sealed class GoalNotesFunctions(
    ReadPlans plans, ChangeReport change, ReadHistory history, PersonalScorecards own, OwnGoalCheckIns checkIns, AreaOptions area, FeedAnswers answers, TimeProvider time)
{
    private const string ListRoute = "v1.0/myorg/groups/{groupId}/scorecards({scorecardId})/goals({goalId})/goalValues({timestamp})/notes";
    private const string NoteRoute = ListRoute + "({noteId})";
    private const string NoteType = "#Microsoft.PowerBI.ServiceContracts.Api.GoalNote";

    private static readonly Refusal NotStored = new("note.invalid", "Noteringen har inte sparats.", "The note was not stored.");

    private readonly Workspaces _workspaces = new(area, plans);
    private readonly OwnGoals _ownGoals = new(new(area, plans), own, time);
    private readonly OwnGoalValues _ownValues = new(checkIns, answers);

    /// <summary><c>GET …/goalValues({timestamp})/notes</c>: ours, since Power BI gives them only expanded. ETag and 304.</summary>
    [Function("GetGoalNotes")]
    [Access(Access.Read)]
    [Query(AsOfQuery.Name)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ListRoute)] HttpRequest request,
        string groupId, string scorecardId, string goalId, string timestamp, CancellationToken cancellationToken)
    {
        if (AsOfQuery.Read(request, time, out var asOf) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (await _ownGoals.FindAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var notThere) ? await _ownValues.ListNotesAsync(request, ownGoal, timestamp, cancellationToken) : FailureResult.Of(notThere);
        }

        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), asOf, cancellationToken)).Succeeded(out var goal, out var failure)
            || !GoalDates.Find(goal.Plan.Snapshot.Plan, timestamp).Succeeded(out var round, out failure))
        {
            return FailureResult.Of(failure);
        }

        var today = GoalMapping.TodayOf(goal.Plan, time);
        return answers.Answer(request, $"{goal.Plan.Snapshot.VersionOn(today)}-{goal.Plan.Workspace.IsWritableBy(request.Caller())}", Json.PowerBI, () => new Envelope<GoalNote>
        {
            ODataContext = GoalContexts.Notes(request, goal, round, ""),
            Value = new GoalNoteMapping(goal.Plan, today).Of(goal.Node, round),
        });
    }

    /// <summary><c>POST …/goalValues({timestamp})/notes</c> with <c>{"body"}</c>: the report's comment, where it has none yet. 200, as Power BI answers.</summary>
    [Function("PostGoalNote")]
    [Access(Access.Report)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ListRoute)] HttpRequest request,
        string groupId, string scorecardId, string goalId, string timestamp, CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var refused) && (await ReadOwnBodyAsync(request, cancellationToken)).Succeeded(out var written, out refused)
                ? await _ownValues.PostNoteAsync(request, ownGoal, timestamp, written, cancellationToken)
                : FailureResult.Of(InThisShape(refused));
        }

        if (!(await _workspaces.FindWritableAsync(request, groupId, scorecardId, goalId, timestamp, cancellationToken)).Succeeded(out var at, out var failure)
            || !(await ReadBodyAsync(request, cancellationToken)).Succeeded(out var text, out failure)
            || !(await GoalValueChange.ApplyAsync(
                request, change, at, r => GoalNoteMapping.TextOf(r) is null ? SubmittedAnswer.Of(r) with { Comment = text, Reason = CheckInReader.Reason } : Exists(at), cancellationToken))
                .Succeeded(out _, out failure))
        {
            return FailureResult.Of(InThisShape(failure));
        }

        return await AnswerStoredAsync(request, groupId, scorecardId, goalId, at, NoteType, cancellationToken);
    }

    /// <summary><c>PATCH …/notes({noteId})</c> with <c>{"body"}</c>, by whoever wrote it.</summary>
    [Function("PatchGoalNote")]
    [Access(Access.Report)]
    public async Task<IResult> PatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = NoteRoute)] HttpRequest request,
        string groupId, string scorecardId, string goalId, string timestamp, string noteId, CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var refused) && (await ReadOwnBodyAsync(request, cancellationToken)).Succeeded(out var changed, out refused)
                ? await _ownValues.PatchNoteAsync(request, ownGoal, timestamp, noteId, changed, cancellationToken)
                : FailureResult.Of(InThisShape(refused));
        }

        if (!(await _workspaces.FindWritableAsync(request, groupId, scorecardId, goalId, timestamp, cancellationToken)).Succeeded(out var at, out var failure)
            || !(await FindOwnAsync(request, at, noteId, cancellationToken)).Succeeded(out var written, out failure)
            || !(await ReadBodyAsync(request, cancellationToken)).Succeeded(out var text, out failure)
            || !(await GoalValueChange.ApplyAsync(request, change, at, r => IsStill(r, written) ?? Saying(r, text), cancellationToken)).Succeeded(out _, out failure))
        {
            return FailureResult.Of(InThisShape(failure));
        }

        return await AnswerStoredAsync(request, groupId, scorecardId, goalId, at, type: null, cancellationToken);
    }

    /// <summary><c>DELETE …/notes({noteId})</c>, by whoever wrote it: a revision without the comment; the one with it stays in the history. 204.</summary>
    [Function("DeleteGoalNote")]
    [Access(Access.Report)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = NoteRoute)] HttpRequest request,
        string groupId, string scorecardId, string goalId, string timestamp, string noteId, CancellationToken cancellationToken)
    {
        if (await _ownGoals.FindWritableAsync(request, groupId, scorecardId, goalId, cancellationToken) is { } found)
        {
            return found.Succeeded(out var ownGoal, out var refused)
                ? await _ownValues.DeleteNoteAsync(request, ownGoal, timestamp, noteId, cancellationToken)
                : FailureResult.Of(refused);
        }

        return (await _workspaces.FindWritableAsync(request, groupId, scorecardId, goalId, timestamp, cancellationToken)).Succeeded(out var at, out var failure)
            && (await FindOwnAsync(request, at, noteId, cancellationToken)).Succeeded(out var written, out failure)
            && (await GoalValueChange.ApplyAsync(request, change, at, r => IsStill(r, written) ?? WithoutNote(r), cancellationToken)).Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(InThisShape(failure));
    }

    // Of an own goal the reader checks what the submission checks of a plan's.
    private static async Task<Outcome<string>> ReadOwnBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await ReadBodyAsync(request, cancellationToken)).Succeeded(out var text, out var failure))
        {
            return failure;
        }

        var errors = new List<FieldError>();
        return OwnCheckInReader.CheckNote(text, "body", errors) ? text.Trim() : BodyFailures.Of(NotStored, errors);
    }

    private static async Task<Outcome<string>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await SmallBody.ReadAsync(request, NotStored, f => f.NeededText("body"), cancellationToken)).Succeeded(out var text, out var failure))
        {
            return failure;
        }

        return string.IsNullOrWhiteSpace(text)
            ? BodyFailures.Of(NotStored, [new("field.required", "body", "Fältet body behövs.", "The field body is needed.")])
            : text;
    }

    // The text that a note with this id has, if the caller wrote it.
    private async Task<Outcome<string>> FindOwnAsync(HttpRequest request, WorkspaceRound at, string noteId, CancellationToken cancellationToken)
    {
        if (at.Report is not { } report || GoalNoteMapping.TextOf(report) is not { } text || !Workspaces.IsId(noteId, new GoalNoteMapping(at.Goal.Plan, time.Today()).IdOf(at.Key)))
        {
            return Workspaces.Unknown("noteId", noteId);
        }

        if (!(await history.HandleAsync(request.Caller(), at.Goal.Plan.Snapshot.Plan.Id, at.Key, cancellationToken)).Succeeded(out var all, out var failure))
        {
            return failure;
        }

        // Who changed only the value since has written nothing.
        var author = all.Revisions.Reverse().Select(r => r.Shown).TakeWhile(r => GoalNoteMapping.TextOf(r) == text).LastOrDefault()?.Reporter;
        return author == request.Caller().ObjectId ? text : new Failure(FailureKind.Forbidden, "note.author",
            "Bara den som skrev noteringen ändrar den; ett nytt svar med egen text (PATCH av värdet, fältet note) kan alla i enheten lämna.",
            "Only who wrote the note changes it; a new answer with a text of its own (PATCH of the value, field note) may be given by everyone in the unit.");
    }

    private static Failure? IsStill(Report report, string written) => GoalNoteMapping.TextOf(report) == written ? null : new(FailureKind.Conflict, "note.changed",
        "Noteringen ändrades just. Läs den och försök igen.", "The note was changed just now. Read it and try again.");

    private static Outcome<SubmittedAnswer> Saying(Report report, string text)
    {
        var stored = SubmittedAnswer.Of(report) with { Reason = report.Answer.NotApplicable ? report.Reason : CheckInReader.Reason };
        return report switch
        {
            { Answer.Value.Text: not null } => stored with { Value = SubmittedValue.Of(text) },
            { Comment: null, Answer.NotApplicable: true } => stored with { Reason = text },
            _ => stored with { Comment = text },
        };
    }

    private static Outcome<SubmittedAnswer> WithoutNote(Report report) => report.Comment is null || report.Answer.Value?.Text is not null
        ? new Failure(FailureKind.Conflict, "note.isAnswer", "Noteringen är själva svaret: ta tillbaka hela värdet med DELETE …/goalValues.",
            "The note is the answer itself: withdraw the whole value with DELETE …/goalValues.")
        : SubmittedAnswer.Of(report) with { Comment = null, Reason = report.Answer.NotApplicable ? report.Reason : CheckInReader.Reason };

    private Failure Exists(WorkspaceRound at)
    {
        var id = new GoalNoteMapping(at.Goal.Plan, time.Today()).IdOf(at.Key);
        return new(FailureKind.Conflict, "note.exists",
            $"Ett svar har en notering, och den finns redan: ändra den med PATCH …/notes({id}).", $"An answer has one note, and there is one: change it by PATCH …/notes({id}).");
    }

    // The body's one field is what the submission calls comment, or the answer in words.
    private static Failure InThisShape(Failure failure)
    {
        var shaped = CheckInReader.InThisShape(failure);
        return shaped with { Faults = [.. shaped.Faults.Select(f => f.Pointer is "note" or "value" or "reason" ? f with { Pointer = "body" } : f)] };
    }

    private async Task<IResult> AnswerStoredAsync(
        HttpRequest request, string groupId, string scorecardId, string goalId, WorkspaceRound at, string? type, CancellationToken cancellationToken)
    {
        if (!(await _workspaces.FindNodeAsync(groupId, scorecardId, goalId, request.Caller(), cancellationToken)).Succeeded(out var goal, out var failure))
        {
            return FailureResult.Of(failure);
        }

        if (new WorkspaceRound(goal, at.Round).Report is not { } report || new GoalNoteMapping(goal.Plan, time.Today()).Of(report) is not { } note)
        {
            return FailureResult.Of(GoalValueChange.NoValue);
        }

        RevisionTags.Set(request.HttpContext.Response, report.Revision);
        return Results.Json(note with { ODataContext = GoalContexts.Notes(request, goal, at.Round, "/$entity"), ODataType = type }, Json.PowerBI);
    }
}
