using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>
/// One revision of one answer as everyone may see it. Entity sets Reports, where every one is kept, in their key's order, and CurrentReports, those that
/// count. Of a row that counts people Reports shows no number at all, and CurrentReports those that aren't small.
/// </summary>
[Description("Rapport: en förvaltnings svar på en indikator i en omgång, med det läge svaret ger.")]
public sealed record ReportRow
{
    /// <summary>Plan, round, indicator, department and revision, in the order that the facts stand.</summary>
    [Description("Rapportens nyckel: plan, omgång, rad, förvaltning och nummer.")]
    public required string ReportKey { get; init; }

    /// <summary>Plan, round, indicator and department: the same for every revision of one answer.</summary>
    [Description("Svarets nyckel: plan, omgång, rad och förvaltning, samma för alla rättelser av ett svar.")]
    public required string CellKey { get; init; }

    /// <summary>The plan.</summary>
    [Description("Planens id.")]
    public required string PlanId { get; init; }

    /// <summary>Plan and round.</summary>
    [Description("Omgångens nyckel: plan och omgång.")]
    public required string RoundKey { get; init; }

    /// <summary>The round's id in its plan.</summary>
    [Description("Omgångens id i sin plan.")]
    public required string RoundId { get; init; }

    /// <summary>Plan and node. An answer to a row that the plan has no longer has no indicator to go with it.</summary>
    [Description("Indikatorns nyckel: plan och rad. Svar på en rad som planen inte längre har finns kvar utan indikator.")]
    public required string IndicatorKey { get; init; }

    /// <summary>The indicator's node id.</summary>
    [Description("Indikatorns id i sin plan.")]
    public required string NodeId { get; init; }

    /// <summary>The samråd's scorecard in Power BI's shape.</summary>
    [Description("Planens styrkort i samrådets arbetsyta (Power BI:s scorecard).")]
    public required Guid ScorecardId { get; init; }

    /// <summary>The indicator as a goal of that scorecard.</summary>
    [Description("Indikatorn som mål på det styrkortet (Power BI:s goal).")]
    public required Guid GoalId { get; init; }

    /// <summary>Who answers.</summary>
    [Description("Förvaltningens id.")]
    public required string DepartmentId { get; init; }

    /// <summary>1 for the first answer, one more with each correction.</summary>
    [Description("1 för det första svaret, ett mer för varje rättelse.")]
    public required int Revision { get; init; }

    /// <summary>yes, no, number, date, text or parts; null without a value that is shown.</summary>
    [Description("Vad för slags svar: yes, no, number, date, text eller parts (svar per del); tomt där inget värde finns eller visas.")]
    public string? ValueKind { get; init; }

    /// <summary>The number; ja and a date reached are 1, nej is 0. Null for words, compound numbers and what isn't shown.</summary>
    [Description("Svaret som tal: ja och uppnått datum är 1, nej är 0. Tomt för ord, sammansatta tal och det som inte visas.")]
    public double? Value { get; init; }

    /// <summary>What was counted, of a percentage that was given with it.</summary>
    [Description("Täljaren, där en andel lämnades med den.")]
    public double? Numerator { get; init; }

    /// <summary>What it is a share of, of a percentage that was given with it.</summary>
    [Description("Nämnaren, där en andel lämnades med den.")]
    public double? Denominator { get; init; }

    /// <summary>The answer as people read it.</summary>
    [Description("Svaret i ord.")]
    public required string ValueText { get; init; }

    /// <summary>The day a milestone was reached.</summary>
    [Description("Dagen en milstolpe nåddes.")]
    public DateOnly? ReachedOn { get; init; }

    /// <summary>The reporter's own judgement, as Power BI's status id.</summary>
    [Description("Förvaltningens egen bedömning som tal: 0 ej påbörjad, 1 enligt plan, 2 i riskzonen, 3 efter plan, 4 försenad, 5 klar.")]
    public int? AssessmentId { get; init; }

    /// <summary>The judgement's name.</summary>
    [Description("Förvaltningens egen bedömning.")]
    public string? Assessment { get; init; }

    /// <summary>The status that the answer gives, as Power BI's id; null where it says nothing of it.</summary>
    [Description("Läget som svaret ger, som tal: 0 ej påbörjad, 1 enligt plan, 2 i riskzonen, 3 efter plan, 4 försenad, 5 klar; tomt där svaret inte säger det.")]
    public int? StatusId { get; init; }

    /// <summary>The status' name.</summary>
    [Description("Läget som svaret ger: notStarted, onTrack, atRisk, behind, overdue eller completed.")]
    public string? StatusName { get; init; }

    /// <summary>The status in Swedish.</summary>
    [Description("Läget som svaret ger, på svenska.")]
    public string? StatusText { get; init; }

    /// <summary>What gave the status, in Swedish.</summary>
    [Description("Vad som gav läget.")]
    public string? RuleText { get; init; }

    /// <summary>Whether the cell's first answer came after the last day; null while the round has no days.</summary>
    [Description("Sant där det första svaret kom efter sista dagen; tomt så länge omgången saknar dagar.")]
    public bool? IsLate { get; init; }

    /// <summary>Whether the row is said not to concern the unit.</summary>
    [Description("Sant där raden inte berör förvaltningen.")]
    public required bool NotApplicable { get; init; }

    /// <summary>Whether the answer isn't shown, since it counts few people.</summary>
    [Description("Sant där svaret inte visas, eftersom det räknar få personer.")]
    public required bool IsSuppressed { get; init; }

    /// <summary>Whether the unit took its answer back with this revision, and gives none.</summary>
    [Description("Sant där förvaltningen tog tillbaka sitt svar, och inte har något.")]
    public required bool IsWithdrawn { get; init; }

    /// <summary>The comment.</summary>
    [Description("Kommentar.")]
    public string? Comment { get; init; }

    /// <summary>Why it was corrected or isn't applicable.</summary>
    [Description("Varför svaret rättades eller inte berör.")]
    public string? Reason { get; init; }

    /// <summary>Whether something that was written is hidden.</summary>
    [Description("Sant där något som skrevs är dolt.")]
    public required bool IsMasked { get; init; }

    /// <summary>accept or sendBack; null where the coordinator has said nothing.</summary>
    [Description("Samordnarnas granskning: accept (godtaget) eller sendBack (skickat tillbaka); tomt där ingen finns.")]
    public string? Review { get; init; }

    /// <summary>What the coordinator asks.</summary>
    [Description("Samordnarnas fråga om svaret.")]
    public string? Question { get; init; }

    /// <summary>When this revision was stored.</summary>
    [Description("När svaret lämnades.")]
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When the cell's first revision was stored.</summary>
    [Description("När det första svaret lämnades.")]
    public required DateTimeOffset FirstReportedAt { get; init; }

    /// <summary>Whether it is an example.</summary>
    [Description("Sant för ett exempel, som inte är ett riktigt svar.")]
    public required bool IsExample { get; init; }
}
