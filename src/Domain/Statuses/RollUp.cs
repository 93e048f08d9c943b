namespace Hsvo.Domain.Statuses;

/// <summary>One row below a parent.</summary>
/// <param name="Status">The row's status, or null.</param>
/// <param name="IsAnswered">Whether everyone who owes the row has answered it.</param>
/// <param name="RollsUp">Whether its status counts: a number without target is answered, but neither good nor bad.</param>
public readonly record struct RollUpRow(Status? Status, bool IsAnswered, bool RollsUp);

/// <summary>What became of a roll-up.</summary>
/// <param name="Status">The parent's status; null when no row below has one.</param>
/// <param name="Rule">Which rule gave it.</param>
public readonly record struct RolledUp(Status? Status, RollUpRule Rule);

/// <summary>The rules of the roll-up.</summary>
public enum RollUpRule
{
    /// <summary>No row below has a status.</summary>
    NoStatus,

    /// <summary>Every row is answered and completed.</summary>
    AllCompleted,

    /// <summary>Every status is notStarted.</summary>
    AllNotStarted,

    /// <summary>A mix of completed, onTrack and notStarted, or completed so far with answers missing.</summary>
    UnderWay,

    /// <summary>The worst status counts.</summary>
    Worst,
}

/// <summary>How a parent stands by the rows below it (design section 6). Pure.</summary>
public static class RollUp
{
    /// <summary>The parent's status by all the indicator rows below it, at whatever depth, not-applicable rows and references left out.</summary>
    public static RolledUp Of(IEnumerable<RollUpRow> rows)
    {
        var all = rows as IReadOnlyCollection<RollUpRow> ?? [.. rows];
        var statuses = all.Where(r => r is { RollsUp: true, Status: not null }).Select(r => r.Status!.Value).ToList();
        if (statuses.Count == 0)
        {
            return new(null, RollUpRule.NoStatus);
        }

        if (all.All(r => r.IsAnswered && (!r.RollsUp || r.Status == Status.Completed)))
        {
            return new(Status.Completed, RollUpRule.AllCompleted);
        }

        var worst = statuses.MaxBy(s => s.Badness());
        return worst switch
        {
            Status.NotStarted when statuses.All(s => s == Status.NotStarted) => new(Status.NotStarted, RollUpRule.AllNotStarted),
            Status.NotStarted or Status.OnTrack or Status.Completed => new(Status.OnTrack, RollUpRule.UnderWay),
            _ => new(worst, RollUpRule.Worst),
        };
    }

    /// <summary>
    /// One row answered by several departments: the worse counts, and completed only when everyone who owes it says so. Null when nobody gave a status.
    /// </summary>
    /// <param name="statuses">Each answer's status, null for an answer without; not-applicable answers left out.</param>
    /// <param name="isAnswered">Whether everyone who owes the row has answered.</param>
    public static Status? OfDepartments(IReadOnlyCollection<Status?> statuses, bool isAnswered)
    {
        var given = statuses.OfType<Status>().ToList();
        if (given.Count == 0)
        {
            return null;
        }

        var worst = given.MaxBy(s => s.Badness());
        return worst == Status.Completed && !(isAnswered && given.Count == statuses.Count) ? Status.OnTrack : worst;
    }
}
