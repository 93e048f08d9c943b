using System.Net.Sockets;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker.LocalHosting;
using Microsoft.Extensions.Configuration;

namespace Hsvo.LocalHost;

/// <summary>The settings that name storage. What is wrong with them is said in one line before the app is built on them.</summary>
internal static class StorageSettings
{
    /// <summary>The app's data.</summary>
    public const string Data = "Storage";

    /// <summary>The host's own.</summary>
    public const string Host = "AzureWebJobsStorage";

    private const string Development = "UseDevelopmentStorage=true";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Those that ask for a local Azurite.</summary>
    public static IReadOnlyList<string> ForDevelopment(IConfiguration configuration) =>
        [.. new[] { Host, Data }.Where(setting => configuration[setting] == Development)];

    /// <summary>Refuses a data setting that is missing, and any that can't be read.</summary>
    /// <returns>Ends when the storage that the data setting names has answered, or with a <see cref="LocalRunException"/> when it didn't.</returns>
    /// <exception cref="LocalRunException">One of these.</exception>
    public static Task Check(IConfiguration configuration)
    {
        // The host's own may be missing: then the timers alone don't run.
        if (!string.IsNullOrWhiteSpace(configuration[Host]))
        {
            _ = Read(Host, configuration[Host]!);
        }

        if (configuration[Data] == Development)
        {
            // Found or started, next.
            return Task.CompletedTask;
        }

        if (!string.IsNullOrWhiteSpace(configuration[Data]))
        {
            var storage = Read(Data, configuration[Data]!);
            return Task.Run(() => ReachAsync(storage));
        }

        if (!IsAddress(configuration[$"{Data}:tableServiceUri"]) || !IsAddress(configuration[$"{Data}:blobServiceUri"]))
        {
            throw new LocalRunException(
                $"The setting {Data} is missing: it is {Development}, a connection string, or the two addresses {Data}__tableServiceUri and {Data}__blobServiceUri.");
        }

        return Task.CompletedTask;
    }

    private static bool IsAddress(string? value) => Uri.TryCreate(value, UriKind.Absolute, out _);

    private static Uri Read(string setting, string connectionString)
    {
        try
        {
            return new TableServiceClient(connectionString).Uri;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new LocalRunException($"The setting {setting} is no connection string: {FirstLine(exception)}", innerException: exception);
        }
    }

    private static async Task ReachAsync(Uri storage)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await client.ConnectAsync(storage.Host, storage.Port, patience.Token);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            throw new LocalRunException($"The storage that the setting {Data} names doesn't answer at {storage}: {FirstLine(exception)}", innerException: exception);
        }
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n', 2)[0].TrimEnd();
}
