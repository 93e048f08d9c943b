namespace Hsvo.Functions.Http;

/// <summary>Who may call a function. A function without this attribute is refused to everyone.</summary>
/// <param name="access">The rule.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute(Access access) : Attribute
{
    /// <summary>The rule.</summary>
    public Access Access { get; } = access;
}

/// <summary>The rules of access.</summary>
public enum Access
{
    /// <summary>Any role: reader, reporter, coordinator or auditor.</summary>
    Read,

    /// <summary>A reporter or a coordinator; whose rows, the use case decides.</summary>
    Report,

    /// <summary>A coordinator.</summary>
    Coordinate,

    /// <summary>An auditor or a coordinator: who did what.</summary>
    Audit,

    /// <summary>Any role; everyone when the setting OpenStatusPage is true.</summary>
    Page,

    /// <summary>Any role; everyone when the setting OpenCalendar is true, or OpenStatusPage, which tells as much: days that calendars, which send no token, ask for.</summary>
    Calendar,

    /// <summary>Any role; everyone when the setting OpenData:IsOpen is true: the published edition as files, and the catalogue of them.</summary>
    OpenData,

    /// <summary>Everyone, signed in or not: what the API says of itself.</summary>
    Open,

    /// <summary>Everyone, signed in or not: answers that tell nothing but what addresses there are. What a catch-all hands on is by its function's rule.</summary>
    CatchAll,
}
