using Hsvo.Domain.Reports;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases;

/// <summary>
/// The coordinator hides what was written in one revision, and asked of it, with a trace of who, when and why. Nothing is deleted: the log keeps the
/// revision as it was given, for the auditor alone. Preliminary papers are compiled anew at once, and those with the text are for the coordinator and the
/// auditor from then on; a sealed paper is an allmän handling and keeps what it said, to be masked by hand where it is handed out.
/// </summary>
/// <param name="places">Finds what the address names.</param>
/// <param name="reports">The reports.</param>
/// <param name="feeds">Hear of the mask.</param>
/// <param name="papers">Compiles what readers could read.</param>
/// <param name="time">The clock.</param>
public sealed class MaskComment(ReportPlaces places, IReportStore reports, PlanFeeds feeds, CompileMeetingPapers papers, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>
    /// Masks a revision. One that is masked already stays as it is, but for a question that was asked since; to send the same again, when storage gave no
    /// answer, makes sure of the papers.
    /// </summary>
    /// <param name="caller">A coordinator.</param>
    /// <param name="plan">The plan's id.</param>
    /// <param name="key">The cell.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<Outcome<LoggedRevision>> HandleAsync(
        Caller caller, string plan, ReportKey key, int revision, string reason, CancellationToken cancellationToken)
    {
        if (!(await places.FindAsync(plan, key, cancellationToken)).Succeeded(out var place, out var failure))
        {
            return failure;
        }

        if (FaultsOf(reason) is { Count: > 0 } faults)
        {
            return Invalid(faults);
        }

        var planKey = place.Snapshot.Plan.Key;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var history = await reports.ReadHistoryAsync(planKey, key, cancellationToken);
            if (history.Count == 0)
            {
                return ReportPlaces.NoReport(key);
            }

            if (history.FirstOrDefault(r => r.Original.Revision == revision) is not { } found)
            {
                return Invalid([new("revision.unknown", "/revision", $"Svaret har ingen revision {revision}; den nyaste är {history[^1].Original.Revision}.",
                    $"The answer has no revision {revision}; the newest is {history[^1].Original.Revision}.")]);
            }

            if (found is { Mask: not null, HasText: false })
            {
                await papers.RenewAsync(plan, cancellationToken);
                return found;
            }

            if (!found.HasText)
            {
                return Invalid([new("mask.nothing", "/revision", "Revisionen har ingen text att dölja.", "The revision has no text to hide.")]);
            }

            // The newest revision is what the cell holds: it is changed along, or the whole is decided anew.
            var cell = found == history[^1] ? (await reports.ReadCellsAsync(planKey, cancellationToken)).Single(c => c.Report.Key == key) : null;
            var mask = new CommentMask(caller.ObjectId, time.GetUtcNow(), reason.Trim()) { Origin = caller.Origin };
            if ((cell is null || cell.Report.Revision == revision)
                && await reports.AppendMaskAsync(planKey, key, revision, mask, cell, CancellationToken.None) == AppendOutcome.Stored)
            {
                feeds.Invalidate(planKey);
                await papers.RenewAsync(plan, CancellationToken.None);
                return found with { Mask = mask };
            }
        }

        return new Failure(FailureKind.Unavailable, "mask.busy", "Svaret ändras just nu. Skicka samma sak igen.",
            "The answer is being changed right now. Send the same again.")
        {
            RetryAfter = TimeSpan.FromSeconds(2),
        };
    }

    private static List<Fault> FaultsOf(string reason)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(reason))
        {
            errors.Add(new("reason.required", "reason", "Skriv varför texten döljs.", "Say why the text is hidden."));
        }

        FreeText.Check(reason, AnswerReader.MaxReason, "reason", errors);
        return [.. errors.Select(e => new Fault(e.Code, $"/{e.Field}", e.Swedish, e.English))];
    }

    private static Failure Invalid(IReadOnlyList<Fault> faults) =>
        new(FailureKind.Invalid, "mask.invalid", "Inget har dolts.", "Nothing was hidden.") { Faults = faults };
}
