using System.Runtime.CompilerServices;
using Hsvo.Domain.Audit;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.UseCases.Audit;
using Hsvo.UseCases.Papers;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Archive;

/// <summary>A whole plan year for the archive: what was planned, decided, answered, compiled and done. That it was taken out is in the audit.</summary>
/// <param name="area">The area served.</param>
/// <param name="feeds">The plans as they stand.</param>
/// <param name="plans">Their versions.</param>
/// <param name="meetings">What was decided.</param>
/// <param name="reports">The log.</param>
/// <param name="papers">The papers.</param>
/// <param name="audit">Who did what.</param>
/// <param name="kept">Keeps that it was taken out.</param>
/// <param name="time">The clock.</param>
public sealed class ReadArchive(
    AreaOptions area, PlanFeeds feeds, IPlanStore plans, IMeetingStore meetings, IReportStore reports, IPaperStore papers, ReadAudit audit, IAuditStore kept, TimeProvider time)
{
    /// <summary>Opens it for a coordinator or an auditor.</summary>
    public async Task<Outcome<PlanArchive>> OpenAsync(Caller caller, string plan, CancellationToken cancellationToken)
    {
        var (key, at) = (new PlanKey(area.Area, plan), time.GetUtcNow());
        if (!Identifier.IsValid(plan) || await feeds.FindAsync(key, cancellationToken) is not { } snapshot)
        {
            return new Failure(FailureKind.NotFound, "plan.unknown", $"Planen ”{Excerpt.Of(plan)}” finns inte.", $"There is no plan '{Excerpt.Of(plan)}'.");
        }

        var versions = new List<Plan>();
        foreach (var version in (await plans.ListVersionsAsync(key, cancellationToken)).Where(v => v.Number <= snapshot.Plan.Version))
        {
            versions.Add(await plans.FindAsync(key, version.Number, cancellationToken) ?? throw new InvalidOperationException($"The version {version.Number} of {plan} is listed and not there."));
        }

        // What was decided stands as one reading has it, and so does what the status makes of it.
        var history = (await meetings.ReadAsync(area.Area, cancellationToken)).Until(at);
        var decisions = ArchivedDecisions.Of(history, plan);
        var made = new List<ArchivedPaper>();
        foreach (var meeting in decisions.Meetings.Select(c => c.Meeting.Id).Distinct())
        {
            made.AddRange((await papers.ListAsync(area.Area, meeting, cancellationToken)).Where(p => p.CompiledAt <= at && p.Plans.Any(x => x.Plan == plan)).Select(p => new ArchivedPaper(meeting, p)));
        }

        return new PlanArchive
        {
            At = at,
            Snapshot = new(snapshot.AsImported, history.Now, snapshot.Cells, snapshot.Stamp),
            Edition = ArchiveEdition.For(caller),
            Versions = versions,
            Decisions = decisions,
            Papers = made,
        };
    }

    /// <summary>Every revision, by round, row, department and number, read from storage as it is asked for.</summary>
    public IAsyncEnumerable<ArchivedRevision> ReadLogAsync(PlanArchive archive, CancellationToken cancellationToken) =>
        reports.ReadLogAsync(archive.Snapshot.Plan.Key, cancellationToken).Select(archive.Known).Where(r => r is not null).Select(r => archive.Edition.Of(archive.Snapshot.Plan, r!));

    /// <summary>Who did what with the plan, the oldest first. Who took it out isn't among it: the same plan is the same archive.</summary>
    public async IAsyncEnumerable<AuditEntry> ReadAuditAsync(PlanArchive archive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var question = new AuditQuestion(new(DateTimeOffset.UnixEpoch, archive.At.AddDays(1)) { Refusals = false }) { Plan = archive.Snapshot.Plan.Id };
        await foreach (var entry in audit.ReadAsync(question, cancellationToken))
        {
            if (archive.Tells(entry))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The bytes of a paper's file.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadPaperAsync(PaperFile file, CancellationToken cancellationToken) =>
        await papers.FindContentAsync(area.Area, file.Sha256, cancellationToken) ?? throw new InvalidOperationException($"The content {file.Sha256} isn't in storage.");

    /// <summary>Keeps that somebody takes it out, before anything of it is sent.</summary>
    public Task KeepAsync(Caller caller, PlanArchive archive, CancellationToken cancellationToken) => kept.KeepAsync(
        area.Area,
        new AuditEntry
        {
            Id = AuditEntries.NewId(),
            At = time.GetUtcNow(),
            Action = AuditAction.PlanExported,
            By = caller.ObjectId,
            Plan = archive.Snapshot.Plan.Id,
            Subject = archive.Edition.IsWhole ? "whole" : archive.Edition.HasSmallNumbers ? "without-masked-texts" : "without-small-numbers",
            IsExample = caller.IsExample,
        }.From(caller.Origin),
        cancellationToken);
}
