using System.Text.Json;
using System.Text.Json.Nodes;
using Hsvo.Contracts.Api;
using Hsvo.Domain.Figures;
using Hsvo.Domain.Plans;
using Hsvo.Domain.Reports;
using Hsvo.Functions.Mapping;

namespace Hsvo.Functions.Http.Api;

/// <summary>Reads a plan's document back into the plan: what <c>GET /hsvo/v1/plans/{plan}</c> gives, <c>POST /hsvo/v1/plans</c> takes.</summary>
/// <param name="faults">Gets every fault.</param>
internal sealed class PlanDocumentReader(ICollection<FieldError> faults)
{
    /// <summary>The largest document, in bytes: three times the largest of the real ones.</summary>
    public const int MaxBytes = 400 * 1024;

    // What the answer tells besides what the plan says: taken back, and left aside.
    private static readonly Dictionary<string, JsonNode?> Derived = new(StringComparer.Ordinal)
    {
        ["level"] = 0,
        ["version"] = 0,
        ["threadLinks"] = new JsonArray(),
        ["result"] = null,
    };

    /// <summary>Reads a plan, and the version it says it was made from; null when a fault was added.</summary>
    public (Plan Plan, int? BasedOn)? Read(JsonElement body)
    {
        var before = faults.Count;
        if (new DocumentShape(faults).Read<PlanDocument>(body, Derived) is not { } document)
        {
            return null;
        }

        var plan = ToPlan(document);
        return faults.Count == before ? (plan, document.Plan.Version == 0 ? null : document.Plan.Version) : null;
    }

    private Plan ToPlan(PlanDocument document) => new()
    {
        Area = "",
        Id = document.Plan.Id,
        Kind = Name<PlanKind>("plan/kind", document.Plan.Kind),
        Cadence = Name<PlanCadence>("cadence", document.Cadence),
        Title = document.Plan.Title,
        Year = document.Plan.Year,
        Period = ToPeriod(document.Period),
        Adopted = document.Adopted,
        AdoptedBy = document.AdoptedBy,
        AdoptedQuote = document.AdoptedQuote,
        OverallGoal = document.OverallGoal,
        OverallGoalQuote = document.OverallGoalQuote,
        Conditions = [.. document.Conditions.Select(c => new PlanCondition(c.Text, c.Quote))],
        Source = new(document.Source.Document, document.Diarienummer, document.Source.Sha256),
        Rounds = [.. document.Rounds.Select(r => new Round(r.Id, r.Ends, r.IsFinal, r.Reading))],
        Boards = [.. document.Boards.Select((b, i) => new Board(b.Id, b.Name, b.Abbreviation, Name<Principal>($"boards/{i}/principal", b.Principal), b.Quote))],
        Bodies = [.. document.Bodies.Select(b => new ResponsibleBody(b.Id, b.Name, b.Description, b.Quote, b.OwedBy))],
        Departments =
        [
            .. document.Departments.Select((d, i) => new Department(d.Id, d.Name, Name<Principal>($"departments/{i}/principal", d.Principal), d.Board, d.NameIsAssumed)),
        ],
        ResponsibilityIsAssumed = document.ResponsibilityIsAssumed,
        OrdinaryOperations = [.. document.OrdinaryOperations.Select(o => new OrdinaryOperation(o.Name, o.Quote) { Threads = o.Threads })],
        Figures = [.. document.Figures.Select(ToFigure)],
        DerivedFigures =
        [
            .. document.DerivedFigures.Select((f, i) => new DerivedFigureSpec(
                f.Id, Name<DerivedFigureFormula>($"derivedFigures/{i}/formula", f.Formula), f.Node, f.Text, f.Count, f.Share)),
        ],
        Threads = [.. document.Threads.Select(t => new PlanThread(t.Id, t.Name, t.CoversPlan))],
        Readings = [.. document.Readings.Select((r, i) => new Reading(r.Node, Name<ReadingKind>($"readings/{i}/kind", r.Kind), r.Text))],
        Nodes = [.. document.Nodes.Select((n, i) => ToNode(n, $"nodes/{i}"))],
    };

