namespace Hsvo.Contracts.OData;

/// <summary>An error as OData has it (OData JSON Format 4.01, 21.1).</summary>
/// <param name="Error">The error.</param>
public sealed record ErrorAnswer(ErrorBody Error);

/// <summary>The error.</summary>
/// <param name="Code">Our stable code, "query.filter".</param>
/// <param name="Message">Swedish and English: Power Query prints it.</param>
/// <param name="Target">What is at fault, "$filter"; null when it is no one thing.</param>
/// <param name="Details">The single faults; null when there are none.</param>
public sealed record ErrorBody(string Code, string Message, string? Target, IReadOnlyList<ErrorFault>? Details);

/// <summary>One fault.</summary>
/// <param name="Code">Our stable code.</param>
/// <param name="Message">Swedish and English.</param>
/// <param name="Target">What is at fault: "$filter".</param>
public sealed record ErrorFault(string Code, string Message, string? Target);
