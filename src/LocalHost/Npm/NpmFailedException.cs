namespace Hsvo.LocalHost.Npm;

/// <summary>npm could not install what was asked for; the message carries what it wrote.</summary>
public sealed class NpmFailedException : Exception
{
    /// <summary>Says that npm failed.</summary>
    public NpmFailedException()
        : this("npm failed.")
    {
    }

    /// <summary>Says what <paramref name="message"/> says.</summary>
    public NpmFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Says what <paramref name="message"/> says.</summary>
    public NpmFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
