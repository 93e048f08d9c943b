using Hsvo.Contracts.Api;
using Hsvo.Domain.Proposals;
using Hsvo.Domain.Statuses;
using Hsvo.Domain.Summaries;
using Hsvo.Functions.Papers.Text;
using Hsvo.UseCases.Papers;

namespace Hsvo.Functions.Mapping;

/// <summary>A meeting's summary and its editions in our own API's shape.</summary>
internal static class SummaryMapping
{
    public static string AddressOf(string meeting) => $"/hsvo/v1/meetings/{meeting}/summary";

    public static string AddressOf(string meeting, string version, string file) => $"{AddressOf(meeting)}/versions/{version}/{file}";

    public static SummaryDocument ToDocument(MeetingSummary summary) => new()
    {
        Meeting = MeetingMapping.ToDocument(summary.Meeting),
        Edition = summary.Edition.ToName(),
        Today = summary.Today,
        IsExample = summary.HasExamples,
        Plans = [.. summary.Plans.Select(ToDocument)],
        Proposals = summary.Proposals is { } p
            ? new(p.Year, [.. p.Proposals.Select(ToDocument)])
            : null,
        PlanToAdopt = summary.ToAdopt is { } a
            ? new(a.Year, a.Plan is { } plan ? PlanMapping.ToSummary(plan) : null, [.. a.Findings.Select(f => new SummaryFindingDocument(f.Code, f.Node, f.Swedish))])
            : null,
    };

    public static SummaryVersionList ToDocument(string meeting, IEnumerable<ListedPaper> editions) => new(
        meeting,
        [
            .. editions.Select(m => new SummaryVersionDocument(
                m.Version,
                m.Edition.ToName(),
                m.CompiledAt,
                [.. m.Plans.Select(p => new SummaryPlanDocument(p.Plan, p.Version, p.Round, p.Answers))],
                [.. m.Files.Select(f => new SummaryFileDocument(f.Name, f.ContentType, f.Length, f.Sha256, AddressOf(meeting, m.Version, f.Name)))])),
        ]);

    private static PlanFollowUpDocument ToDocument(PlanFollowUp plan) => new()
    {
        Status = StatusMapping.ToDocument(plan.Status),
        ComparedWith = plan.Since is { } since ? new(since.Meeting, since.Date, since.Round, since.PlanVersion) : null,
        Changes = [.. (plan.Since?.Changes.Nodes ?? []).Select(c => new ChangeDocument(c.Node, c.Kind.ToName(), c.Before?.Name(), c.After?.Name()))],
        StillMissing = [.. (plan.Since?.Changes.Missing ?? []).Select(m => new StillMissingDocument(m.Node, m.Departments))],
        Corrections = [.. (plan.Since?.Corrections ?? []).Select(c => ToDocument(plan, c))],
        Disagreements = [.. plan.Indicators.Where(n => n.Agreement == Agreement.Differ).Select(n => n.Node.Id)],
        Figures =
        [
            .. plan.Figures.Select(f => new FigureSeriesDocument(
                f.Indicator.Id, f.Part?.Id, f.Department.Id, [.. f.Points.Select(p => new FigurePointDocument(p.Round, p.Value, p.IsExample))])),
        ],
        Milestones = [.. plan.Milestones.Select(m => m.Node.Id)],
    };

    private static SummaryProposalDocument ToDocument(Proposal proposal) => new(
        proposal.Id, proposal.Kind.ToName(), proposal.Text, ProposalMapping.ProposerOf(proposal), proposal.IsEnteredByOffice, proposal.DepartmentName, proposal.Board,
        proposal.Motivation, ProposalMapping.SourceOf(proposal), proposal.IsExample);

    private static CorrectionDocument ToDocument(PlanFollowUp plan, Correction correction)
    {
        var (key, now, before) = (correction.Now.Key, correction.Now, correction.Before);
        var node = plan.Plan.Node(key.Indicator);
        return new(
            key.Indicator, key.Department, key.Round, before?.Revision, before is null ? null : CorrectionsSection.SaidBefore(node, before), now.Revision,
            AnswerTexts.Said(node, now.Answer), now.Reason, now.IsExample);
    }
}
