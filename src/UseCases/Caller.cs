using Hsvo.Domain.Audit;

namespace Hsvo.UseCases;

/// <summary>Who asks: a person or a system, as its token and the configuration say.</summary>
/// <param name="ObjectId">The token's object id.</param>
/// <param name="Roles">The app roles.</param>
/// <param name="Department">The department it reports for, by configuration and never by the request; null for none.</param>
/// <param name="IsExample">Whether configuration marks it as an example identity.</param>
public sealed record Caller(string ObjectId, IReadOnlySet<Role> Roles, string? Department, bool IsExample)
{
    /// <summary>The request that it asks in; null outside one.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Whether the caller has a role.</summary>
    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>App roles, for people and systems alike.</summary>
public enum Role
{
    /// <summary>Reads status and plans.</summary>
    Reader,

    /// <summary>Reports for its department; reads too.</summary>
    Reporter,

    /// <summary>The coordinating office: sets meetings; reads, and reports for the unit it is mapped to.</summary>
    Coordinator,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,
}
