using Hsvo.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Moq;

namespace Hsvo.Functions.Tests;

/// <summary>How feeds are kept for all who ask.</summary>
public sealed class FeedAnswersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void What_several_ask_for_at_the_same_time_is_written_once()
    {
        using var answers = new FeedAnswers(Mock.Of<IResponseCompressionProvider>());
        using var begun = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var written = 0;
        var (first, second) = (new Thread(Ask), new Thread(Ask));

        first.Start();
        Assert.True(begun.Wait(Patience));
        second.Start();
        SpinWait.SpinUntil(() => Volatile.Read(ref written) > 1 || second.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patience);
        gate.Set();
        first.Join();
        second.Join();

        Assert.Equal(1, written);

        void Ask() => answers.Answer(new DefaultHttpContext().Request, "version", "text/plain", "Accept-Encoding", () =>
        {
            Interlocked.Increment(ref written);
            begun.Set();
            gate.Wait(Patience);
            return new byte[1];
        });
    }

    [Fact]
    public void What_could_not_be_written_is_tried_again_by_the_next_who_asks()
    {
        using var answers = new FeedAnswers(Mock.Of<IResponseCompressionProvider>());
        var written = 0;

        Assert.Throws<InvalidOperationException>(() => Ask(() => throw new InvalidOperationException()));
        Ask(() => new byte[1]);
        Ask(() => throw new InvalidOperationException());

        Assert.Equal(2, written);

        void Ask(Func<ReadOnlyMemory<byte>> write) => answers.Answer(new DefaultHttpContext().Request, "version", "text/plain", "Accept-Encoding", () =>
        {
            written++;
            return write();
        });
    }
}
