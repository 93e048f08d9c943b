using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;

namespace Hsvo.UseCases.Calendar;

/// <summary>One day that people put in their calendars.</summary>
public sealed record CalendarDay
{
    /// <summary>The same for the same thing, wherever it is moved: "2021-05.due".</summary>
    public required string Id { get; init; }

    /// <summary>What happens on it.</summary>
    public required CalendarDayKind Kind { get; init; }

    /// <summary>The day, in Stockholm.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The meeting that it is of; null for the answers of a monthly round.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>The plans with the rounds that it concerns, in the meeting's order.</summary>
    public required IReadOnlyList<(Plan Plan, Round Round)> Rounds { get; init; }

    /// <summary>Whether the meeting was removed.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Whether the day is our assumption until the office confirms it.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>How many times it has been changed.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>What happens on a day.</summary>
public enum CalendarDayKind
{
    /// <summary>Answers are awaited from now on.</summary>
    Opens,

    /// <summary>The last day an answer is in time.</summary>
    Due,

    /// <summary>The meeting's paper is sealed.</summary>
    Seals,

    /// <summary>The meeting.</summary>
    Meets,
}

/// <summary>The days of an area, or of one department in it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Department">The department; null for all.</param>
/// <param name="Days">By day.</param>
public sealed record AreaCalendar(string Area, Department? Department, IReadOnlyList<CalendarDay> Days);
