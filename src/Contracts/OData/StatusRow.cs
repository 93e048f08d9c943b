using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>How one row of a plan stands in one round, with everything a dashboard needs and no join. Entity set StatusFeed.</summary>
[Description("Hur en rad i en plan går i en omgång, med allt en rapport behöver och utan relationer.")]
public sealed record StatusRow : NodeRow
{
    /// <summary>Plan, round and node.</summary>
    [Description("Nyckel: plan, omgång och rad.")]
    public required string StatusKey { get; init; }

    /// <summary>The plan's title.</summary>
    [Description("Planens titel.")]
    public required string PlanTitle { get; init; }

    /// <summary>The plan's kind.</summary>
    [Description("Vad för slags dokument: verksamhetsplan, insats eller uppfoljning.")]
    public required string PlanKind { get; init; }

    /// <summary>The plan's year.</summary>
    [Description("Planens år.")]
    public required int PlanYear { get; init; }

    /// <summary>Plan and round.</summary>
    [Description("Omgångens nyckel: plan och omgång.")]
    public required string RoundKey { get; init; }

    /// <summary>The round's id in its plan.</summary>
    [Description("Omgångens id i sin plan.")]
    public required string RoundId { get; init; }

    /// <summary>The round's name.</summary>
    [Description("Omgångens namn.")]
    public required string RoundName { get; init; }

    /// <summary>The date that ends the round.</summary>
    [Description("Omgångens sista dag; Power BI:s nyckel för ett värde.")]
    public required DateOnly RoundEnds { get; init; }

    /// <summary>Whether the round is the plan's current one.</summary>
    [Description("Sant i den pågående omgången.")]
    public required bool IsCurrentRound { get; init; }

    /// <summary>The last day to answer in time; null while the round has no days.</summary>
    [Description("Sista dagen att svara i tid; tomt så länge omgången saknar dagar.")]
    public DateOnly? Due { get; init; }

    /// <summary>The meeting that follows the round up; null while there is none.</summary>
    [Description("Mötet som följer upp omgången; tomt så länge det saknas.")]
    public string? MeetingId { get; init; }

    /// <summary>The meeting's day.</summary>
    [Description("Mötesdagen.")]
    public DateOnly? MeetingDate { get; init; }

    /// <summary>The focus area it is or stands below.</summary>
    [Description("Fokusområdets nyckel.")]
    public required string FocusAreaKey { get; init; }

    /// <summary>Its text.</summary>
    [Description("Fokusområdets text.")]
    public required string FocusAreaText { get; init; }

    /// <summary>The goal it is or stands below; null for a focus area.</summary>
    [Description("Målets nyckel; tomt för ett fokusområde.")]
    public string? GoalKey { get; init; }

    /// <summary>Its text.</summary>
    [Description("Målets text.")]
    public string? GoalText { get; init; }

    /// <summary>The priority area it is or stands below.</summary>
    [Description("Det prioriterade områdets nyckel.")]
    public string? PriorityAreaKey { get; init; }

    /// <summary>Its text.</summary>
    [Description("Det prioriterade områdets text.")]
    public string? PriorityAreaText { get; init; }

    /// <summary>The activity it is or stands below.</summary>
    [Description("Aktivitetens nyckel.")]
    public string? ActivityKey { get; init; }

    /// <summary>Its text.</summary>
    [Description("Aktivitetens text.")]
    public string? ActivityText { get; init; }

    /// <summary>The indicator, when it is one.</summary>
    [Description("Indikatorns nyckel, för en indikator.")]
    public string? IndicatorKey { get; init; }

    /// <summary>Its text.</summary>
    [Description("Indikatorns text, för en indikator.")]
    public string? IndicatorText { get; init; }

    /// <summary>How an indicator is answered.</summary>
    [Description("Hur en indikator besvaras.")]
    public string? AnswerKind { get; init; }

    /// <summary>On what an indicator depends.</summary>
    [Description("Villkor, med dokumentets ord.")]
    public string? Condition { get; init; }

