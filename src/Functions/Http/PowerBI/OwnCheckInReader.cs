using Hsvo.Domain.Reports;
using Hsvo.Domain.Scorecards;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A check-in on a department's own goal, as it was sent.</summary>
/// <param name="Date">The day; null in a change, whose address has it.</param>
/// <param name="Make">Makes of the check-in that is there, null for none, what is to stand in its place.</param>
internal sealed record OwnCheckIn(DateOnly? Date, Func<GoalCheckIn?, DateTimeOffset, Outcome<GoalCheckIn>> Make);

/// <summary>
/// Reads check-ins on departments' own goals (PowerBI-CSharp swagger: GoalValueCreateRequest, GoalValueUpdateRequest), with our own note: all that Power BI's have,
/// on any day.
/// </summary>
internal static class OwnCheckInReader
{
    private const double MaxNumber = 1e15;
    private const double MaxTrend = 1e6;

    /// <summary>Reads one that is posted. What it leaves out isn't said of that day; the notes of a day that was checked in on before stay.</summary>
    public static Task<Outcome<OwnCheckIn>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) => ReadAsync(request, isNew: true, cancellationToken);

    /// <summary>Reads what is changed of one: a field that is absent stays, one that is null is taken away.</summary>
    public static Task<Outcome<OwnCheckIn>> ReadPatchAsync(HttpRequest request, CancellationToken cancellationToken) => ReadAsync(request, isNew: false, cancellationToken);

    /// <summary>The day that an address names, or that it names none.</summary>
    public static Outcome<OwnDay> Day(string text) => ReadDay(text) is { } date
        ? new OwnDay(date)
        : new Failure(FailureKind.Malformed, "timestamp.notDay", "Datumet kan inte läsas.", "The date can't be read.")
        {
            Faults = [CheckInReader.FaultOf(NotDay)],
        };

    /// <summary>A note's text, checked.</summary>
    public static bool CheckNote(string? text, string field, List<FieldError> errors) => FreeText.Check(text, AnswerReader.MaxText, field, errors);

    private static FieldError NotDay { get; } = new("timestamp.notDay", "timestamp",
        "Skriv ett datum mellan 2000 och 2099, eller dess midnatt i UTC: 2021-05-31 eller 2021-05-31T00:00:00Z.",
        "Write a date from 2000 to 2099, or its midnight in UTC: 2021-05-31 or 2021-05-31T00:00:00Z.");

    private static DateOnly? ReadDay(string? text) => text is not null && GoalDates.ReadDate(text) is { Year: >= 2000 and < 2100 } date ? date : null;

    private static async Task<Outcome<OwnCheckIn>> ReadAsync(HttpRequest request, bool isNew, CancellationToken cancellationToken)
    {
        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var date = isNew ? ReadTimestamp(fields, errors) : null;
            var sent = ReadFields(fields, errors);
            fields.RefuseOthers();

            // The day is the key: the same again says the same, whatever key it is sent with.
            IdempotencyKeys.Read(request, errors);
            if (errors.Count > 0)
            {
                return CheckInReader.Malformed([.. errors.Select(CheckInReader.FaultOf)]);
            }

            var named = body.RootElement.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            var author = request.Caller().ObjectId;
            return new OwnCheckIn(date, (standing, now) => (isNew, standing) switch
            {
                (false, null) => GoalValueChange.NoValue,
                (true, _) => Whole(sent.CheckIn with { Notes = NotesWith(standing, sent.Note, sent.Note is not null, author, now) }),
                _ => Whole(Changed(standing!, sent.CheckIn, named) with { Notes = NotesWith(standing, sent.Note, named.Contains("note"), author, now) }),
            });
        }
    }

    private static (GoalCheckIn CheckIn, string? Note) ReadFields(JsonFields fields, List<FieldError> errors)
    {
        var (value, target, forecast) = (ReadNumber(fields, "value"), ReadNumber(fields, "target"), ReadNumber(fields, "forecast"));
        int? trend = fields.Number("trend") is not { } number ? null
            : double.IsInteger(number) && Math.Abs(number) <= MaxTrend ? (int)number : fields.WrongType<int?>("trend", "ett heltal", "a whole number");
        var status = GoalStatusReader.Read(fields, "status");
        var note = fields.Text("note");
        if (CheckNote(note, "note", errors) && note is not null && string.IsNullOrWhiteSpace(note))
        {
            note = null;
        }

        return (new() { Goal = default, Date = default, Revision = 0, Version = 0, Value = value, Target = target, Trend = trend, Forecast = forecast, Status = status, By = "", FirstAt = default, At = default }, note?.Trim());
    }

    private static DateOnly? ReadTimestamp(JsonFields fields, List<FieldError> errors)
    {
        var before = errors.Count;
        var date = ReadDay(fields.Text("timestamp"));
        if (date is null && errors.Count == before)
        {
            errors.Add(NotDay);
        }

        return date;
    }

    private static double? ReadNumber(JsonFields fields, string name) => fields.Number(name) is not { } number ? null
        : Math.Abs(number) <= MaxNumber ? number : fields.WrongType<double?>(name, "ett tal av rimlig storlek", "a number of reasonable size");

    private static GoalCheckIn Changed(GoalCheckIn standing, GoalCheckIn sent, HashSet<string> named)
    {
        // A status is of the value that it came with.
        var value = named.Contains("value") ? sent.Value : standing.Value;
        return standing with
        {
            Value = value,
            Target = named.Contains("target") ? sent.Target : standing.Target,
            Trend = named.Contains("trend") ? sent.Trend : standing.Trend,
            Forecast = named.Contains("forecast") ? sent.Forecast : standing.Forecast,
            Status = named.Contains("status") ? sent.Status : value != standing.Value ? null : standing.Status,
        };
    }

    // Whoever checks in has one note there; the notes route takes more. The same again is no other.
    private static IReadOnlyList<CheckInNote> NotesWith(GoalCheckIn? standing, string? text, bool isSaid, string author, DateTimeOffset now)
    {
        var notes = standing?.Notes ?? [];
        var own = notes.LastOrDefault(n => n.By == author);
        return !isSaid || own?.Body == text ? notes
            : (own, text) switch
            {
                (null, null) => notes,
                (null, _) => [.. notes, new(Guid.NewGuid(), text, author, now, now)],
                (_, null) => [.. notes.Where(n => n.Id != own.Id)],
                _ => [.. notes.Select(n => n.Id == own.Id ? n with { Body = text, ModifiedAt = now } : n)],
            };
    }

    private static Outcome<GoalCheckIn> Whole(GoalCheckIn made) => made.IsEmpty
        ? CheckInReader.Malformed([new("value.required", "value", "Avstämningen säger inget: skicka value, target, status eller note.", "The check-in says nothing: send value, target, status or note.")])
        : made.Notes.Count > OwnGoalCheckIns.MaxNotes ? TooManyNotes : made;

    /// <summary>That a check-in has as many notes as it may.</summary>
    public static Failure TooManyNotes { get; } = new(FailureKind.Conflict, "note.tooMany",
        $"En avstämning har högst {OwnGoalCheckIns.MaxNotes} noteringar.", $"A check-in has at most {OwnGoalCheckIns.MaxNotes} notes.");
}

/// <summary>The day of a check-in.</summary>
/// <param name="Date">The day.</param>
internal sealed record OwnDay(DateOnly Date);
