using System.Net.Sockets;
using Hsvo.LocalHost.Azurite;
using Hsvo.LocalHost.Npm;
using Microsoft.Azure.Functions.Worker.LocalHosting;

namespace Hsvo.LocalHost;

/// <summary>The storage that UseDevelopmentStorage=true stands for: an Azurite that is there already, or one of our own.</summary>
internal static class LocalStorage
{
    public const int DefaultBlobPort = 10000;
    public const int DefaultTablePort = 10002;

    /// <summary>Whether an Azurite that someone started answers where Azurite does by default.</summary>
    public static async Task<bool> IsRunningAsync() => await ListensAsync(DefaultBlobPort) && await ListensAsync(DefaultTablePort);

    public static async Task<AzuriteProcess> StartAsync(DataFolder data, TextWriter output)
    {
        if (!AzuriteInstallation.Package.IsReady(RepositoryFolder.Azurite))
        {
            await output.WriteLineAsync("Installing Azurite, the local storage; this is done once and takes a minute …");
        }

        try
        {
            return await AzuriteProcess.StartAsync(RepositoryFolder.Azurite, data.Storage, CancellationToken.None);
        }
        catch (Exception exception) when (exception is NodeMissingException or NpmFailedException or AzuriteFailedException)
        {
            throw new LocalRunException(exception.Message.ReplaceLineEndings(" "), innerException: exception);
        }
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
