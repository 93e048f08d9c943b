namespace Hsvo.UseCases;

/// <summary>Which samverkansområde this app serves.</summary>
/// <param name="Area">The area's id.</param>
public sealed record AreaOptions(string Area);
