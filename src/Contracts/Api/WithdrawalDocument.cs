namespace Hsvo.Contracts.Api;

/// <summary>That an answer was taken back. It stands in the answer's history, and weighs in the status until a new answer comes.</summary>
/// <param name="Round">The round it was given in.</param>
/// <param name="Revision">The withdrawal's revision.</param>
/// <param name="By">The object id of who took it back.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why; null when that wasn't said or isn't shown.</param>
public sealed record WithdrawalDocument(string Round, int Revision, string By, DateTimeOffset At, string? Reason);
