using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases;
using Microsoft.AspNetCore.Http;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A check-in read as a submission of one row.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Round">The round that the date ends.</param>
internal sealed record CheckIn(Submission Submission, Round Round);

/// <summary>Reads the body of a check-in: timestamp, value, status, and our own note (PowerBI-CSharp swagger: GoalValueCreateRequest).</summary>
internal static class CheckInReader
{
    private const string RowPrefix = "/reports/0/";

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="goal">The goal it is posted to.</param>
    /// <param name="rightWorkspace">The workspace the caller may post to, for the message when this isn't it; null when there is none.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<Outcome<CheckIn>> ReadAsync(
        HttpRequest request, WorkspaceNode goal, string? rightWorkspace, CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        if (!goal.Plan.Workspace.IsWritableBy(caller))
        {
            return new Failure(FailureKind.Forbidden, "department.forbidden",
                rightWorkspace is null ? "Du rapporterar inte för någon förvaltning." : $"Du rapporterar i arbetsytan {rightWorkspace}.",
                rightWorkspace is null ? "You report for no department." : $"You report in the workspace {rightWorkspace}.");
        }

        if (goal.Node.Kind != NodeKind.Indicator)
        {
            return Malformed([new("goal.notIndicator", "goalId", "Bara indikatorer tar svar.", "Only indicators take check-ins.")]);
        }

        if (!(await JsonBody.ReadAsync(request, cancellationToken)).Succeeded(out var body, out var failure))
        {
            return failure;
        }

        using (body)
        {
            var errors = new List<FieldError>();
            var fields = new JsonFields(body.RootElement, errors);
            var round = ReadRound(fields, goal.Plan.Snapshot.Plan, errors);
            var note = fields.Text("note");
            var value = fields.Value("value");
            var isInWords = goal.Node.Indicator!.Kind == IndicatorKind.Qualitative;
            var answer = new SubmittedAnswer
            {
                // An answer in words is Power BI's note.
                Value = isInWords && value is null && note is not null ? SubmittedValue.Of(note) : value,
                Assessment = AssessmentReader.Read(fields, "status"),
                Comment = isInWords ? null : note,
                Reason = "check-in",
            };
            fields.RefuseOthers();
            if (errors.Count > 0 || round is null)
            {
                return Malformed([.. errors.Select(e => new Fault(e.Code, e.Field, e.Swedish, e.English))]);
            }

            var row = new SubmittedRow(goal.Node.Id, goal.Plan.Workspace.Department, round.Id, answer, []);
            return new CheckIn(new(caller, goal.Plan.Snapshot.Plan.Id, [row], DryRun: false, IdempotencyKey: null, Door.PowerBI), round);
        }
    }

    /// <summary>The check-in's own field for a pointer into the submission it was read as.</summary>
    public static string FieldOf(string pointer)
    {
        var field = pointer.StartsWith(RowPrefix, StringComparison.Ordinal) ? pointer[RowPrefix.Length..] : pointer;
        return field switch
        {
            "assessment" => "status",
            "round" => "timestamp",
            "comment" => "note",
            "indicator" => "goalId",
            "department" => "groupId",
            _ => field,
        };
    }

    private static Round? ReadRound(JsonFields fields, Plan plan, List<FieldError> errors)
    {
        var valid = string.Join(", ", plan.Rounds.Select(r => r.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var before = errors.Count;
        if (fields.Text("timestamp") is { } text && ReadDate(text) is { } date && plan.Rounds.FirstOrDefault(r => r.Ends == date) is { } round)
        {
            return round;
        }

        if (errors.Count == before)
        {
            errors.Add(new("timestamp.notRound", "timestamp", $"Datumet ska avsluta en omgång: {valid}.", $"The date must end a round: {valid}."));
        }

        return null;
    }

    // Clients send a date, or that date's midnight in UTC.
    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.UtcDateTime.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(time.UtcDateTime)
        : null;

    private static Failure Malformed(IReadOnlyList<Fault> faults) =>
        new(FailureKind.Malformed, "goalValue.invalid", "Svaret har inte sparats.", "The check-in was not stored.") { Faults = faults };
}
