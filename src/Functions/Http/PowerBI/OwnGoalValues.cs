using Hsvo.Contracts.PowerBI;
using Hsvo.Domain.Scorecards;
using Hsvo.Functions.Mapping;
using Hsvo.OData;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>Check-ins on departments' own goals and what is written of them: what <see cref="GoalValuesFunctions"/> answers where the scorecard isn't a plan.</summary>
/// <param name="checkIns">The check-ins.</param>
/// <param name="answers">Writes what is read.</param>
internal sealed class OwnGoalValues(OwnGoalCheckIns checkIns, FeedAnswers answers)
{
    private const string NoteType = "#Microsoft.PowerBI.ServiceContracts.Api.GoalNote";

    private static readonly Failure NotAuthor = new(FailureKind.Forbidden, "note.author", "Bara den som skrev noteringen ändrar den.", "Only who wrote the note changes it.");

    private static readonly Failure IsWhole = new(FailureKind.Conflict, "note.isAnswer",
        "Noteringen är hela avstämningen: ta tillbaka den med DELETE …/goalValues.", "The note is all of the check-in: withdraw that with DELETE …/goalValues.");

    /// <summary>A goal's check-ins.</summary>
    public Task<IResult> ListAsync(HttpRequest request, OwnGoal goal, Query<GoalValue> query) =>
        answers.AnswerAsync(request, new OwnScorecard(request, goal.Workspace, goal.Scorecard) { CheckIns = checkIns }.Version, Json.PowerBI, async () =>
        {
            var mapping = new OwnGoalMapping(request, goal, await checkIns.ReadAsync(goal.Scorecard, goal.Goal.Id, CancellationToken.None));
            var (rows, count) = query.ApplyInOrder(mapping.WithNotes(mapping.ToValues()));
            return SelectedProperties.Of(
                new Envelope<GoalValue> { ODataContext = GoalContexts.Values(request, goal, ""), ODataCount = count, Value = [.. rows.Select(v => ExpandedRows.Of(v, query))] },
                query);
        });

