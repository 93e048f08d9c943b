namespace Hsvo.Functions.Http.Api.OpenApi;

/// <summary>A stable error code: a problem's <c>code</c>, or that of a fault among its <c>errors</c>.</summary>
/// <param name="Code">The code. It never changes its meaning; a new meaning gets a new code.</param>
/// <param name="Swedish">What it means, in Swedish.</param>
/// <param name="English">The same in English.</param>
internal sealed record ErrorCode(string Code, string Swedish, string English);
