namespace Hsvo.LocalHost;

/// <summary>Somebody made up, whom a development token speaks for.</summary>
/// <param name="ObjectId">Who it is, as Entra ID would say it.</param>
/// <param name="Name">What people see; says that it is an example.</param>
/// <param name="Role">The one role that the token carries.</param>
/// <param name="Department">The reporting unit it answers for, where it answers for any.</param>
public sealed record DevelopmentIdentity(Guid ObjectId, string Name, string Role, string? Department);
