using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost;

/// <summary>What a local run adds to the app: Azurite, development tokens, the example and the printed table.</summary>
public sealed class LocalRun : ILocalRun
{
    /// <inheritdoc/>
    public Task<int?> ConfigureAsync(FunctionsApplicationBuilder builder, LocalHostOptions options, string[] args) => Task.FromResult<int?>(null);

    /// <inheritdoc/>
    public Task<int?> RunVerbAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    /// <inheritdoc/>
    public Task StartedAsync(Uri address, IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync() => Task.CompletedTask;
}
