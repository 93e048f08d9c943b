using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

public static class LocalFunctions
{
    /// <summary>A builder for a host inside another program, such as a test: no arguments, no local run, failures are thrown.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(LocalHostOptions options) => new(options, []);

    /// <summary>Where a started host listens.</summary>
    public static Uri AddressOf(IHost host) =>
        new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    internal static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var options = new LocalHostOptions();
        if (Assembly.GetEntryAssembly()?.GetCustomAttribute<LocalRunAttribute>() is not { } attribute)
        {
            return new FunctionsApplicationBuilder(options, args);
        }

        // This process is a local run and ends with one line and an exit code, whatever goes wrong.
        try
        {
            var localRun = (ILocalRun)Activator.CreateInstance(attribute.Type)!;
            var builder = new FunctionsApplicationBuilder(options, []) { LocalRun = localRun };
            // The app reads its configuration as soon as it has the builder, so what the run starts must be there by then.
            if (localRun.ConfigureAsync(builder, options, args).GetAwaiter().GetResult() is { } exitCode)
            {
                Environment.Exit(exitCode);
            }

            return builder;
        }
        catch (LocalRunException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Environment.Exit(exception.ExitCode);
            throw;
        }
    }
}
