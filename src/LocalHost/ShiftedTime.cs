namespace Hsvo.LocalHost;

/// <summary>A clock that began at another instant and runs as fast as any: for seeing on one day how the app behaves on another.</summary>
/// <param name="start">What time it was when the clock was made.</param>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private readonly long _madeAt = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_madeAt);
}
