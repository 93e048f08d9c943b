namespace Hsvo.Domain.Statuses;

/// <summary>Whether one department has answered one indicator in one round. Says nothing of how it goes.</summary>
public enum ReportingStatus
{
    /// <summary>Nothing is owed yet, or nothing more: the round is not dated or not open, the row was completed earlier, or the department has declared that it has nothing more to report.</summary>
    NotDue,

    /// <summary>The round is open and the answer is awaited.</summary>
    Due,

    /// <summary>Answered in time.</summary>
    Reported,

    /// <summary>Answered after the due date.</summary>
    Late,

    /// <summary>Not answered, and the due date has passed.</summary>
    Missing,

    /// <summary>Said not to concern the department.</summary>
    NotApplicable,

    /// <summary>
    /// Answered, and not shown because it counts few people. What a cell says in place of <see cref="Reported"/> and <see cref="Late"/>; it is
    /// counted as what it is in place of.
    /// </summary>
    Suppressed,
}

/// <summary>What is known of each reporting status.</summary>
public static class ReportingStatusFacts
{
    /// <summary>The name in our API, "notDue".</summary>
    public static string Name(this ReportingStatus status) => status switch
    {
        ReportingStatus.NotDue => "notDue",
        ReportingStatus.Due => "due",
        ReportingStatus.Reported => "reported",
        ReportingStatus.Late => "late",
        ReportingStatus.Missing => "missing",
        ReportingStatus.NotApplicable => "notApplicable",
        ReportingStatus.Suppressed => "suppressed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The words people read in Swedish.</summary>
    public static string Swedish(this ReportingStatus status) => status switch
    {
        ReportingStatus.NotDue => "Inget svar väntas",
        ReportingStatus.Due => "Svar väntas",
        ReportingStatus.Reported => "Besvarad",
        ReportingStatus.Late => "Besvarad för sent",
        ReportingStatus.Missing => "Svar saknas",
        ReportingStatus.NotApplicable => "Berör inte",
        ReportingStatus.Suppressed => "Visas inte (få personer)",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The words people read in English.</summary>
    public static string English(this ReportingStatus status) => status switch
    {
        ReportingStatus.NotDue => "No answer awaited",
        ReportingStatus.Due => "Answer awaited",
        ReportingStatus.Reported => "Answered",
        ReportingStatus.Late => "Answered late",
        ReportingStatus.Missing => "Answer missing",
        ReportingStatus.NotApplicable => "Doesn't concern",
        ReportingStatus.Suppressed => "Not shown (few people)",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
