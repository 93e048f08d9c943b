namespace Hsvo.UseCases.Stores;

/// <summary>Storage doesn't answer, or is too busy, after the client's own retries: answered as 503 with Retry-After.</summary>
/// <param name="inner">What the storage client said.</param>
public sealed class StoreUnavailableException(Exception inner) : Exception("Storage is unavailable.", inner);
