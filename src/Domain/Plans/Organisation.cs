namespace Hsvo.Domain.Plans;

/// <summary>Huvudman: who runs a board and its office.</summary>
public enum Principal
{
    /// <summary>Uppsala kommun.</summary>
    Kommun,

    /// <summary>Region Uppsala.</summary>
    Region,

    /// <summary>Both together: the coordinating office is financed by the two.</summary>
    Joint,

    /// <summary>Another authority: Arbetsförmedlingen, Försäkringskassan.</summary>
    OtherAuthority,
}

/// <summary>Nämnd eller styrelse, as the document names it.</summary>
/// <param name="Id">The board's id: its abbreviation in the document, in a-z.</param>
/// <param name="Name">The board's name.</param>
/// <param name="Abbreviation">The document's abbreviation, "AMN".</param>
/// <param name="Principal">Whose board it is.</param>
/// <param name="Quote">Where the document names it.</param>
public sealed record Board(string Id, string Name, string Abbreviation, Principal Principal, string Quote);

/// <summary>Ansvarigt organ: what the Ansvar column names.</summary>
/// <param name="Id">The body's id: "tl", "au", "samrad".</param>
/// <param name="Name">The body's name, "TL HSVO Uppsala".</param>
/// <param name="Description">Who sits in it, in the document's words.</param>
/// <param name="Quote">Where the document tells of it.</param>
/// <param name="OwedBy">The departments that answer a row of this body: versioned configuration, see <see cref="Plan.ResponsibilityIsAssumed"/>.</param>
public sealed record ResponsibleBody(string Id, string Name, string Description, string Quote, IReadOnlyList<string> OwedBy);

/// <summary>Förvaltning: a reporting unit, the office of one board or the coordinating office.</summary>
/// <param name="Id">The unit's id.</param>
/// <param name="Name">The unit's name: the document's own, else "förvaltningen under …".</param>
/// <param name="Principal">Whose unit it is.</param>
/// <param name="Board">The board it serves; null for the coordinating office.</param>
/// <param name="NameIsAssumed">Whether the name is our reading and in no document.</param>
public sealed record Department(string Id, string Name, Principal Principal, string? Board, bool NameIsAssumed);
