using Hsvo.Functions.Http.Api.OpenApi;

namespace Hsvo.Functions.Http.Api;

/// <summary>
/// What the published contract says of a function of our own API, beside what follows from its route, <see cref="AccessAttribute"/> and
/// <see cref="QueryAttribute"/>. The first sentence of each text is the operation's summary.
/// </summary>
/// <param name="swedish">What it does, in Swedish.</param>
/// <param name="english">The same in English.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string swedish, string english) : Attribute
{
    /// <summary>In Swedish.</summary>
    public string Swedish { get; } = swedish;

    /// <summary>In English.</summary>
    public string English { get; } = english;

    /// <summary>The shape of the JSON body; null when there is none.</summary>
    public Type? Body { get; init; }

    /// <summary>Media types of the body beside JSON.</summary>
    public string[] OtherBodies { get; init; } = [];

    /// <summary>The media type of a body that is a file; null when there is none.</summary>
    public string? BinaryBody { get; init; }

    /// <summary>The shape of the JSON answer; null when a success is 204.</summary>
    public Type? Answer { get; init; }

    /// <summary>Whether something new is answered with 201, and what was there already with 200.</summary>
    public bool Creates { get; init; }

    /// <summary>Media types of the answer beside JSON.</summary>
    public string[] OtherTypes { get; init; } = [];

    /// <summary>Whether the answer has an entity tag.</summary>
    public bool HasTag { get; init; }

    /// <summary>Whether a client that sends the tag as If-None-Match gets 304 while nothing changed.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The request headers that it reads; <see cref="ContractParameters"/> describes them.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>The query options that must be there.</summary>
    public string[] Needed { get; init; } = [];

    /// <summary>Statuses that it refuses with beside those that follow: 400, 429, 500 and 503 always, 401 and 403 by access, 404 by path, 413, 415 and 422 by body.</summary>
    public int[] Refuses { get; init; } = [];
}
