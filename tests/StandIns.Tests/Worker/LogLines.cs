using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Hsvo.StandIns.Tests.Worker;

/// <summary>What a host logged at warning and above.</summary>
internal sealed class LogLines
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public ILoggerProvider Provider => new Writer(_lines.Writer);

    public async Task<string> NextAsync() => await _lines.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    private sealed class Writer(ChannelWriter<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.TryWrite(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