    /// <summary>Power BI's status id, 0 to 5; null when nothing answered below says.</summary>
    [Description("Läge som tal: 0 ej påbörjad, 1 enligt plan, 2 i riskzonen, 3 efter plan, 4 försenad, 5 klar; tomt där inget svar säger det.")]
    public int? StatusId { get; init; }

    /// <summary>The status' name.</summary>
    [Description("Läge: notStarted, onTrack, atRisk, behind, overdue eller completed.")]
    public string? StatusName { get; init; }

    /// <summary>The status in Swedish.</summary>
    [Description("Läge på svenska.")]
    public string? StatusText { get; init; }

    /// <summary>Which rule of the roll-up gave it.</summary>
    [Description("Regeln som gav läget.")]
    public required string ReasonRule { get; init; }

    /// <summary>Why it stands so, in Swedish.</summary>
    [Description("Varför det står så.")]
    public required string ReasonText { get; init; }

    /// <summary>The node ids of the indicators that decided.</summary>
    [Description("Indikatorerna som avgjorde, med kommatecken mellan.")]
    public string? DecidedBy { get; init; }

    /// <summary>Answers that count.</summary>
    [Description("Hur många svar som räknas.")]
    public required int Answered { get; init; }

    /// <summary>Answers owed.</summary>
    [Description("Hur många svar som ska finnas.")]
    public required int Owed { get; init; }

    /// <summary>"1 av 7".</summary>
    [Description("Täckning i ord, till exempel 1 av 7.")]
    public required string Coverage { get; init; }

    /// <summary>The most pressing of the round's answers: missing, due, late, reported, notApplicable or notDue; null where nobody owes one.</summary>
    [Description("Det mest angelägna av omgångens svar: missing, due, late, reported, notApplicable eller notDue; tomt där ingen ska svara.")]
    public string? Reporting { get; init; }

    /// <summary>The same in Swedish.</summary>
    [Description("Detsamma på svenska.")]
    public string? ReportingText { get; init; }

    /// <summary>How many answers of the round came in time.</summary>
    [Description("Omgångens svar som kom i tid.")]
    public required int ReportedCount { get; init; }

    /// <summary>How many came late.</summary>
    [Description("Omgångens svar som kom sent.")]
    public required int LateCount { get; init; }

    /// <summary>How many are awaited.</summary>
    [Description("Omgångens svar som väntas.")]
    public required int DueCount { get; init; }

    /// <summary>How many are missing.</summary>
    [Description("Omgångens svar som saknas.")]
    public required int MissingCount { get; init; }

    /// <summary>How many say that the row doesn't concern the unit.</summary>
    [Description("Omgångens svar som säger att raden inte berör.")]
    public required int NotApplicableCount { get; init; }

    /// <summary>How many aren't awaited.</summary>
    [Description("Omgångens svar som inte väntas.")]
    public required int NotDueCount { get; init; }

    /// <summary>What an indicator's answers say together, as a number; null where units differ.</summary>
    [Description("Indikatorns svar som tal; tomt där förvaltningarna svarar olika.")]
    public double? Value { get; init; }

    /// <summary>The same as people read it.</summary>
    [Description("Indikatorns svar i ord; tomt där förvaltningarna svarar olika.")]
    public string? ValueText { get; init; }

    /// <summary>agree, differ or onePrincipalMissing; null where that can't be asked.</summary>
    [Description("Om förvaltningarna är överens: agree, differ eller onePrincipalMissing; tomt där det inte kan sägas.")]
    public string? Agreement { get; init; }

    /// <summary>Whether an answer of an indicator isn't shown, since it counts few people.</summary>
    [Description("Sant där något av indikatorns svar inte visas, eftersom det räknar få personer.")]
    public required bool IsSuppressed { get; init; }

    /// <summary>Whether who owes what is assumed.</summary>
    [Description("Sant tills samordnarna har bekräftat vem som svarar på vad: antaget.")]
    public required bool ResponsibilityIsAssumed { get; init; }

    /// <summary>Whether any answer below, or the meeting, is an example.</summary>
    [Description("Sant där något svar, eller mötet, är ett exempel.")]
    public required bool IsExample { get; init; }
}
