using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>A plan: a joint yearly plan, an insats, or what a board follows every month. Entity set Plans.</summary>
[Description("En plan: gemensam verksamhetsplan, insats eller uppföljning.")]
public sealed record PlanRow
{
    /// <summary>The plan's id, "hsvo-2021".</summary>
    [Description("Planens id, samma i alla tabeller.")]
    public required string PlanId { get; init; }

    /// <summary>The samråd's scorecard of it in Power BI's shape.</summary>
    [Description("Planens styrkort i samrådets arbetsyta (Power BI:s scorecard).")]
    public required Guid ScorecardId { get; init; }

    /// <summary>Its title.</summary>
    [Description("Planens titel.")]
    public required string Title { get; init; }

    /// <summary>verksamhetsplan, insats or uppfoljning.</summary>
    [Description("Vad för slags dokument: verksamhetsplan, insats eller uppfoljning.")]
    public required string Kind { get; init; }

    /// <summary>samrad or monthly.</summary>
    [Description("När planens omgångar besvaras: samrad (januari, maj och oktober) eller monthly (varje månad).")]
    public required string Cadence { get; init; }

    /// <summary>The year it is for; the first of several.</summary>
    [Description("Planens år; det första om den gäller flera.")]
    public required int Year { get; init; }

    /// <summary>The first day it is for.</summary>
    [Description("Första dagen planen gäller.")]
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day it is for.</summary>
    [Description("Sista dagen planen gäller.")]
    public required DateOnly LastDay { get; init; }

    /// <summary>When it was adopted; null where the document doesn't say.</summary>
    [Description("Dagen den antogs; tomt där dokumentet inte säger det.")]
    public DateOnly? Adopted { get; init; }

    /// <summary>Who adopted it, or is to.</summary>
    [Description("Vem som antog den, eller ska göra det.")]
    public required string AdoptedBy { get; init; }

    /// <summary>The goal above all others; null where there is none.</summary>
    [Description("Det övergripande målet; tomt där dokumentet inte har något.")]
    public string? OverallGoal { get; init; }

    /// <summary>The document's own title.</summary>
    [Description("Dokumentet som planen är läst ur.")]
    public required string Document { get; init; }

    /// <summary>The registry number; null where the document has none.</summary>
    [Description("Diarienummer; tomt där dokumentet inte har något.")]
    public string? Diarienummer { get; init; }

    /// <summary>Which version of the plan this is.</summary>
    [Description("Planens version: 1 för den först inlästa.")]
    public required int Version { get; init; }

    /// <summary>When this version was imported; null where that wasn't kept.</summary>
    [Description("När versionen lästes in.")]
    public DateTimeOffset? ImportedAt { get; init; }

    /// <summary>The round that people mean when they name none.</summary>
    [Description("Planens pågående omgång.")]
    public required string CurrentRoundKey { get; init; }

    /// <summary>Whether who owes what is assumed until the office confirms it.</summary>
    [Description("Sant tills samordnarna har bekräftat vem som svarar på vad: antaget.")]
    public required bool ResponsibilityIsAssumed { get; init; }
}
