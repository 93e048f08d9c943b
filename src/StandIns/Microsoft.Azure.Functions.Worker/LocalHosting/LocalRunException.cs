namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>A run that can't go on for a reason that the one who started it can mend; the message is the one line that is printed.</summary>
public sealed class LocalRunException(string message, int exitCode = 1, Exception? innerException = null) : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;
}
