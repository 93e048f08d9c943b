using Hsvo.Contracts.Api;
using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;
using Hsvo.UseCases;

namespace Hsvo.Functions.Mapping;

/// <summary>Plans in our own API's shape.</summary>
internal static class PlanMapping
{
    public static PlanList ToList(IEnumerable<PlanSnapshot> plans) => new([.. plans.Select(p => ToSummary(p.Plan))]);

    public static PlanSummary ToSummary(Plan plan) => new(plan.Id, plan.Title, plan.Year, plan.Version, plan.Kind.ToName());

    public static RoundDocument ToDocument(Round round) => new(round.Id, round.Ends, round.IsFinal, round.Reading);

    /// <summary>What the plan as a whole depends on.</summary>
    public static IReadOnlyList<ConditionDocument> ToConditions(Plan plan) => [.. plan.Conditions.Select(c => new ConditionDocument(c.Text, c.Quote))];

    /// <summary>Everything that a plan says.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="plans">All of the area's plans, for where its threads go on.</param>
    public static PlanDocument ToDocument(Plan plan, IEnumerable<Plan> plans) => ToDocument(plan, ThreadMapping.Of(plans));

    private static PlanDocument ToDocument(Plan plan, ThreadMapping threads) => new()
    {
        Plan = ToSummary(plan),
        Cadence = plan.Cadence.ToName(),
        Period = FigureMapping.ToPeriod(plan.Period),
        OverallGoal = plan.OverallGoal,
        OverallGoalQuote = plan.OverallGoalQuote,
        Adopted = plan.Adopted,
        AdoptedBy = plan.AdoptedBy,
        AdoptedQuote = plan.AdoptedQuote,
        Conditions = ToConditions(plan),
        Diarienummer = plan.Source.Diarienummer,
        Source = new(plan.Source.Document, plan.Source.Sha256),
        ResponsibilityIsAssumed = plan.ResponsibilityIsAssumed,
        Rounds = [.. plan.Rounds.Select(ToDocument)],
        Boards = [.. plan.Boards.Select(b => new BoardDocument(b.Id, b.Name, b.Abbreviation, b.Principal.ToName(), b.Quote))],
        Departments = [.. plan.Departments.Select(d => new DepartmentDocument(d.Id, d.Name, d.Principal.ToName(), d.Board, d.NameIsAssumed))],
        Bodies = [.. plan.Bodies.Select(b => new BodyDocument(b.Id, b.Name, b.Description, b.Quote, b.OwedBy))],
        Nodes = [.. plan.Nodes.Select(n => ToNode(plan, n, threads))],
        OrdinaryOperations = [.. plan.OrdinaryOperations.Select(o => new OrdinaryOperationDocument(o.Name, o.Quote, o.Threads, threads.Elsewhere(plan, o.Threads)))],
        Figures = [.. plan.Figures.Select(FigureMapping.ToDocument)],
        DerivedFigures = FigureMapping.ToDerived(plan, DerivedFigures.OfDocument(plan)),
        Threads = [.. plan.Threads.Select(t => new PlanThreadDocument(t.Id, t.Name, t.CoversPlan, threads.Elsewhere(plan, t.Id)))],
        Readings = ToReadings(plan),
    };

    public static LoadingReportDocument ToLoadingReport(Plan plan) =>
        new(ToSummary(plan), ToReadings(plan));

    private static IReadOnlyList<ReadingDocument> ToReadings(Plan plan) => [.. plan.Readings.Select(r => new ReadingDocument(r.Node, r.Kind.ToName(), r.Text))];

    private static PlanNodeDocument ToNode(Plan plan, PlanNode node, ThreadMapping threads) => new()
    {
        Id = node.Id,
        NodeKind = node.Kind.ToName(),
        Level = plan.LevelOf(node),
        ParentId = node.ParentId,
        Number = node.Number,
        Text = node.Text,
        Quote = node.Quote,
        ListQuote = node.ListQuote,
        TargetGroup = node.TargetGroup,
        Condition = node.Condition,
        Responsible = node.Responsible,
        ResponsibleQuote = node.ResponsibleQuote,
        AnswerKind = node.Indicator?.Kind.ToName(),
        Unit = node.Indicator?.Unit,
        Parts = node.Indicator?.Parts is { Count: > 0 } parts ? parts.ToDictionary(p => p.Id, p => p.Text) : null,
        CountsPeople = node.Indicator is { IsNumber: true } number ? number.CountsPeople : null,
        Measurement = node.Indicator?.Measurement is { } measurement ? new(measurement.Kind.ToName(), measurement.Since) : null,
        Fraction = node.Indicator?.Fraction is { } fraction ? new(fraction.Numerator, fraction.Denominator, fraction.CountedBy) : null,
        Target = node.Indicator?.Target is { } target ? new(target.Direction.ToName(), target.Value, target.By) : null,
        Due = node.Indicator?.Due,
        Starts = node.Indicator?.Starts,
        RefersTo = node.Indicator?.RefersTo,
        SeeAlso = node.SeeAlso,
        State = node.State?.ToName(),
        Links = [.. node.Links.Select(l => new NodeLinkDocument(l.Text, l.Document))],
        Threads = node.Threads,
        ThreadLinks = threads.Elsewhere(plan, node.Threads),
    };
}
