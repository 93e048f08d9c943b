namespace Hsvo.Domain.Statuses;

/// <summary>Läge: how it goes, by Power BI's own ids. Whether it was reported at all is <see cref="ReportingStatus"/>, and never mixed in here.</summary>
public enum Status
{
    /// <summary>Not started.</summary>
    NotStarted = 0,

    /// <summary>On track.</summary>
    OnTrack = 1,

    /// <summary>At risk.</summary>
    AtRisk = 2,

    /// <summary>Behind.</summary>
    Behind = 3,

    /// <summary>Overdue.</summary>
    Overdue = 4,

    /// <summary>Completed.</summary>
    Completed = 5,
}

/// <summary>What is known of each status: its names and how bad it is.</summary>
public static class StatusFacts
{
    /// <summary>The name in our API, "onTrack".</summary>
    public static string Name(this Status status) => status switch
    {
        Status.NotStarted => "notStarted",
        Status.OnTrack => "onTrack",
        Status.AtRisk => "atRisk",
        Status.Behind => "behind",
        Status.Overdue => "overdue",
        Status.Completed => "completed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The words people read in Swedish.</summary>
    public static string Swedish(this Status status) => status switch
    {
        Status.NotStarted => "Ej påbörjad",
        Status.OnTrack => "Enligt plan",
        Status.AtRisk => "I riskzonen",
        Status.Behind => "Efter plan",
        Status.Overdue => "Försenad",
        Status.Completed => "Klar",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The words people read in English.</summary>
    public static string English(this Status status) => status switch
    {
        Status.NotStarted => "Not started",
        Status.OnTrack => "On track",
        Status.AtRisk => "At risk",
        Status.Behind => "Behind",
        Status.Overdue => "Overdue",
        Status.Completed => "Completed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The order of badness (design section 6): completed, onTrack, notStarted, atRisk, behind, overdue.</summary>
    public static int Badness(this Status status) => status switch
    {
        Status.Completed => 0,
        Status.OnTrack => 1,
        Status.NotStarted => 2,
        Status.AtRisk => 3,
        Status.Behind => 4,
        Status.Overdue => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The status with a name as <see cref="Name"/> gives it; null for any other text.</summary>
    public static Status? FromName(string name) => Enum.GetValues<Status>().Cast<Status?>().FirstOrDefault(s => s!.Value.Name() == name);
}
