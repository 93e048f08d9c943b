using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;

namespace Hsvo.StandIns.Tests.Worker;

/// <summary>What the timer functions of a test were told, in order.</summary>
public sealed class Ticks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<TimerInfo> _infos = Channel.CreateUnbounded<TimerInfo>();

    public bool IsEmpty => !_infos.Reader.TryPeek(out _);

    public void Add(TimerInfo info) => _infos.Writer.TryWrite(info);

    public async Task<TimerInfo> NextAsync() => await _infos.Reader.ReadAsync().AsTask().WaitAsync(Patience);
}