    /// <summary>One check-in; its ETag begins with its revision, which a change may name.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, OwnGoal goal, string timestamp, Query<GoalValue> query, CancellationToken cancellationToken)
    {
        if (!OwnCheckInReader.Day(timestamp).Succeeded(out var day, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var log = await checkIns.ReadAsync(goal.Scorecard, goal.Goal.Id, cancellationToken);
        var mapping = new OwnGoalMapping(request, goal, log);
        return mapping.ToValue(day.Date) is not { } value
            ? FailureResult.Of(GoalValueChange.NoValue)
            : answers.Answer(request, VersionOf(goal, log.NewestOf(day.Date)!), Json.PowerBI, () => SelectedProperties.Of(
                ExpandedRows.Of(mapping.WithNotes([value])[0], query) with { ODataContext = GoalContexts.Values(request, goal, "/$entity") }, query));
    }

    /// <summary>Checks in.</summary>
    public async Task<IResult> PostAsync(HttpRequest request, OwnGoal goal, CancellationToken cancellationToken)
    {
        if (RevisionTags.Read(request, out var seen) is { } wrong)
        {
            return FailureResult.Of(wrong);
        }

        if (!(await OwnCheckInReader.ReadAsync(request, cancellationToken)).Succeeded(out var sent, out var failure))
        {
            return FailureResult.Of(failure);
        }

        return Answer(request, goal, sent.Date!.Value, await checkIns.CheckInAsync(
            goal.PlaceOf(request.Caller()),
            sent.Date.Value,
            seen == RevisionTags.AnyThereIs ? null : seen,
            (standing, now) => standing is null && seen == RevisionTags.AnyThereIs ? RevisionTags.NothingThere : sent.Make(standing, now),
            cancellationToken));
    }

    /// <summary>Changes a check-in in part.</summary>
    public async Task<IResult> PatchAsync(HttpRequest request, OwnGoal goal, string timestamp, CancellationToken cancellationToken)
    {
        if (!OwnCheckInReader.Day(timestamp).Succeeded(out var day, out var failure)
            || !(await OwnCheckInReader.ReadPatchAsync(request, cancellationToken)).Succeeded(out var sent, out failure))
        {
            return FailureResult.Of(failure);
        }

        return Answer(request, goal, day.Date, await ChangeAsync(request, goal, day.Date, sent.Make, cancellationToken));
    }

    /// <summary>Takes a check-in back: its revisions stay.</summary>
    public async Task<IResult> DeleteAsync(HttpRequest request, OwnGoal goal, string timestamp, CancellationToken cancellationToken) =>
        OwnCheckInReader.Day(timestamp).Succeeded(out var day, out var failure)
        && (await ChangeAsync(request, goal, day.Date, (standing, _) => standing is null ? GoalValueChange.NoValue : standing with { IsWithdrawn = true }, cancellationToken))
            .Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(failure);

    /// <summary>A check-in's notes.</summary>
    public async Task<IResult> ListNotesAsync(HttpRequest request, OwnGoal goal, string timestamp, CancellationToken cancellationToken)
    {
        if (!OwnCheckInReader.Day(timestamp).Succeeded(out var day, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var log = await checkIns.ReadAsync(goal.Scorecard, goal.Goal.Id, cancellationToken);
        return log.JudgedOn(day.Date) is not { CheckIn: var checkIn }
            ? FailureResult.Of(GoalValueChange.NoValue)
            : answers.Answer(request, VersionOf(goal, checkIn), Json.PowerBI, () => new Envelope<GoalNote>
            {
                ODataContext = GoalContexts.Notes(request, goal, day.Date, ""),
                Value = new OwnGoalMapping(request, goal, log).ToNotes(checkIn),
            });
    }

    /// <summary>Writes a note of a check-in.</summary>
    public async Task<IResult> PostNoteAsync(HttpRequest request, OwnGoal goal, string timestamp, string text, CancellationToken cancellationToken)
    {
        if (!OwnCheckInReader.Day(timestamp).Succeeded(out var day, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var (id, author) = (Guid.NewGuid(), request.Caller().ObjectId);
        return AnswerNote(request, goal, day.Date, id, NoteType, await ChangeNotesAsync(
            request, goal, day.Date, (notes, now) => notes.Any(n => n.Id == id) ? new Notes(notes)
                : notes.Count >= OwnGoalCheckIns.MaxNotes ? OwnCheckInReader.TooManyNotes
                : new Notes([.. notes, new(id, text, author, now, now)]), cancellationToken));
    }

    /// <summary>Changes a note, for whoever wrote it.</summary>
    public async Task<IResult> PatchNoteAsync(HttpRequest request, OwnGoal goal, string timestamp, string noteId, string text, CancellationToken cancellationToken)
    {
        if (!OwnCheckInReader.Day(timestamp).Succeeded(out var day, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var outcome = await ChangeNotesAsync(request, goal, day.Date, (notes, now) => FindOwn(request, notes, noteId).Succeeded(out var own, out var refused)
            ? new Notes([.. notes.Select(n => n.Id == own.Id && n.Body != text ? n with { Body = text, ModifiedAt = now } : n)])
            : refused, cancellationToken);
        return AnswerNote(request, goal, day.Date, Guid.TryParse(noteId, out var id) ? id : default, type: null, outcome);
    }

    /// <summary>Takes a note away, for whoever wrote it: the revision that has it stays.</summary>
    public async Task<IResult> DeleteNoteAsync(HttpRequest request, OwnGoal goal, string timestamp, string noteId, CancellationToken cancellationToken) =>
        OwnCheckInReader.Day(timestamp).Succeeded(out var day, out var failure)
        && (await ChangeNotesAsync(request, goal, day.Date, (notes, _) => FindOwn(request, notes, noteId).Succeeded(out var own, out var refused)
            ? new Notes([.. notes.Where(n => n.Id != own.Id)])
            : refused, cancellationToken)).Succeeded(out _, out failure)
            ? Results.NoContent()
            : FailureResult.Of(failure);

    private static Outcome<CheckInNote> FindOwn(HttpRequest request, IReadOnlyList<CheckInNote> notes, string noteId) =>
        notes.FirstOrDefault(n => Workspaces.IsId(noteId, n.Id)) is not { } note ? Workspaces.Unknown("noteId", noteId)
        : note.By == request.Caller().ObjectId ? note
        : NotAuthor;

    private static string VersionOf(OwnGoal goal, GoalCheckIn checkIn) => RevisionTags.Version(checkIn.Revision, $"{goal.Goal.Id:N}-{goal.Scorecard.Version}");

    private async Task<Outcome<OwnGoalState>> ChangeAsync(
        HttpRequest request, OwnGoal goal, DateOnly date, Func<GoalCheckIn?, DateTimeOffset, Outcome<GoalCheckIn>> make, CancellationToken cancellationToken) =>
        RevisionTags.ReadOfExisting(request, out var seen) is { } wrong ? wrong : await checkIns.CheckInAsync(goal.PlaceOf(request.Caller()), date, seen, make, cancellationToken);

    private Task<Outcome<OwnGoalState>> ChangeNotesAsync(
        HttpRequest request, OwnGoal goal, DateOnly date, Func<IReadOnlyList<CheckInNote>, DateTimeOffset, Outcome<Notes>> make, CancellationToken cancellationToken) =>
        ChangeAsync(request, goal, date, (standing, now) => standing is null ? GoalValueChange.NoValue
            : !make(standing.Notes, now).Succeeded(out var notes, out var refused) ? refused
            : standing with { Notes = notes.All } is { IsEmpty: false } made ? made
            : IsWhole, cancellationToken);

    private static IResult Answer(HttpRequest request, OwnGoal goal, DateOnly date, Outcome<OwnGoalState> outcome)
    {
        if (!outcome.Succeeded(out var state, out var failure))
        {
            return FailureResult.Of(failure);
        }

        RevisionTags.Set(request.HttpContext.Response, state.Log.NewestOf(date)!.Revision);
        return Results.Json(
            new OwnGoalMapping(request, goal with { Scorecard = state.Scorecard }, state.Log).ToValue(date)! with { ODataContext = GoalContexts.Values(request, goal, "/$entity") },
            Json.PowerBI);
    }

    private static IResult AnswerNote(HttpRequest request, OwnGoal goal, DateOnly date, Guid id, string? type, Outcome<OwnGoalState> outcome)
    {
        if (!outcome.Succeeded(out var state, out var failure))
        {
            return FailureResult.Of(failure);
        }

        var checkIn = state.Log.NewestOf(date)!;
        RevisionTags.Set(request.HttpContext.Response, checkIn.Revision);
        return Results.Json(
            new OwnGoalMapping(request, goal, state.Log).ToNote(date, checkIn.Notes.Single(n => n.Id == id)) with
            {
                ODataContext = GoalContexts.Notes(request, goal, date, "/$entity"),
                ODataType = type,
            },
            Json.PowerBI);
    }

    private sealed record Notes(IReadOnlyList<CheckInNote> All);
}
