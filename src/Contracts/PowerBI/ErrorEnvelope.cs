namespace Hsvo.Contracts.PowerBI;

/// <summary>An error in Power BI's shape.</summary>
/// <param name="Error">The error.</param>
public sealed record ErrorEnvelope(Error Error);

/// <summary>The error.</summary>
/// <param name="Code">Power BI's code where it has one, "PowerBIEntityNotFound", else our own.</param>
/// <param name="Message">Swedish and English: clients print it.</param>
/// <param name="Details">The single faults; where there are none, one with our own code of the whole.</param>
public sealed record Error(string Code, string Message, IReadOnlyList<ErrorDetail> Details);

/// <summary>One fault.</summary>
/// <param name="Code">Our code, which stays the same.</param>
/// <param name="Message">Swedish and English.</param>
/// <param name="Target">The field: "value"; absent where it is the whole.</param>
public sealed record ErrorDetail(string Code, string Message, string? Target);