    private PlanNode ToNode(PlanNodeDocument node, string place) => new()
    {
        Id = node.Id,
        Kind = Name<NodeKind>($"{place}/nodeKind", node.NodeKind),
        ParentId = node.ParentId,
        Number = node.Number,
        Text = node.Text,
        Quote = node.Quote,
        ListQuote = node.ListQuote,
        Responsible = node.Responsible,
        ResponsibleQuote = node.ResponsibleQuote,
        Indicator = ToSpec(node, place),
        TargetGroup = node.TargetGroup,
        Condition = node.Condition,
        SeeAlso = node.SeeAlso,
        State = node.State is { } state ? Name<ActivityState>($"{place}/state", state) : null,
        Links = [.. node.Links.Select(l => new NodeLink(l.Text, l.Document))],
        Threads = node.Threads,
    };

    private IndicatorSpec? ToSpec(PlanNodeDocument node, string place)
    {
        if (node.AnswerKind is not { } kind)
        {
            RefuseAnswerFields(node, place);
            return null;
        }

        return new()
        {
            Kind = Name<IndicatorKind>($"{place}/answerKind", kind),
            Unit = node.Unit,
            Parts = [.. (node.Parts ?? new Dictionary<string, string>()).Select(p => new IndicatorPart(p.Key, p.Value))],
            Measurement = node.Measurement is { } measurement ? new(Name<MeasurementKind>($"{place}/measurement/kind", measurement.Kind), measurement.Since) : null,
            Fraction = node.Fraction is { } fraction ? new(fraction.Numerator, fraction.Denominator, fraction.CountedBy) : null,
            Target = node.Target is { } target ? new(Name<TargetDirection>($"{place}/target/direction", target.Direction), target.Value, target.By) : null,
            Due = node.Due,
            Starts = node.Starts,
            RefersTo = node.RefersTo,
            CountsPeople = node.CountsPeople ?? false,
        };
    }

    // How a row is answered stands in fields of the row: without a kind of answer they would be lost without a word.
    private void RefuseAnswerFields(PlanNodeDocument node, string place)
    {
        (string Name, object? Value)[] fields =
        [
            ("unit", node.Unit), ("parts", node.Parts), ("measurement", node.Measurement), ("fraction", node.Fraction), ("target", node.Target), ("due", node.Due),
            ("starts", node.Starts), ("refersTo", node.RefersTo), ("countsPeople", node.CountsPeople),
        ];
        foreach (var (name, _) in fields.Where(f => f.Value is not null))
        {
            faults.Add(new("answer.notAllowed", $"{place}/{name}", "Raden har inget answerKind, och då inte heller detta fält.", "The row has no answerKind, and so not this field either."));
        }
    }

    private DocumentFigure ToFigure(FigureDocument figure, int order) => new()
    {
        Id = figure.Id,
        Text = figure.Text,
        Node = figure.Node,
        Round = figure.Round,
        Value = figure.Value,
        Unit = figure.Unit,
        IsApproximate = figure.IsApproximate,
        Bound = figure.Bound is { } bound ? Name<TargetDirection>($"figures/{order}/bound", bound) : null,
        Period = ToPeriod(figure.Period),
        AsWritten = figure.AsWritten,
        Quote = figure.Quote,
    };

    private static PlanPeriod? ToPeriod(PeriodDocument? period) => period is null ? null : new(period.From, period.Through);

    private T Name<T>(string place, string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToName() == name)
            {
                return value;
            }
        }

        var names = string.Join(", ", Enum.GetValues<T>().Select(v => v.ToName()));
        faults.Add(new("field.type", place, $"Fältet ska vara ett av: {names}.", $"The field must be one of: {names}."));
        return default;
    }
}
