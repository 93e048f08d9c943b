using System.Globalization;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases;

namespace Hsvo.Functions.Http.PowerBI;

/// <summary>A check-in's date, which is its key: the date that ends its round. Clients send a date, or that date's midnight in UTC.</summary>
internal static class GoalDates
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The round that a date ends; null when none does.</summary>
    public static Round? RoundOf(Plan plan, string? text) => text is not null && ReadDate(text) is { } date ? plan.Rounds.FirstOrDefault(r => r.Ends == date) : null;

    /// <summary>The round that an address names, or the dates that there are.</summary>
    public static Outcome<Round> Find(Plan plan, string text) => RoundOf(plan, text) is { } round
        ? round
        : new Failure(FailureKind.Malformed, "timestamp.notRound", "Datumet avslutar ingen omgång.", "The date ends no round.")
        {
            Faults = [CheckInReader.FaultOf(Fault(plan))],
        };

    /// <summary>What is said of a date that ends no round: the ones that do.</summary>
    public static FieldError Fault(Plan plan)
    {
        var valid = string.Join(", ", plan.Rounds.Select(r => r.Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return new("timestamp.notRound", "timestamp", $"Datumet ska avsluta en omgång: {valid}.", $"The date must end a round: {valid}.");
    }

    /// <summary>A date, or its midnight in UTC; null for anything else.</summary>
    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.UtcDateTime.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(time.UtcDateTime)
        : null;
}
