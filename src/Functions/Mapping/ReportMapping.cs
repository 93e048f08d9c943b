using Hsvo.Contracts.Api;
using Hsvo.Domain.Reports;
using Hsvo.Domain.Statuses;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Answers, their history and their drafts in our own API's shape.</summary>
internal static class ReportMapping
{
    public static ReportDocument ToDocument(Report report) => new()
    {
        Round = report.Key.Round,
        Indicator = report.Key.Indicator,
        Department = report.Key.Department,
        Revision = report.Revision,
        Value = ToValue(report.Answer),
        Parts = ToParts(report.Answer),
        Numerator = report.Answer.Value?.Ratio?.Numerator,
        Denominator = report.Answer.Value?.Ratio?.Denominator,
        Assessment = report.Answer.Assessment?.Name(),
        NotApplicable = report.Answer.NotApplicable,
        IsSuppressed = report.Answer.IsSuppressed,
        IsWithdrawn = report.IsWithdrawn,
        Comment = report.Comment,
        Reason = report.Reason,
        Reporter = report.Reporter,
        ReportedAt = report.ReportedAt,
        FirstReportedAt = report.FirstReportedAt,
        Door = report.Door.ToName(),
        Review = ToDocument(report.Review),
        Mask = ToDocument(report.Mask),
        IsExample = report.IsExample,
    };

    public static ReviewDocument? ToDocument(Review? review) => review is null ? null : new(review.Decision.ToName(), review.Question, review.By, review.At);

    public static WithdrawalDocument? ToWithdrawal(Report? withdrawn) => withdrawn is null ? null
        : new(withdrawn.Key.Round, withdrawn.Revision, withdrawn.Reporter, withdrawn.ReportedAt, withdrawn.Reason);

    /// <summary>A mask; why it was masked is for who may read it in the history.</summary>
    public static MaskDocument? ToDocument(CommentMask? mask, bool showsReason = false) => mask is null ? null : new(mask.By, mask.At, showsReason ? mask.Reason : null);

    public static ReportList ToDocument(ReportChanges changes) => new(changes.Snapshot.Plan.Id, changes.Next, [.. changes.Reports.Select(ToDocument)]);

    public static HistoryDocument ToDocument(ReportHistory history) =>
        new(history.Plan.Id, [.. history.Revisions.Select(r => ToDocument(r, history.ShowsOriginals, history.ShowsMaskReasons))]);

    public static RevisionDocument ToDocument(LoggedRevision revision, bool showsOriginal, bool showsReason) => new(
        ToDocument(revision.Shown) with { Mask = ToDocument(revision.Mask, showsReason) },
        [.. revision.ShownReviews.Select(r => ToDocument(r)!)],
        showsOriginal && revision is { Mask: not null, Original.Answer.IsSuppressed: false } ? ToMaskedText(revision) : null);

    public static DraftDocument ToDocument(DraftVersions draft) => new()
    {
        Round = draft.Draft.Key.Round,
        Indicator = draft.Draft.Key.Indicator,
        Department = draft.Draft.Key.Department,
        Answer = ToDocument(draft.Draft.Answer),
        BasedOn = draft.Draft.BasedOn,
        IsOutdated = draft.IsOutdated,
        Current = draft.Current is { } current ? ToDocument(current) : null,
        SavedBy = draft.Draft.Author,
        SavedAt = draft.Draft.SavedAt,
    };

    public static ConflictDocument ToDocument(VersionConflict conflict) => new(
        conflict.Pointer,
        conflict.Key.Round,
        conflict.Key.Indicator,
        conflict.Key.Department,
        conflict.SeenRevision,
        conflict.Yours is { } yours ? ToDocument(yours) : null,
        conflict.Stored is { } stored ? ToDocument(stored) : null);

    /// <summary>A row's one value in the form that the same API takes in; null when parts tell or there is none.</summary>
    public static object? ToValue(Answer answer) => answer.Value is { } value ? ToValue(value) : null;

    /// <summary>The values by part, or null.</summary>
    public static IReadOnlyDictionary<string, object?>? ToParts(Answer answer) =>
        answer.Parts is { Count: > 0 } parts ? parts.ToDictionary(p => p.Part, p => (object?)ToValue(p.Value)) : null;

    private static object ToValue(AnswerValue value) => value.Kind == AnswerValueKind.Number ? value.Number! : value.ToString();

    private static SentAnswerDocument ToDocument(SubmittedAnswer sent) => new(
        sent.Value is { } value ? AsSent(value) : null,
        sent.Parts?.ToDictionary(p => p.Key, p => AsSent(p.Value)),
        sent.Numerator,
        sent.Denominator,
        sent.Assessment?.Name(),
        sent.NotApplicable,
        sent.IsWithdrawal,
        sent.Comment,
        sent.Reason);

    private static object? AsSent(SubmittedValue value) => (object?)value.Bool ?? (object?)value.Number ?? value.Text;

    private static MaskedTextDocument ToMaskedText(LoggedRevision revision)
    {
        var report = revision.Original;
        var words = report.Answer.Parts.Where(p => p.Value.Text is not null).ToDictionary(p => p.Part, p => p.Value.Text!);
        return new(
            report.Comment,
            report.Reason,
            report.Answer.Value?.Text,
            words.Count > 0 ? words : null,
            [.. revision.Reviews.Except(revision.ShownReviews).Select(r => r.Question!)]);
    }
}
