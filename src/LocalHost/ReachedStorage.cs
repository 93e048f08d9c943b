using Microsoft.Extensions.Hosting;

namespace Hsvo.LocalHost;

/// <summary>Stands first among what the host starts: the app is built while storage is asked, and starts only when it has answered.</summary>
/// <param name="reached">Ends when storage has answered, or with what is wrong.</param>
internal sealed class ReachedStorage(Task reached) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => reached.WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
