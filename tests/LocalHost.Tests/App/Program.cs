using Hsvo.LocalHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.LocalHosting;
using Microsoft.Extensions.Hosting;

[assembly: LocalRun(typeof(LocalRun))]

namespace Hsvo.LocalHost.Tests.App;

/// <summary>The smallest app with a local run, in a process of its own.</summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Build().Run();
    }
}
