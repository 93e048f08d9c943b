namespace Hsvo.Contracts.Api;

/// <summary>The answer of <c>GET /health/ready</c>: 200 while the app can serve, 503 when it can't.</summary>
/// <param name="Status">"healthy"; "degraded" when it serves but somebody ought to look; "unhealthy" when it can't serve.</param>
/// <param name="Checks">What was looked at.</param>
public sealed record HealthDocument(string Status, IReadOnlyList<HealthCheckDocument> Checks);

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">"storage", "plans", "timers" or "meetings".</param>
/// <param name="Status">"healthy", "degraded" or "unhealthy".</param>
/// <param name="Message">What is wrong, in both languages; null when nothing is.</param>
public sealed record HealthCheckDocument(string Name, string Status, ProblemMessage? Message);
