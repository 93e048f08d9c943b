using Hsvo.Domain.Plans;

namespace Hsvo.Domain.Drafting;

/// <summary>A cell, or one of the things in it, that becomes a node.</summary>
internal sealed class DraftItem(NodeKind kind, string quote, TablePlace place)
{
    public NodeKind Kind { get; } = kind;

    /// <summary>Its words; a row that continues on another page may add to them.</summary>
    public string Quote { get; set; } = quote;

    public TablePlace Place { get; } = place;

    /// <summary>For an indicator, the activity that it belongs to.</summary>
    public DraftItem? Under { get; set; }

    /// <summary>Given when all of its goal has been read.</summary>
    public string Id { get; set; } = "";
}

/// <summary>Whose the fourth column says a row is.</summary>
internal enum ResponsibleState
{
    /// <summary>The cell says it.</summary>
    Own,

    /// <summary>The cell is merged with the one above.</summary>
    Shared,

    /// <summary>The cell is empty.</summary>
    Empty,
}

/// <summary>A row of the plan's table: it opens a priority area or continues one.</summary>
internal sealed class DraftRow(TablePlace place)
{
    public TablePlace Place { get; } = place;

    /// <summary>The målgrupp of its table.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>Whether no row of its table stands above it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The priority area that it opens.</summary>
    public DraftItem? Opens { get; init; }

    /// <summary>The priority area that it belongs to; null where its table has named none.</summary>
    public DraftItem? Area { get; init; }

    public List<DraftItem> Activities { get; } = [];

    public List<DraftItem> Indicators { get; } = [];

    /// <summary>Whether it was told from others by rules.</summary>
    public bool IsBetweenRules { get; init; }

    /// <summary>The activity above that its indicators belong to, where it has none of its own and shares that one's cell.</summary>
    public DraftItem? SharedActivity { get; init; }

    public ResponsibleState State { get; set; }

    /// <summary>The Ansvar cell's paragraphs.</summary>
    public List<string> Responsible { get; } = [];

    /// <summary>What its Ansvar cell answers for: the priority area that it opens, and its indicators.</summary>
    public IReadOnlyList<DraftItem> Answering => [.. Opens is null ? [] : new[] { Opens }, .. Indicators];

    /// <summary>What stands first in it: where the plan tells the Ansvar cell.</summary>
    public DraftItem? Opening => Opens ?? Indicators.Concat(Activities).FirstOrDefault();
}

/// <summary>The columns of the plans' tables.</summary>
internal enum PlanColumn
{
    PriorityArea,
    Activities,
    Indicators,
    Responsible,
}
