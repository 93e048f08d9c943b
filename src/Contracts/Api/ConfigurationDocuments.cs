namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/configuration</c>: what the coordinating office has settled for its area, in one version.</summary>
/// <param name="Version">0 for what holds until the office settles something. The entity tag: send it back as If-Match with a change.</param>
/// <param name="SetBy">The coordinator's object id; null for version 0.</param>
/// <param name="SetAt">When, UTC; null for version 0.</param>
/// <param name="Settings">What is settled: the body that <c>PUT</c> takes.</param>
public sealed record ConfigurationDocument(int Version, string? SetBy, DateTimeOffset? SetAt, SettingsDocument Settings);

/// <summary>The answer of <c>GET /hsvo/v1/configuration/versions</c>.</summary>
/// <param name="Versions">The newest first; each is kept as it was.</param>
public sealed record ConfigurationVersions(IReadOnlyList<ConfigurationDocument> Versions);

/// <summary>What is settled.</summary>
/// <param name="Days">When a meeting's rounds open, are due and are sealed; a meeting has them from the day it is set.</param>
/// <param name="OrdinaryMonths">The months of the ordinary meetings, 1 to 12.</param>
/// <param name="WarningDays">How many days before an ordinary month its meeting ought to have a date.</param>
/// <param name="SmallNumberThreshold">The smallest count of people that everyone may see, but for zero.</param>
/// <param name="Monthly">When monthly rounds are due.</param>
/// <param name="Responsibilities">Who owes what, where it isn't as the plan was read.</param>
public sealed record SettingsDocument(
    MeetingDaysDocument Days, IReadOnlyList<int> OrdinaryMonths, int WarningDays, int SmallNumberThreshold, MonthlyDocument Monthly,
    IReadOnlyList<ResponsibilityDocument> Responsibilities);

/// <summary>Days before a meeting.</summary>
/// <param name="Opens">The first day answers are awaited.</param>
/// <param name="Due">The last day an answer is in time.</param>
/// <param name="Seals">The day the paper is sealed.</param>
public sealed record MeetingDaysDocument(int Opens, int Due, int Seals);

/// <summary>When monthly rounds are due.</summary>
/// <param name="DueDay">The day of the month, 1 to 28: the first such day after the round has ended.</param>
/// <param name="IsConfirmed">Whether the office has confirmed it; else it is assumed.</param>
public sealed record MonthlyDocument(int DueDay, bool IsConfirmed);

/// <summary>Who owes the rows of a body in a plan, or one row of it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Body">The body whose rows it is about; null when it is about one row.</param>
/// <param name="Indicator">The row; null when it is about a body's.</param>
/// <param name="Departments">The departments that answer; none when nobody is to.</param>
/// <param name="IsConfirmed">Whether the office has confirmed it; else it is assumed.</param>
public sealed record ResponsibilityDocument(string Plan, string? Body, string? Indicator, IReadOnlyList<string> Departments, bool IsConfirmed);
