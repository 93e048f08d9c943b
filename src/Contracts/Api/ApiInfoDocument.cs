namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /hsvo/v1/api-info</c>: what this API is, in the fields of DIGG's REST API profile (VER.06).</summary>
/// <param name="ApiName">The API's name.</param>
/// <param name="ApiVersion">Its version.</param>
/// <param name="ApiReleased">The day the version was released.</param>
/// <param name="ApiDocumentation">Where its OpenAPI document is.</param>
/// <param name="ApiStatus">active, deprecated or experimental.</param>
public sealed record ApiInfoDocument(string ApiName, string ApiVersion, DateOnly ApiReleased, string ApiDocumentation, string ApiStatus);
