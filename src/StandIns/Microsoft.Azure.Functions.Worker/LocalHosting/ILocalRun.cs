using Microsoft.Azure.Functions.Worker.Builder;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>
/// What a project adds to its own local runs, in the order of a run. A <see cref="LocalRunException"/> from any of these ends the run with one line.
/// </summary>
public interface ILocalRun
{
    /// <summary>Reads the arguments, adds configuration and services, and starts what the app needs, before the app's own code sees the builder.</summary>
    /// <returns>An exit code when the run is over already, as after printing the help or running a verb: then there is no host.</returns>
    Task<int?> ConfigureAsync(FunctionsApplicationBuilder builder, LocalHostOptions options, string[] args);

    /// <summary>The host listens. The token is cancelled when the host stops.</summary>
    Task StartedAsync(Uri address, IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>The host has stopped, its requests are answered.</summary>
    Task StoppedAsync();
}
