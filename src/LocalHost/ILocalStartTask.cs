namespace Hsvo.LocalHost;

/// <summary>Something that a local run does once the app listens, such as filling it with the example.</summary>
public interface ILocalStartTask
{
    /// <summary>Does it; the token is cancelled when the run ends.</summary>
    Task RunAsync(Uri baseAddress, IServiceProvider services, TextWriter output, CancellationToken cancellationToken);
}
