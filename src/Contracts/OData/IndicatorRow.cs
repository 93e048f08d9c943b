using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>An indicator: what a förvaltning answers. Entity set Indicators.</summary>
[Description("Indikator: det som förvaltningarna svarar på.")]
public sealed record IndicatorRow : NodeRow
{
    /// <summary>Plan and node.</summary>
    [Description("Indikatorns nyckel: plan och rad.")]
    public required string IndicatorKey { get; init; }

    /// <summary>The activity above; null where it belongs to more than one.</summary>
    [Description("Aktiviteten som indikatorn hör till; tomt där den står under ett område eller mål.")]
    public string? ActivityKey { get; init; }

    /// <summary>The priority area above; null where it stands under a goal.</summary>
    [Description("Det prioriterade område som indikatorn hör till; tomt där den står under ett mål.")]
    public string? PriorityAreaKey { get; init; }

    /// <summary>The goal above.</summary>
    [Description("Målet som indikatorn hör till.")]
    public required string GoalKey { get; init; }

    /// <summary>The focus area above.</summary>
    [Description("Fokusområdet som indikatorn hör till.")]
    public required string FocusAreaKey { get; init; }

    /// <summary>deliverable, continuing, count, percentage, amount, milestone, qualitative or reference.</summary>
    [Description("Hur den besvaras: deliverable, continuing (ja eller nej), count, percentage, amount (tal), milestone (datum), qualitative (ord) eller reference (visar en annan rad).")]
    public required string AnswerKind { get; init; }

    /// <summary>What is counted; null where it isn't a number.</summary>
    [Description("Vad som räknas.")]
    public string? Unit { get; init; }

    /// <summary>The parts of a compound row; null for a row of one value.</summary>
    [Description("Delarna i en sammansatt rad, med semikolon mellan; tomt för en rad med ett värde.")]
    public string? Parts { get; init; }

    /// <summary>atLeast, atMost, moreThan or lessThan; null without a target.</summary>
    [Description("Målvärdets riktning: atLeast, atMost, moreThan eller lessThan; tomt utan målvärde.")]
    public string? TargetDirection { get; init; }

    /// <summary>The target; null where the document states none.</summary>
    [Description("Målvärdet; tomt där dokumentet inte anger något.")]
    public double? TargetValue { get; init; }

    /// <summary>The last day to reach the target, or a milestone; null where none is named.</summary>
    [Description("Sista dagen att nå målvärdet eller milstolpen; tomt där ingen anges.")]
    public DateOnly? TargetBy { get; init; }

    /// <summary>The indicator that a reference shows; null for every other.</summary>
    [Description("Indikatorn som en hänvisning visar.")]
    public string? RefersToKey { get; init; }

    /// <summary>Whether it counts people who get care or support, so that small numbers aren't shown.</summary>
    [Description("Om den räknar personer som får vård eller stöd, så att små tal inte visas.")]
    public required bool CountsPeople { get; init; }

    /// <summary>On what it depends, in the document's words; null where on nothing.</summary>
    [Description("Villkor, med dokumentets ord; tomt där det inte finns något.")]
    public string? Condition { get; init; }

    /// <summary>The names of the bodies that answer for it; null where the document names none.</summary>
    [Description("Ansvariga organ, med kommatecken mellan; tomt där inget nämns.")]
    public string? Responsible { get; init; }

    /// <summary>How many departments owe an answer.</summary>
    [Description("Hur många förvaltningar som ska svara.")]
    public required int OwedBy { get; init; }
}
