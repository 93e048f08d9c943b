namespace Hsvo.LocalHost.Npm;

/// <summary>Node.js or npm can't be started; the message says what to install.</summary>
public sealed class NodeMissingException : Exception
{
    /// <summary>Says that Node.js is missing.</summary>
    public NodeMissingException()
        : this("node", null)
    {
    }

    /// <summary>Says what <paramref name="message"/> says.</summary>
    public NodeMissingException(string message)
        : base(message)
    {
    }

    /// <summary>Says that <paramref name="command"/> can't be started.</summary>
    public NodeMissingException(string command, Exception? innerException)
        : base($"The local storage (Azurite) needs Node.js: install Node.js 20 or later with npm; '{command}' could not be started.", innerException)
    {
    }
}
