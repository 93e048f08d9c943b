namespace Hsvo.Functions.Pages.Reporting;

/// <summary>What somebody else wrote while a form was filled in.</summary>
/// <param name="Said">What they answered, in Swedish.</param>
/// <param name="Comment">Their comment, or null.</param>
/// <param name="IsDraft">Whether it is a draft, and no answer that was sent.</param>
public sealed record OvertakenBy(string Said, string? Comment, bool IsDraft);
