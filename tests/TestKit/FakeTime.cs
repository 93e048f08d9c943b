namespace Hsvo.TestKit;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Noon in Stockholm on a day.</summary>
    public static FakeTime At(int year, int month, int day) => new(NoonOf(new DateOnly(year, month, day)));

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    /// <summary>Goes on to noon of a day.</summary>
    public void GoTo(DateOnly day) => Interlocked.Exchange(ref _ticks, NoonOf(day).UtcTicks);

    // 11:00 UTC is noon in winter and one o'clock in summer: the same day in Stockholm all the year.
    private static DateTimeOffset NoonOf(DateOnly day) => new(day, new TimeOnly(11, 0), TimeSpan.Zero);
}
