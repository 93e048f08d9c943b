using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;

namespace Hsvo.Domain.Statuses;

/// <summary>How one department stands on one indicator in a round.</summary>
public sealed record CellStatus
{
    /// <summary>Who owes the answer.</summary>
    public required Department Department { get; init; }

    /// <summary>The answer that counts: this round's, else the newest from an earlier round, else null; one taken back doesn't.</summary>
    public required Report? Report { get; init; }

    /// <summary>
    /// The department's withdrawal, while it has given no answer since: what it took back counts as no answer, and weighs in <see cref="Status"/>.
    /// </summary>
    public Report? Withdrawn { get; init; }

    /// <summary>Whether the answer comes from an earlier round and still counts until a new one comes.</summary>
    public required bool IsCarried { get; init; }

    /// <summary>The line of the table of kinds that applies; null without an applicable answer.</summary>
    public required StatusRule? Rule { get; init; }

    /// <summary>How it goes; null when the answer leaves that open or there is none. Never better than by an answer that was taken back.</summary>
    public required Status? Status { get; init; }

    /// <summary>Whether it was reported in this round, and in time: an answer that isn't shown counts like any other.</summary>
    public required ReportingStatus Reporting { get; init; }

    /// <summary>That the department has nothing more to report in this round, where that is why nothing is awaited; else null.</summary>
    public Declaration? NothingMore { get; init; }

    /// <summary>What is said of it: that an answer of this round isn't shown, else <see cref="Reporting"/>.</summary>
    public ReportingStatus ReportingShown => IsSuppressed && !IsCarried && !IsSentBack ? ReportingStatus.Suppressed : Reporting;

    /// <summary>Whether there is an answer that counts and isn't shown.</summary>
    public bool IsSuppressed => Report is { Answer.IsSuppressed: true };

    /// <summary>Whether the answer counts but is awaited again, since the coordinator sent it back with a question.</summary>
    public bool IsSentBack => Report is { IsSentBack: true };

    /// <summary>Whether the answer that counts says the row doesn't concern the department.</summary>
    public bool IsNotApplicable => Report is { Answer.NotApplicable: true };

    /// <summary>Whether there is an answer that counts in the roll-up.</summary>
    public bool IsAnswered => Report is { Answer.NotApplicable: false };
}
