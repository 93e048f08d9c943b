namespace Hsvo.LocalHost.Azurite;

/// <summary>Azurite could not be installed or did not start; the message carries what it wrote.</summary>
public sealed class AzuriteFailedException : Exception
{
    /// <summary>Says that Azurite failed.</summary>
    public AzuriteFailedException()
        : this("Azurite failed.")
    {
    }

    /// <summary>Says what <paramref name="message"/> says.</summary>
    public AzuriteFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Says what <paramref name="message"/> says.</summary>
    public AzuriteFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
