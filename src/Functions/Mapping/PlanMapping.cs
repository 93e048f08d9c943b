using Hsvo.Contracts.Api;
using Hsvo.Domain.Plans;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Plans in our own API's shape.</summary>
internal static class PlanMapping
{
    public static PlanList ToList(IEnumerable<PlanSnapshot> plans) => new([.. plans.Select(p => ToSummary(p.Plan))]);

    public static PlanSummary ToSummary(Plan plan) => new(plan.Id, plan.Title, plan.Year, plan.Version);

    public static RoundDocument ToDocument(Round round) => new(round.Id, round.Ends, round.IsFinal, round.Reading);

    public static PlanDocument ToDocument(Plan plan) => new()
    {
        Plan = ToSummary(plan),
        OverallGoal = plan.OverallGoal,
        Adopted = plan.Adopted,
        AdoptedBy = plan.AdoptedBy,
        Diarienummer = plan.Source.Diarienummer,
        Source = new(plan.Source.Document, plan.Source.Sha256),
        ResponsibilityIsAssumed = plan.ResponsibilityIsAssumed,
        Rounds = [.. plan.Rounds.Select(ToDocument)],
        Boards = [.. plan.Boards.Select(b => new BoardDocument(b.Id, b.Name, b.Abbreviation, b.Principal.ToName(), b.Quote))],
        Departments = [.. plan.Departments.Select(d => new DepartmentDocument(d.Id, d.Name, d.Principal.ToName(), d.Board, d.NameIsAssumed))],
        Bodies = [.. plan.Bodies.Select(b => new BodyDocument(b.Id, b.Name, b.Description, b.Quote, b.OwedBy))],
        Nodes = [.. plan.Nodes.Select(n => ToNode(plan, n))],
        OrdinaryOperations = [.. plan.OrdinaryOperations.Select(o => new OrdinaryOperationDocument(o.Name, o.Quote))],
    };

    public static LoadingReportDocument ToLoadingReport(Plan plan) =>
        new(ToSummary(plan), [.. plan.Readings.Select(r => new ReadingDocument(r.Node, r.Kind.ToName(), r.Text))]);

    private static PlanNodeDocument ToNode(Plan plan, PlanNode node) => new()
    {
        Id = node.Id,
        NodeKind = node.Kind.ToName(),
        Level = plan.LevelOf(node),
        ParentId = node.ParentId,
        Number = node.Number,
        Text = node.Text,
        Quote = node.Quote,
        TargetGroup = node.TargetGroup,
        Condition = node.Condition,
        Responsible = node.Responsible,
        AnswerKind = node.Indicator?.Kind.ToName(),
        Unit = node.Indicator?.Unit,
        Parts = node.Indicator?.Parts is { Count: > 0 } parts ? parts.ToDictionary(p => p.Id, p => p.Text) : null,
        CountsPeople = node.Indicator is { IsNumber: true } number ? number.CountsPeople : null,
        Target = node.Indicator?.Target is { } target ? new(target.Direction.ToName(), target.Value) : null,
        Due = node.Indicator?.Due,
        RefersTo = node.Indicator?.RefersTo,
        SeeAlso = node.SeeAlso,
    };
}
