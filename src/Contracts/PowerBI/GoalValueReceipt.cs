namespace Hsvo.Contracts.PowerBI;

/// <summary>Ours: what happened to one of many check-ins.</summary>
/// <param name="Row">Its place in the list that was sent, from 0.</param>
/// <param name="GoalId">The goal.</param>
/// <param name="Timestamp">The date that ends the round, time zero, UTC.</param>
/// <param name="Result">created, corrected or unchanged.</param>
/// <param name="Revision">The revision that counts now.</param>
public sealed record GoalValueReceipt(int Row, Guid GoalId, string Timestamp, string Result, int Revision);
