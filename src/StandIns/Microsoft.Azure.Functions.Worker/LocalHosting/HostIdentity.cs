using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.LocalHosting;

/// <summary>The id under which instances of one app share schedules and locks.</summary>
internal static class HostIdentity
{
    private const int MaxLength = 32;

    /// <summary>The setting of the real host, else this machine and the app's folder.</summary>
    public static string Id(IServiceProvider services)
    {
        if (services.GetRequiredService<IConfiguration>()["AzureFunctionsWebHost:hostid"] is { Length: > 0 } configured)
        {
            return configured;
        }

        string folder = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..10];
        string machine = string.Concat(Environment.MachineName.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return $"{machine[..Math.Min(machine.Length, MaxLength - hash.Length - 1)]}-{hash}";
    }
}
