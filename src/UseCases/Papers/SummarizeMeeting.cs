using System.Security.Cryptography;
using System.Text;
using Hsvo.Domain.Meetings;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Summaries;
using Hsvo.UseCases.Proposals;
using Hsvo.UseCases.Stores;

namespace Hsvo.UseCases.Papers;

/// <summary>A meeting's summary with what it was made from.</summary>
/// <param name="Summary">The summary.</param>
/// <param name="Version">The same for the same content.</param>
/// <param name="Plans">What the next paper compares itself with.</param>
public sealed record SummarizedMeeting(MeetingSummary Summary, string Version, IReadOnlyList<PaperPlan> Plans);

/// <summary>
/// What is there to say ahead of a meeting? Each plan costs what its feed costs, and the comparison one read of the last sealed manifest.
/// </summary>
/// <param name="area">The area served.</param>
/// <param name="plans">The plans, as published.</param>
/// <param name="proposals">What is proposed.</param>
/// <param name="papers">The papers.</param>
/// <param name="time">The clock.</param>
public sealed class SummarizeMeeting(AreaOptions area, ReadPlans plans, ReadProposals proposals, IPaperStore papers, TimeProvider time)
{
    /// <summary>Summarizes a meeting on the day it is.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="edition">The edition it is for.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The summary; null when none of the agenda's plans is there.</returns>
    public async Task<SummarizedMeeting?> HandleAsync(Meeting meeting, PaperEdition edition, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var last = new LastPapers(area.Area, papers);
        var (followUps, made, versions) = (new List<PlanFollowUp>(), new List<PaperPlan>(), new List<string> { meeting.Id, $"{edition}" });
        foreach (var item in meeting.Agenda)
        {
            if (!(await plans.FindAsync(item.Plan, cancellationToken)).Succeeded(out var snapshot, out _) || snapshot.Plan.FindRound(item.Round) is not { } round)
            {
                continue;
            }

            var paper = await last.BeforeAsync(meeting, snapshot, cancellationToken);
            var (followUp, plan) = Of(snapshot, round, today, paper);
            followUps.Add(followUp);
            made.Add(plan);
            versions.AddRange([item.Plan, item.Round, snapshot.VersionOn(today), paper?.Manifest.Meeting ?? ""]);
        }

        if (followUps.Count == 0)
        {
            return null;
        }

        var toAdopt = await PlanToAdoptAsync(meeting, cancellationToken);
        var proposed = await ProposalsAsync(meeting, cancellationToken);
        versions.AddRange([$"{toAdopt?.Plan?.Id} {toAdopt?.Plan?.Version}", .. proposed?.Proposals.Select(p => p.Id) ?? []]);
        return new(
            new() { Meeting = meeting, Edition = edition, Today = today, Plans = followUps, Proposals = proposed, ToAdopt = toAdopt }, HashOf(versions), made);
    }

    /// <summary>What there is to say of one plan.</summary>
    /// <param name="snapshot">The plan, as published.</param>
    /// <param name="round">The round.</param>
    /// <param name="today">Today in Stockholm.</param>
    /// <param name="last">The last sealed paper that told of the plan; null when there is none.</param>
    public static (PlanFollowUp FollowUp, PaperPlan Made) Of(PlanSnapshot snapshot, Round round, DateOnly today, (PaperManifest Manifest, PaperPlan Plan)? last)
    {
        var status = snapshot.StatusIn(round, today);
        var standings = Standing.Of(status);
        return (
            new()
            {
                Status = status,
                Since = last is { } p ? SinceOf(p.Manifest, p.Plan, snapshot, standings) : null,
                Figures = FigureSeries.Of(snapshot.Plan, round, snapshot.Cells),
            },
            new(snapshot.Plan.Id, snapshot.Plan.Version, round.Id, RevisionsOf(snapshot, round), standings));
    }

    private async Task<ProposalsForYear?> ProposalsAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        var year = meeting.Date.Year + 1;
        return Preparations.Of(meeting) == Preparation.Priorities ? new(year, await proposals.ListStandingAsync(year, cancellationToken)) : null;
    }

    private async Task<PlanToAdopt?> PlanToAdoptAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        if (Preparations.Of(meeting) != Preparation.Adoption)
        {
            return null;
        }

        var year = meeting.Date.Year + 1;
        return new(year, (await plans.ListAsync(cancellationToken)).Select(s => s.Plan).Where(p => p.Kind == PlanKind.Verksamhetsplan && p.Year == year)
            .OrderByDescending(p => p.Adopted).ThenBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault());
    }

    private static SinceLastPaper SinceOf(PaperManifest manifest, PaperPlan paper, PlanSnapshot snapshot, IReadOnlyList<Standing> standings) => new(
        manifest.Meeting,
        manifest.MeetingDate,
        paper.Round,
        paper.Version,
        Changes.Between(paper.Standings, standings),
        CorrectionsOf(manifest, paper, snapshot));

    // The paper of an extra meeting leaves the round open until its ordinary one: what is answered there for the first time corrects nothing.
    private static IReadOnlyList<Domain.Summaries.Correction> CorrectionsOf(PaperManifest manifest, PaperPlan paper, PlanSnapshot snapshot)
    {
        var corrections = Corrections.Since(snapshot.Plan, paper.Revisions, paper.Round, snapshot.Cells);
        var meeting = snapshot.Meetings.MeetingOf(snapshot.Plan, paper.Round);
        return meeting?.Seals > StockholmTime.DateOf(manifest.CompiledAt)
            ? [.. corrections.Where(c => c.Before is not null || c.Now.Key.Round != paper.Round)]
            : corrections;
    }

    private static IReadOnlyList<UsedRevision> RevisionsOf(PlanSnapshot snapshot, Round round)
    {
        var rounds = snapshot.Plan.RoundsUpTo(round.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. snapshot.Cells.Where(c => rounds.Contains(c.Key.Round))
                .OrderBy(c => c.Key.Round, StringComparer.Ordinal).ThenBy(c => c.Key.Indicator, StringComparer.Ordinal).ThenBy(c => c.Key.Department, StringComparer.Ordinal)
                .Select(c => new UsedRevision(c.Key, c.Revision, c.Answer.IsSuppressed ? null : c.Answer.WithoutWords())),
        ];
    }

    private static string HashOf(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))).AsSpan(0, 12));
}
