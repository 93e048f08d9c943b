using System.ComponentModel;

namespace Hsvo.Contracts.OData;

/// <summary>A reporting unit. Entity set Departments.</summary>
[Description("Rapporterande förvaltning.")]
public sealed record DepartmentRow
{
    /// <summary>The unit's id.</summary>
    [Description("Förvaltningens id.")]
    public required string DepartmentId { get; init; }

    /// <summary>Its name.</summary>
    [Description("Förvaltningens namn.")]
    public required string Name { get; init; }

    /// <summary>kommun, region, joint or otherAuthority.</summary>
    [Description("Huvudman: kommun, region, joint (gemensam) eller otherAuthority (annan myndighet).")]
    public required string Principal { get; init; }

    /// <summary>The board it serves; null for the coordinating office.</summary>
    [Description("Nämnden som den är kontor åt; tomt för samordnarna.")]
    public string? BoardId { get; init; }

    /// <summary>Its workspace in Power BI's shape.</summary>
    [Description("Förvaltningens arbetsyta (Power BI:s group).")]
    public required Guid GroupId { get; init; }

    /// <summary>Whether the name is our reading.</summary>
    [Description("Sant där namnet inte står i något dokument: antaget.")]
    public required bool NameIsAssumed { get; init; }
}

/// <summary>A board. Entity set Boards.</summary>
[Description("Nämnd eller styrelse.")]
public sealed record BoardRow
{
    /// <summary>The board's id.</summary>
    [Description("Nämndens id.")]
    public required string BoardId { get; init; }

    /// <summary>Its name.</summary>
    [Description("Nämndens namn.")]
    public required string Name { get; init; }

    /// <summary>The document's abbreviation.</summary>
    [Description("Nämndens förkortning i dokumentet.")]
    public required string Abbreviation { get; init; }

    /// <summary>kommun, region, joint or otherAuthority.</summary>
    [Description("Huvudman: kommun, region, joint (gemensam) eller otherAuthority (annan myndighet).")]
    public required string Principal { get; init; }
}
